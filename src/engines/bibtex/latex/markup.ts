/** jekyll-scholar's filters that make HTML of LaTeX's commands, and those of bibtex-ruby. They run before braces go. */

/** A filter of a field's text. */
export type TextFilter = (text: string) => string;

/** By their names in `bibtex_filters`, `latex` apart. */
export const MARKUP: ReadonlyMap<string, TextFilter> = new Map<string, TextFilter>([
  [
    'smallcaps',
    (text) =>
      replaceCommand(text, 'textsc', (inner) => `<font style="font-variant: small-caps">${inner}</font>`),
  ],
  ['superscript', (text) => replaceCommand(text, 'textsuperscript', (inner) => `<sup>${inner}</sup>`)],
  ['italics', (text) => replaceCommand(text, 'emph', (inner) => `<i>${inner}</i>`)],
  ['textit', (text) => replaceCommand(text, 'textit', (inner) => `<i>${inner}</i>`)],
  ['lowercase', (text) => replaceCommand(text, 'lowercase', (inner) => inner.toLowerCase())],
  // the missing semicolon is the filter's
  ['textregistered', (text) => text.replaceAll('\\textregistered', '&#0174')],
  ['tiny', (text) => replaceCommand(text, 'tiny', (inner) => `<span class="tiny">${inner}</span>`)],
  ['linebreaks', (text) => text.replace(/\n\s*/g, ' ')],
]);

/** Each `\name{…}` with balanced braces; a command inside of another one of the same name stays. */
function replaceCommand(text: string, name: string, write: (inner: string) => string): string {
  const head = `\\${name}{`;
  let out = '';
  let from = 0;
  for (let at = text.indexOf(head); at >= 0; at = text.indexOf(head, from)) {
    const end = closingBrace(text, at + head.length);
    // without an end here there is none for those that follow
    if (end === undefined) break;
    out += text.slice(from, at) + write(text.slice(at + head.length, end));
    from = end + 1;
  }
  return out + text.slice(from);
}

function closingBrace(text: string, from: number): number | undefined {
  let depth = 1;
  for (let at = from; at < text.length; at++) {
    if (text[at] === '{') depth++;
    else if (text[at] === '}' && --depth === 0) return at;
  }
  return undefined;
}
