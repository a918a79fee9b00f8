/** HTML that ends a paragraph or a lazy line: a block element's start tag, or its end tag. */

import { isBoundaryWord } from '../../../ruby/characters.ts';
import { spanElements } from '../raw-html/elements.ts';
import { nameEnd, readEndTag } from '../raw-html/tags.ts';

const names = new Set([...spanElements, 'script']);

/** Whether a name starts with a span element's, up to a word boundary: `b-x` counts as `b`. */
function isSpanName(text: string, at: number): boolean {
  let end = at;
  while (end - at <= 8) {
    const point = text.codePointAt(end);
    if (!isBoundaryWord(point)) break;
    end++;
  }
  return names.has(text.slice(at, end));
}

/** `<div`, `</div>` at an index; not `<span`. */
export function isBlockTag(text: string, at: number): boolean {
  if (text.charCodeAt(at) !== 60) return false;
  if (text.charCodeAt(at + 1) === 47) return !isSpanName(text, at + 2) && readEndTag(text, at) !== undefined;
  return !isSpanName(text, at + 1) && nameEnd(text, at + 1) >= 0;
}
