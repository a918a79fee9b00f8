/** Paragraphs, headers, rules, and the blocks that only wrap what is in them. */

import { basicId, uniqueId } from './header-id.ts';
import { INDENT, type Print } from './printer.ts';
import { attributes, blockTag, indentedTag, spaces } from './serialise.ts';

export const printBlock: Print = (element, indent, printer) =>
  blockTag(element.type, element.attributes, printer.inner(element, indent), indent);

export const printIndented: Print = (element, indent, printer) =>
  indentedTag(element.type, element.attributes, printer.inner(element, indent), indent);

export const printHorizontalRule: Print = (element, indent) =>
  `${spaces(indent)}<hr${attributes(element.attributes)} />\n`;

export const printParagraph: Print = (element, indent, printer) => {
  if (element.details.transparent === true) return printer.inner(element, indent);
  const only = element.children.length === 1 ? element.children[0] : undefined;
  if (only?.type === 'img' && only.ial?.refs.includes('standalone') === true)
    return printFigure(element, indent, printer);
  return blockTag('p', element.attributes, printer.inner(element, indent), indent);
};

/** An image alone in its paragraph, with the reference `standalone`. */
const printFigure: Print = (element, indent) => {
  const figure = new Map(element.attributes);
  const image = new Map(element.children[0]?.attributes);
  for (const name of ['class', 'id']) {
    const value = image.get(name);
    if (value === undefined || figure.has(name)) continue;
    figure.set(name, value);
    image.delete(name);
  }
  const margin = spaces(indent + INDENT);
  const body = `${margin}<img${attributes(image)} />\n${margin}<figcaption>${image.get('alt') ?? ''}</figcaption>\n`;
  return indentedTag('figure', figure, body, indent);
};

export const printHeader: Print = (element, indent, printer) => {
  const { options } = printer;
  const level = element.details.level ?? 1;
  let { attributes } = element;
  if (options.auto_ids && attributes?.has('id') !== true) {
    const id = uniqueId(basicId(element.details.rawText ?? ''), printer.usedIds);
    attributes = new Map(attributes).set('id', options.auto_id_prefix + id);
  }
  const id = attributes?.get('id');
  const classes = attributes?.get('class');
  const inToc = options.toc_levels.includes(level) && !(classes !== undefined && /\bno_toc\b/.test(classes));
  if (id !== undefined && inToc) printer.toc.push({ level, id, children: element.children });
  const shown = Math.max(1, Math.min(6, level + options.header_offset));
  return blockTag(`h${shown}`, attributes, printer.inner(element, indent), indent);
};
