/** Tables: lines with pipes between boundaries, split into rows and cells, head, bodies and foot. */

import { markdownMessages } from '../../../diagnostics/catalogue/engines/markdown.ts';
import { isSpace } from '../../../ruby/characters.ts';
import { strip } from '../../../ruby/text.ts';
import { type Alignment, detail, Element } from '../tree/element.ts';
import { MAX_FILLED_CELLS } from '../tree/limits.ts';
import { nextLine } from '../tree/scan.ts';
import type { BlockState } from './state.ts';
import { everyLineHasPipe, hasPipe, splitCells } from './table-row.ts';

type Part = 'thead' | 'tbody' | 'tfoot';

export function table(state: BlockState): boolean {
  if (isSpace(state.code) || !hasPipe(state.text, state.mark) || !state.isAfterBoundary()) return false;
  // kramdown gives a waiting attribute list to the table before it knows that there is one.
  const element = state.newElement('table');
  const rows = new Rows(state.text, state.pos, state);
  rows.read();
  if (!state.isBeforeBoundary(rows.pos)) return false;
  if (!everyLineHasPipe(state, state.pos, rows.pos)) return false;
  rows.finish();
  if (!rows.parts.some((part) => part.type === 'tbody')) {
    state.doc.warn(markdownMessages.tableWithoutBody, {}, state.source, state.pos);
    return false;
  }
  state.tree.append(element);
  element.children = rows.parts;
  fillRows(rows);
  const alignment = rows.alignment.slice(0, rows.columns);
  while (alignment.length < rows.columns) alignment.push('default');
  detail(element, { alignment });
  state.pos = rows.pos;
  return true;
}

/** Whether a line is made of these characters, the needed one among them. */
function isLineOf(text: string, at: number, end: number, allowed: string, needed: string): boolean {
  let found = false;
  for (let pos = at; pos < end; pos++) {
    const character = text.charAt(pos);
    if (character === needed) found = true;
    else if (!allowed.includes(character)) return false;
  }
  return found;
}

class Rows {
  readonly parts: Element[] = [];
  readonly alignment: Alignment[] = [];
  columns = 0;
  pos: number;
  private readonly text: string;
  private readonly state: BlockState;
  private readonly leadingPipe: boolean;
  private rows: Element[] = [];
  private hasFooter = false;

  constructor(text: string, pos: number, state: BlockState) {
    this.text = text;
    this.pos = pos;
    this.state = state;
    this.leadingPipe = text.charCodeAt(state.mark) === 124;
  }

  read(): void {
    const { text } = this;
    const first = nextLine(text, this.pos);
    if (this.isSeparator(first - 1)) this.pos = first;
    while (this.pos < text.length && hasPipe(text, this.pos)) {
      const end = nextLine(text, this.pos);
      if (this.isSeparator(end - 1)) this.takeSeparator(text.slice(this.pos, end - 1));
      else if (isLineOf(text, this.pos, end - 1, '+|: \t', '=')) this.takeFooterSeparator();
      else this.takeRow(text.slice(this.pos, end - 1));
      this.pos = end;
    }
  }

  /** Puts the last rows into their part. */
  finish(): void {
    if (this.rows.length > 0) this.close(this.hasFooter ? 'tfoot' : 'tbody', false);
  }

  private isSeparator(end: number): boolean {
    return isLineOf(this.text, this.pos, end, '+|: \t', '-');
  }

  private takeSeparator(line: string): void {
    if (this.rows.length === 0) return;
    if (this.alignment.length > 0 || this.hasFooter) this.close('tbody', false);
    else {
      this.close('thead', false);
      this.readAlignment(line);
    }
  }

  private readAlignment(line: string): void {
    // Each run of dashes with a colon at one of its ends, at both or at none.
    let from = 0;
    for (let at = line.indexOf('-'); at >= 0; at = line.indexOf('-', from)) {
      const left = at > from && line.charCodeAt(at - 1) === 58;
      while (line.charCodeAt(at) === 45) at++;
      const right = line.charCodeAt(at) === 58;
      this.alignment.push(left ? (right ? 'center' : 'left') : right ? 'right' : 'default');
      from = right ? at + 1 : at;
    }
  }

  private takeFooterSeparator(): void {
    if (this.rows.length > 0) this.close('tbody', true);
    this.hasFooter = true;
  }

  private takeRow(line: string): void {
    const cells = splitCells(this.state, line);
    if (this.leadingPipe && cells.length > 0 && strip(cells[0]!) === '') cells.shift();
    if (cells.length > 0 && strip(cells[cells.length - 1]!) === '') cells.pop();
    const row = new Element('tr', '', this.pos);
    let at = 0;
    row.children = cells.map((cellText) => {
      const cell = new Element('td', '', this.pos);
      const text = strip(cellText);
      // a cell with pipes or code is not always written as it is read
      const found = /[|`]/.test(text) ? -1 : line.indexOf(text, at);
      cell.append(this.state.rawText(text, this.pos + Math.max(at, found)));
      if (found >= 0) at = found + text.length;
      return cell;
    });
    this.columns = Math.max(this.columns, cells.length);
    this.rows.push(row);
  }

  private close(type: Part, force: boolean): void {
    if (this.hasFooter && type === 'tbody' && !force) return;
    const part = new Element(type);
    part.children = this.rows;
    this.rows = [];
    this.parts.push(part);
  }
}

/** Gives every row as many cells as the longest has, up to a limit. */
function fillRows(rows: Rows): void {
  let left = MAX_FILLED_CELLS;
  for (const part of rows.parts) {
    for (const row of part.children) {
      for (let n = row.children.length; n < rows.columns && left > 0; n++, left--)
        row.append(new Element('td'));
    }
  }
}
