/** Headers that start with `#`. kramdown wants a boundary before and no space; GFM's rules are chosen in order.ts. */

import { rightStrip } from '../../../ruby/text.ts';
import { isBlankChar, nextLine, skipBlankChars } from '../tree/scan.ts';
import { addHeader, readHeaderText } from './header.ts';
import type { BlockRule, BlockState } from './state.ts';

interface Flavour {
  /** Whether white space must follow the `#`s. */
  readonly space: boolean;
  /** Whether the header may interrupt a paragraph (GFM's quirk `paragraph_end`). */
  readonly anywhere: boolean;
}

/** How many `#` a header has at an index, 0 where none starts. */
function levelAt(text: string, at: number, space: boolean): number {
  let level = 0;
  while (level < 6 && text.charCodeAt(at + level) === 35) level++;
  if (level === 0) return 0;
  if (space) {
    const code = text.charCodeAt(at + level);
    return code === 32 || code === 9 ? level : 0;
  }
  return skipBlankChars(text, at + level) + 1 < text.length ? level : 0;
}

export function createAtxHeader(flavour: Flavour): BlockRule {
  return (state, silent) => {
    if (state.text.charCodeAt(state.pos) !== 35) return false;
    const level = levelAt(state.text, state.pos, flavour.space);
    if (level === 0 || silent) return level > 0;
    return (flavour.anywhere || state.isAfterBoundary()) && takeHeader(state, level, flavour);
  };
}

function takeHeader(state: BlockState, level: number, flavour: Flavour): boolean {
  const { text } = state;
  const start = skipBlankChars(text, state.pos + level);
  // kramdown takes the next line where nothing follows the `#`s.
  const end = nextLine(text, !flavour.space && text.charCodeAt(start) === 10 ? start + 1 : start);
  const line = readHeaderText(text.slice(start, end - 1));
  const header = {
    text: flavour.anywhere ? withoutSpacedHashes(line.text) : withoutHashes(line.text),
    id: line.id,
  };
  if (header.text === '') return false;
  addHeader(state, level, header, end);
  return true;
}

/** Without the closing `#`s, of which the first may be escaped. */
function withoutHashes(text: string): string {
  let start = text.length;
  while (text.charCodeAt(start - 1) === 35) start--;
  if (text.charCodeAt(start - 1) === 92) start++;
  return start < text.length ? rightStrip(text.slice(0, start)) : text;
}

/** Without closing `#`s that white space sets apart. */
function withoutSpacedHashes(text: string): string {
  let start = text.length;
  while (text.charCodeAt(start - 1) === 35) start--;
  return start < text.length && isBlankChar(text.charCodeAt(start - 1))
    ? rightStrip(text.slice(0, start - 1))
    : text;
}
