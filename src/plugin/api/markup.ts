/** Public: text escaped for HTML and XML, and the tags of a page. */

export { escapeAttribute, escapeHtml, escapeText, escapeXml } from '../../html/escape.ts';
export { type Tag, tagsOf } from '../../html/tags.ts';
