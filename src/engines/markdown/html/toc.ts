/** The table of contents, in the place of a list with the reference `toc`. */

import { Element } from '../tree/element.ts';
import type { Printer, TocEntry } from './printer.ts';

export function printToc(printer: Printer): string {
  const place = printer.tocPlace;
  if (place === undefined || printer.toc.length === 0) return '';
  const list = new Element(place.type);
  list.attributes = new Map(place.attributes);
  if (!list.attributes.has('id')) list.attributes.set('id', 'markdown-toc');
  const prefix = list.attributes.get('id') ?? '';
  const open: { item: Element; level: number }[] = [];
  for (const entry of printer.toc) {
    while (open.length > 0 && open[open.length - 1]!.level >= entry.level) open.pop();
    const parent = open[open.length - 1];
    const item = createItem(entry, prefix);
    if (parent === undefined) list.append(item);
    else sublistOf(parent.item, place.type).append(item);
    open.push({ item, level: entry.level });
  }
  return printer.print(list, 0);
}

function createItem({ id, children }: TocEntry, prefix: string): Element {
  const item = new Element('li');
  const paragraph = new Element('p');
  paragraph.details = { transparent: true };
  const link = new Element('a');
  link.attributes = new Map([
    ['href', `#${id}`],
    ['id', `${prefix}-${id}`],
  ]);
  link.children = withoutLinks(children);
  paragraph.append(link);
  item.append(paragraph);
  return item;
}

function sublistOf(item: Element, type: 'ul' | 'ol'): Element {
  const last = item.last();
  if (last !== undefined && last.type === type) return last;
  const list = new Element(type);
  item.append(list);
  return list;
}

/** Copies without footnotes, and with what is in links in their place. */
function withoutLinks(elements: readonly Element[]): Element[] {
  return elements.flatMap((element) => {
    if (element.type === 'footnote') return [];
    const children = withoutLinks(element.children);
    if (element.type === 'a') return children;
    const copy = new Element(element.type, element.value, element.offset);
    Object.assign(copy, element);
    copy.children = children;
    return [copy];
  });
}
