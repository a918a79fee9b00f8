/** Line ends that break the line in GFM: after a backslash, or all of them with `hard_wrap`. */

import { Element, isBlock } from '../tree/element.ts';

/** The pieces of a text with the breaks between them. */
export function breakLines(parent: Element, child: Element, lineEnd: string): Element[] {
  const lines = child.value.split(lineEnd);
  const omitLast = lines[lines.length - 1] === '' && isBlock(parent) && parent.last() === child;
  const pieces: Element[] = [];
  lines.forEach((line, index) => {
    pieces.push(new Element('text', index > 0 ? `\n${line}` : line, child.offset));
    if (index < lines.length - 2 || (index === lines.length - 2 && !omitLast))
      pieces.push(new Element('br', '', child.offset));
  });
  return pieces;
}
