/** Public: text escaped for HTML, XML and addresses, and the tags of a page. */

export { escapeAttribute, escapeHtml, escapeText, escapeXml } from '../../html/escape.ts';
export { type Tag, tagsOf } from '../../html/tags.ts';
export { fillPageTemplate } from '../../model/url.ts';
