/** Lists and their items. A list may stand for the table of contents or for the footnotes. */

import { basicId } from './header-id.ts';
import { FOOTNOTE_PLACE, TOC_PLACE } from './placeholders.ts';
import type { Print } from './printer.ts';
import { blockTag, indentedTag, spaces } from './serialise.ts';

export const printList: Print = (element, indent, printer) => {
  const refs = element.ial?.refs;
  if (printer.tocPlace === undefined && refs?.includes('toc') === true) {
    printer.tocPlace = { type: element.type === 'ol' ? 'ol' : 'ul', attributes: element.attributes };
    return TOC_PLACE;
  }
  if (!printer.hasFootnotePlace && refs?.includes('footnotes') === true) {
    printer.hasFootnotePlace = true;
    return FOOTNOTE_PLACE;
  }
  return indentedTag(element.type, element.attributes, printer.inner(element, indent), indent);
};

export const printItem: Print = (element, indent, printer) => {
  const margin = spaces(indent);
  const first = element.children[0];
  const body = printer.inner(element, indent);
  const inline = first === undefined || (first.type === 'p' && first.details.transparent === true);
  const content = inline ? body + (body.endsWith('\n') ? margin : '') : `\n${body}${margin}`;
  return blockTag(element.type, element.attributes, content, indent);
};

/** A term; the reference `auto_ids` (`auto_ids-prefix`) at its list gives it an id. */
export const printTerm: Print = (element, indent, printer) => {
  const list = new Map(element.attributes);
  const reference = printer.parent?.ial?.refs
    .map((ref) => /^auto_ids(?:-([A-Za-z0-9_-]+))?/.exec(ref))
    .find(Boolean);
  if (reference && !list.has('id'))
    list.set('id', `${reference[1] ?? ''}${basicId(element.details.rawText ?? '')}`.trimStart());
  return blockTag('dt', list, printer.inner(element, indent), indent);
};
