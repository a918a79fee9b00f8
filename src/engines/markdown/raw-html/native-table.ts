/** HTML tables that Markdown can express: rows of equal length, aligned by column, with nothing but text in their cells. */

import { type Alignment, detail, Element } from '../tree/element.ts';
import { isBlockElement } from './elements.ts';

const ALIGNED = /text-align:\s+(center|left|right|justify|inherit)/;

function* rowsOf(element: Element): Generator<Element> {
  for (const child of element.children) {
    if (child.value === 'tr') yield child;
    else yield* rowsOf(child);
  }
}

const isCell = (element: Element): boolean => element.value === 'th' || element.value === 'td';

function hasPhrasesOnly(element: Element): boolean {
  return element.children.every(
    (child) => (child.type === 'text' || !isBlockElement(child.value)) && hasPhrasesOnly(child),
  );
}

function* cellsOf(element: Element): Generator<Element> {
  if (isCell(element)) yield element;
  else for (const child of element.children) yield* cellsOf(child);
}

export function isSimpleTable(table: Element): boolean {
  for (const cell of cellsOf(table)) if (!hasPhrasesOnly(cell)) return false;
  let first: string | undefined;
  for (const row of rowsOf(table)) {
    const alignment = row.children
      .filter(isCell)
      .map((cell) => ALIGNED.exec(cell.attributes?.get('style') ?? '')?.[1] ?? 'default');
    if (alignment.includes('justify') || alignment.includes('inherit')) return false;
    first ??= alignment.join();
    if (first !== alignment.join()) return false;
  }
  return (
    hasRows(table, 'td') ||
    (table.children.every(isPart) && table.children.some((part) => part.value === 'tbody'))
  );
}

function isPart(element: Element): boolean {
  if (element.type === 'text') return true;
  if (element.value === 'thead') return hasRows(element, 'th');
  return (element.value === 'tfoot' || element.value === 'tbody') && hasRows(element, 'td');
}

/** Whether an element has nothing but rows of one kind of cell. */
function hasRows(element: Element, cell: 'td' | 'th'): boolean {
  return element.children.every(
    (row) =>
      (row.value === 'tr' || row.type === 'text') &&
      row.children.every((child) => child.value === cell || child.type === 'text'),
  );
}

/** Finishes a table whose children are native already: alignment, head cells, a body around bare rows. */
export function toNativeTable(table: Element): void {
  readAlignment(table, table);
  table.children = table.children.filter((child) => child.type !== 'html_element');
  plainCells(table);
  if (table.children[0]?.type !== 'tr') return;
  const body = new Element('tbody');
  body.children = table.children;
  table.children = [body];
}

/** The alignment of the last row is that of the table; styles are taken off the cells. */
function readAlignment(element: Element, table: Element): void {
  if (element.type !== 'tr') {
    for (const child of element.children) readAlignment(child, table);
    return;
  }
  const alignment = element.children.map((cell): Alignment => {
    const style = cell.attributes?.get('style');
    if (style === undefined) return 'default';
    const match = /(?:;\s*)?text-align:\s+(center|left|right)/.exec(style);
    const rest = match === null ? style : style.replace(match[0], '');
    if (rest.trim() === '') cell.attributes?.delete('style');
    else cell.attributes?.set('style', rest);
    const name = match?.[1];
    return name === 'center' || name === 'left' || name === 'right' ? name : 'default';
  });
  detail(table, { alignment });
}

function plainCells(element: Element): void {
  for (const child of element.children) {
    if (child.type === 'th') child.type = 'td';
    else plainCells(child);
  }
}
