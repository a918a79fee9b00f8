/** Finds the elements of a page whose content a citation count replaces. */

import { tagsOf } from '../../plugin/api/markup.ts';

/** An element to be filled: its content is `html.slice(start, end)`. */
export interface Slot {
  readonly kind: 'paper' | 'total';
  /** The paper's id; empty for the total. */
  readonly id: string;
  readonly start: number;
  readonly end: number;
}

/** Elements without content. */
const VOID = /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/;

interface Open {
  readonly kind?: Slot['kind'];
  readonly id: string;
  readonly start: number;
}

/** Outermost elements only, in the order of the text; one that is never closed is left out. */
export function findSlots(html: string): Slot[] {
  const slots: Slot[] = [];
  const open = new Map<string, Open[]>();
  for (const { isEnd, name, attributes, start, end } of tagsOf(html)) {
    if (isEnd) {
      const element = open.get(name)?.pop();
      if (element?.kind !== undefined)
        slots.push({ kind: element.kind, id: element.id, start: element.start, end: start });
    } else if (!VOID.test(name)) {
      const element = { ...slotOf(attributes), start: end };
      const same = open.get(name);
      if (same === undefined) open.set(name, [element]);
      else same.push(element);
    }
  }
  return outermost(slots);
}

function slotOf(attributes: ReadonlyMap<string, string>): Omit<Open, 'start'> {
  const classes = attributes.get('class')?.split(/\s+/) ?? [];
  const id = attributes.get('data');
  if (id !== undefined && classes.includes('show_paper_citations')) return { kind: 'paper', id };
  return attributes.get('id') === 'total_cit' ? { kind: 'total', id: '' } : { id: '' };
}

function outermost(slots: readonly Slot[]): Slot[] {
  const kept: Slot[] = [];
  for (const slot of [...slots].sort((a, b) => a.start - b.start))
    if (slot.start >= (kept.at(-1)?.end ?? 0)) kept.push(slot);
  return kept;
}
