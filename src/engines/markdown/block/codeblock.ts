/** Code blocks by indentation, and what they share with footnote definitions: how far indented text reaches. */

import { isSpace } from '../../../ruby/characters.ts';
import { nextLine, skipBlankChars } from '../tree/scan.ts';
import { blankLinesEnd } from './blank-line.ts';
import type { BlockState } from './state.ts';

/** The index after a tab or four spaces, or -1. */
export function indentEnd(text: string, at: number): number {
  if (text.charCodeAt(at) === 9) return at + 1;
  return text.startsWith('    ', at) ? at + 4 : -1;
}

/** Text without one level of indentation on its lines. */
export function outdent(text: string): string {
  return text.replace(INDENT, '$1');
}
const INDENT = /(^|\n)(?:\t| {4})/g;
const LAZY_LINE = /\n( {0,3}[^ \t\r\n\f\v])/g;

/** Whether a line has something on it from an index on. */
function hasText(text: string, at: number): boolean {
  const pos = skipBlankChars(text, at);
  return pos < text.length && !isSpace(text.charCodeAt(pos));
}

/** The end of the indented lines from an index on, with blank lines between them and unindented lines that continue a paragraph of theirs. */
export function indentedEnd(state: BlockState, at: number): number {
  const { text } = state;
  let end = at;
  for (;;) {
    const blank = blankLinesEnd(text, end);
    let pos = blank < 0 ? end : blank;
    const start = pos;
    for (let code = indentEnd(text, pos); code >= 0 && hasText(text, code); code = indentEnd(text, pos))
      pos = nextLine(text, pos);
    if (pos === start) return end;
    while (pos < text.length && hasText(text, pos) && !state.isInterrupted('codeblock', pos))
      pos = nextLine(text, pos);
    end = pos;
  }
}

export function codeblock(state: BlockState): boolean {
  if (indentEnd(state.text, state.pos) < 0) return false;
  const indented = indentedEnd(state, state.pos);
  // a form feed behind the indentation is no text to kramdown, which reads such a line again and again
  const end = indented > state.pos ? indented : nextLine(state.text, state.pos);
  const lines = state.text.slice(state.pos, end).replace(LAZY_LINE, ' $1');
  state.push('codeblock', outdent(lines));
  state.pos = end;
  return true;
}
