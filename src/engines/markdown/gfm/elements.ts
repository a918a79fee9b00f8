/** GFM's last pass over the tree: header ids, and line breaks. It does not look into HTML elements. */

import type { Document } from '../tree/document.ts';
import type { Element } from '../tree/element.ts';
import { breakLines } from './hard-wrap.ts';
import { createGfmHeaderIds } from './header-id.ts';

export function updateGfmElements(doc: Document, hardWrap: boolean): void {
  const lineEnd = hardWrap ? '\n' : '\\\n';
  const idOf = createGfmHeaderIds(doc.options.auto_id_prefix);
  update(doc.root, lineEnd, (header) => {
    if (!doc.options.auto_ids || header.attributes?.has('id') === true) return false;
    header.attr().set('id', idOf(header.details.rawText ?? ''));
    return true;
  });
}

function update(element: Element, lineEnd: string, giveId: (header: Element) => boolean): void {
  const { children } = element;
  let broken = false;
  for (let n = 0; n < children.length; n++) {
    const child = children[n]!;
    if (child.type === 'text') broken ||= child.value.includes(lineEnd);
    else if (
      child.type !== 'html_element' &&
      !(child.type === 'header' && giveId(child)) &&
      child.children.length > 0
    )
      update(child, lineEnd, giveId);
  }
  if (!broken) return;
  element.children = children.flatMap((child) =>
    child.type === 'text' && child.value.includes(lineEnd) ? breakLines(element, child, lineEnd) : [child],
  );
}
