/** Footnote markers, and the list of the footnotes that were referred to. */

import { Element } from '../tree/element.ts';
import { INDENT, type Print, type PrintedFootnote, type Printer } from './printer.ts';
import { entityText, escapeTextBesideReferences, indentedTag } from './serialise.ts';

export const printFootnoteMarker: Print = (element, _indent, printer) => {
  const name = printer.options.footnote_prefix + element.value;
  let repeat = '';
  let footnote = printer.footnotes.get(name);
  if (footnote !== undefined) repeat = `:${++footnote.repeats}`;
  else {
    const number = printer.options.footnote_nr + printer.footnotes.size;
    footnote = { name, number, content: element.details.content ?? element, repeats: 0 };
    printer.footnotes.set(name, footnote);
  }
  return (
    `<sup id="fnref:${name}${repeat}" role="doc-noteref">` +
    `<a href="#fn:${name}" class="footnote" rel="footnote">${footnote.number}</a></sup>`
  );
};

/** All footnotes, in the order of their first markers. One may be referred to by another. */
export function printFootnotes(printer: Printer): string {
  let items = '';
  for (const footnote of printer.footnotes.values()) items += printFootnote(footnote, printer);
  if (items === '') return '';
  const { footnote_nr: first } = printer.options;
  const list = indentedTag(
    'ol',
    first === 1 ? undefined : new Map([['start', String(first)]]),
    items,
    INDENT,
  );
  return indentedTag(
    'div',
    new Map([
      ['class', 'footnotes'],
      ['role', 'doc-endnotes'],
    ]),
    list,
    0,
  );
}

function printFootnote(footnote: PrintedFootnote, printer: Printer): string {
  const item = new Element('li');
  item.attributes = new Map([
    ['id', `fn:${footnote.name}`],
    ['role', 'doc-endnote'],
  ]);
  item.children = withBacklinks(footnote, printer);
  return printer.print(item, 2 * INDENT);
}

/** The footnote's blocks with the links back in the last paragraph, or in one of their own. */
function withBacklinks(footnote: PrintedFootnote, printer: Printer): Element[] {
  const { children } = footnote.content;
  const last = children[children.length - 1];
  const inline = last?.type === 'p' || printer.options.footnote_backlink_inline;
  const path = inline ? pathToParagraph(footnote.content) : undefined;
  if (path !== undefined)
    return appendAlong(footnote.content, path, backlinks(footnote, printer, true)).children;
  const paragraph = new Element('p');
  const links = backlinks(footnote, printer, false);
  if (links !== undefined) paragraph.append(links);
  return [...children, paragraph];
}

/** The elements from the footnote's last block down to a paragraph or header; undefined where the last is neither. */
function pathToParagraph(content: Element): readonly Element[] | undefined {
  const path: Element[] = [];
  let parent = content;
  for (let last = parent.last(); last !== undefined; last = parent.last()) {
    path.push(last);
    if (last.type === 'p' || last.type === 'header') return path;
    parent = last;
  }
  return undefined;
}

/** A copy of an element in which the last element of the path has one more child. */
function appendAlong(element: Element, path: readonly Element[], added: Element | undefined): Element {
  const copy = new Element(element.type, element.value, element.offset);
  Object.assign(copy, element);
  const [next, ...rest] = path;
  copy.children =
    next === undefined
      ? [...element.children, ...(added === undefined ? [] : [added])]
      : [...element.children.slice(0, -1), appendAlong(next, rest, added)];
  return copy;
}

function backlinks(footnote: PrintedFootnote, printer: Printer, insertSpace: boolean): Element | undefined {
  const { footnote_backlink: written, entity_output: form } = printer.options;
  if (written === '') return undefined;
  const text = escapeTextBesideReferences(written);
  const space = entityText(160, form);
  let links = backlink(insertSpace ? space : '', footnote.name, text);
  for (let n = 1; n <= footnote.repeats; n++)
    links += backlink(space, `${footnote.name}:${n}`, `${text}<sup>${n + 1}</sup>`);
  return new Element('raw', links);
}

function backlink(before: string, id: string, text: string): string {
  return `${before}<a href="#fnref:${id}" class="reversefootnote" role="doc-backlink">${text}</a>`;
}
