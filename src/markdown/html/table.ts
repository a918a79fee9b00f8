/** Table cells: `th` in the head, and the alignment of their column. */

import type { Print } from './printer.ts';
import { blockTag, entityText } from './serialise.ts';

export const printCell: Print = (element, indent, printer) => {
  const { stack, options } = printer;
  const body = printer.inner(element, indent);
  const row = stack[stack.length - 1];
  const type = stack[stack.length - 2]?.type === 'thead' ? 'th' : 'td';
  const columns = stack[stack.length - 3]?.details.alignment;
  const alignment = columns?.[printer.cell(row, element)];
  const content = body === '' ? entityText(160, options.entity_output) : body;
  if (alignment === undefined || alignment === 'default')
    return blockTag(type, element.attributes, content, indent);
  const style = element.attributes?.get('style');
  const list = new Map(element.attributes);
  list.set('style', `${style === undefined ? '' : `${style}; `}text-align: ${alignment}`);
  return blockTag(type, list, content, indent);
};
