/** Escapes text for HTML and XML: a function for each place that the text may stand in. */

const AMPERSAND = 38;
const LESS_THAN = 60;
const GREATER_THAN = 62;

/** For the content of an element: `&`, `<` and `>`, as Rouge and kramdown escape code. */
export function escapeText(text: string): string {
  // Most pieces are a word or a mark, for which an expression would take longer to start than this takes.
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === AMPERSAND || code === LESS_THAN || code === GREATER_THAN)
      return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  }
  return text;
}

/** For an attribute's value in double quotes, too: `&`, `<`, `>` and `"`. */
export function escapeAttribute(text: string): string {
  return escapeText(text).replaceAll('"', '&quot;');
}

/** For an attribute's value in single quotes, too: `&`, `<`, `>`, `"` and `'`, as Ruby's `CGI.escapeHTML` writes them. */
export function escapeHtml(text: string): string {
  return escapeAttribute(text).replaceAll("'", '&#39;');
}

/** The same for XML, which has a name for `'`: Jekyll's `xml_escape`. */
export function escapeXml(text: string): string {
  return escapeAttribute(text).replaceAll("'", '&apos;');
}
