/** Text from the user's files made fit for a terminal: no control character gets through, and its width is known. */

/** Replaces control characters by their pictures (`␛`) and tabs by spaces to the next column of eight; one line stays one line. */
export function visible(text: string): string {
  let shown = '';
  let width = 0;
  for (const character of text) {
    const code = character.codePointAt(0)!;
    const piece =
      character === '\t' ? ' '.repeat(TAB - (width % TAB)) : isControl(code) ? picture(code) : character;
    shown += piece;
    width += character === '\t' ? piece.length : widthOf(character);
  }
  return shown;
}

/** How many columns of a terminal `text`, as `visible` gives it, takes. */
export function textWidth(text: string): number {
  let width = 0;
  for (const character of text) width += widthOf(character);
  return width;
}

const TAB = 8;
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1f64f}\u{1f680}-\u{1f6ff}\u{1f900}-\u{1f9ff}\u{20000}-\u{3fffd}]/u;
const NONE = /\p{Mn}|\p{Me}|[\u200b\u200c]|\u200d|[\ufe00-\ufe0f]/u;

function widthOf(character: string): number {
  if (character < '\u0300') return 1;
  return NONE.test(character) ? 0 : WIDE.test(character) ? 2 : 1;
}

/** C0 and C1 controls, and those that turn the direction of what follows. */
function isControl(code: number): boolean {
  return (
    code < 0x20 ||
    (code >= 0x7f && code < 0xa0) ||
    (code >= 0x202a && code <= 0x202e) ||
    (code >= 0x2066 && code <= 0x2069)
  );
}

function picture(code: number): string {
  if (code < 0x20) return String.fromCodePoint(0x2400 + code);
  return code === 0x7f ? '\u2421' : '\ufffd';
}
