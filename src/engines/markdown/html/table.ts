/** Table cells: `th` in the head, and the alignment of their column. */

import type { Alignment, Attributes } from '../tree/element.ts';
import type { Print } from './printer.ts';
import { blockTag, entityText } from './serialise.ts';

export const printCell: Print = (element, indent, printer) => {
  const { stack, options } = printer;
  const body = printer.inner(element, indent);
  const row = stack[stack.length - 1];
  const type = stack[stack.length - 2]?.type === 'thead' ? 'th' : 'td';
  const columns = stack[stack.length - 3]?.details.alignment;
  const alignment = columns?.[printer.cell(row, element)];
  const list = aligned(element.attributes, alignment);
  return blockTag(type, list, body === '' ? entityText(160, options.entity_output) : body, indent);
};

const style = (alignment: Alignment): string => `text-align: ${alignment}`;

/** The attributes of cells that have nothing but an alignment. */
const alone: Readonly<Record<Exclude<Alignment, 'default'>, Attributes>> = {
  left: new Map([['style', style('left')]]),
  right: new Map([['style', style('right')]]),
  center: new Map([['style', style('center')]]),
};

function aligned(list: Attributes | undefined, alignment: Alignment | undefined): Attributes | undefined {
  if (alignment === undefined || alignment === 'default') return list;
  if (list === undefined) return alone[alignment];
  const before = list.get('style');
  return new Map(list).set('style', (before === undefined ? '' : `${before}; `) + style(alignment));
}
