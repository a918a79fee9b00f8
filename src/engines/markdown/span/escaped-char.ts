/** A backslash before a character that means something. */

import type { SpanRule } from './state.ts';

/** The characters that kramdown lets a backslash escape. */
export const ESCAPABLE = '\\.*_+`<>()[]{}#!:|"\'$=-';

/** Text without the backslashes of its escaped characters. */
export function withoutEscapes(text: string): string {
  return text.replace(/\\([\\.*_+`<>()[\]{}#!:|"'$=-])/g, '$1');
}

export function createEscapedChar(characters: string): SpanRule {
  return (state) => {
    const { text, pos } = state;
    if (text.charCodeAt(pos) !== 92 || pos + 1 >= text.length) return false;
    const character = text.charAt(pos + 1);
    if (!characters.includes(character)) return false;
    state.addText(character);
    state.pos += 2;
    return true;
  };
}
