/** White space around the children of HTML that becomes Markdown's own. */

import { leftStrip, rightStrip, strip } from '../../../ruby/text.ts';
import { Element, isBlock } from '../tree/element.ts';

/** Strips the text at both ends. */
export function stripWhiteSpace(element: Element): void {
  const first = element.children[0];
  if (first?.type === 'text') first.value = leftStrip(first.value);
  const last = element.last();
  if (last?.type === 'text') last.value = rightStrip(last.value);
}

/** Leaves out white space at the ends and between blocks. */
export function withoutEdgeWhiteSpace(children: readonly Element[]): Element[] {
  return children.filter((child, at) => {
    if (child.type !== 'text' || strip(child.value) !== '') return true;
    const before = children[at - 1];
    const after = children[at + 1];
    return before !== undefined && after !== undefined && !(isBlock(before) && isBlock(after));
  });
}

/** Puts what is no block into paragraphs that print without a tag. */
export function wrapText(children: readonly Element[]): Element[] {
  const wrapped: Element[] = [];
  let paragraph: Element | undefined;
  for (const child of children) {
    if (isBlock(child) && child.type !== 'text') {
      wrapped.push(child);
      paragraph = undefined;
      continue;
    }
    if (paragraph === undefined) {
      paragraph = new Element('p');
      paragraph.details = { transparent: true };
      wrapped.push(paragraph);
    }
    paragraph.append(child);
  }
  return wrapped;
}
