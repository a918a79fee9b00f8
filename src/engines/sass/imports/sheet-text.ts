/** Rewrites what sassc accepts and Dart Sass rejects so that both accept it. */

/**
 * `@media screen and(max-width: 9em)` gets its space. What follows in that line is then a column further on than in the
 * file.
 */
export function readableText(text: string): string {
  if (!/\band\(/.test(text)) return text;
  return text.replace(/@media\b[^{};]*/g, (rule) => rule.replace(/\band\(/g, 'and ('));
}
