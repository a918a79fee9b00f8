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
  let changed = false;
  const children: Element[] = [];
  for (const child of element.children) {
    if (child.type === 'text' && child.value.includes(lineEnd)) {
      changed = true;
      for (const piece of breakLines(element, child, lineEnd)) children.push(piece);
      continue;
    }
    children.push(child);
    if (child.type === 'html_element' || (child.type === 'header' && giveId(child))) continue;
    if (child.children.length > 0) update(child, lineEnd, giveId);
  }
  if (changed) element.children = children;
}
