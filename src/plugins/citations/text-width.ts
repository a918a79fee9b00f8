/** How wide a text is in Verdana at 11 px, near enough for a badge whose text is fitted to it. */

const NARROW = /[ijlI.,:;'|!()[\]{}]/;
const WIDE = /[mwMW%@]/;

/** In whole pixels. */
export function textWidth(text: string): number {
  let width = 0;
  for (const character of text) {
    if (character > '\u2e7f') width += 11;
    else if (NARROW.test(character)) width += 4;
    else if (WIDE.test(character)) width += 10;
    else width += /[A-Z]/.test(character) ? 8 : 6.9;
  }
  return Math.round(width);
}
