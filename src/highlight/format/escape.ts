/** How Rouge escapes code for HTML. */

const SPECIAL = /[&<>]/;

export function escapeCode(text: string): string {
  if (!SPECIAL.test(text)) return text;
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
