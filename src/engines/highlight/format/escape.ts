/** How Rouge escapes code for HTML. */

export function escapeCode(text: string): string {
  // Most pieces are a word or a mark, for which an expression would take longer to start than this takes.
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 38 || code === 60 || code === 62)
      return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  }
  return text;
}
