/** Placeholders for what can be printed only after the rest: the table of contents and the footnotes. */

/** Noncharacters of Unicode, which occur in no text. */
export const TOC_PLACE = '\ufdd0toc\ufdd1';
export const FOOTNOTE_PLACE = '\ufdd0footnotes\ufdd1';

/** Puts content at the first of its marks. */
export function fillPlace(html: string, place: string, content: string): string {
  const at = html.indexOf(place);
  return at < 0 ? html : html.slice(0, at) + content + html.slice(at + place.length);
}
