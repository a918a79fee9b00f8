/** A table's line: whether it has a pipe that separates cells, and the cells it splits into. */

import { parseSpans, type SpanChainName, SpanState } from '../span/state.ts';
import { Element } from '../tree/element.ts';
import { isBlankChar, splitLines } from '../tree/scan.ts';
import { Source } from '../tree/source.ts';
import type { BlockState } from './state.ts';

/** Whether a line has a pipe that no backslash escapes from an index on, and a line end. */
export function hasPipe(text: string, at: number): boolean {
  const end = text.indexOf('\n', at);
  if (end < 0) return false;
  return pipeIn(text.slice(at, end));
}

/** A pipe at the start or after anything but a backslash. */
function pipeIn(line: string): boolean {
  for (let at = line.indexOf('|'); at >= 0; at = line.indexOf('|', at + 1))
    if (at === 0 || line.charCodeAt(at - 1) !== 92) return true;
  return false;
}

/** The cells of a row. Pipes in code separate nothing. */
export function splitCells(state: BlockState, row: string): string[] {
  let end = row.length;
  while (end > 0 && isBlankChar(row.charCodeAt(end - 1))) end--;
  const line = row.slice(0, end);
  const cells: string[] = [];
  let at = 0;
  for (let code = nextCodeElement(line, at); code !== undefined; code = nextCodeElement(line, at)) {
    splitText(state, line.slice(at, code.start), cells);
    append(cells, line.slice(code.start, code.end));
    at = code.end;
  }
  splitText(state, line.slice(at), cells);
  return cells;
}

function nextCodeElement(line: string, from: number): { start: number; end: number } | undefined {
  const start = line.indexOf('<code', from);
  const tagEnd = start < 0 ? -1 : line.indexOf('>', start + 5);
  const end = tagEnd < 0 ? -1 : line.indexOf('</code>', tagEnd + 1);
  return end < 0 ? undefined : { start, end: end + 7 };
}

function append(cells: string[], text: string): void {
  if (cells.length === 0) cells.push(text);
  else cells[cells.length - 1] += text;
}

/** Parses a part of a row into `tree`: code alone, or code and HTML. */
function readSpans(state: BlockState, from: number, text: string, tree: Element, chain: SpanChainName): void {
  const spans = new SpanState(
    state.doc,
    state.chains.span,
    new Source(text, state.source, from),
    new Element('root'),
  );
  parseSpans(spans, tree, undefined, chain);
}

function splitText(state: BlockState, text: string, cells: string[]): void {
  if (text === '') return;
  if (!text.includes('`')) {
    appendCells(cells, text);
    return;
  }
  const root = new Element('root');
  readSpans(state, state.pos, text, root, 'code');
  for (const child of root.children) {
    if (child.type === 'codespan') append(cells, codeOf(child.value));
    else appendCells(cells, child.value);
  }
}

/** Splits a text at its pipes; what is before the first belongs to the last cell. */
function appendCells(cells: string[], text: string): void {
  const escaped = text.includes('\\|');
  let start = 0;
  for (let end = text.indexOf('|'); ; end = text.indexOf('|', end + 1)) {
    if (end > 0 && text.charCodeAt(end - 1) === 92) continue;
    const piece = text.slice(start, end < 0 ? text.length : end);
    const cell = escaped ? piece.replaceAll('\\|', '|') : piece;
    if (start === 0) append(cells, cell);
    else cells.push(cell);
    if (end < 0) return;
    start = end + 1;
  }
}

/** Code as source again, with a delimiter that does not occur in it. */
function codeOf(value: string): string {
  let longest = 0;
  for (const [run] of value.matchAll(/`+/g)) longest = Math.max(longest, run.length);
  const delimiter = '`'.repeat(longest + 1);
  const space = longest > 0 ? ' ' : '';
  return delimiter + space + value + space + delimiter;
}

/** Whether each line of what looked like a table has a pipe outside of code. */
export function everyLineHasPipe(state: BlockState, from: number, to: number): boolean {
  const text = state.text.slice(from, to - 1);
  // Without code or HTML, `hasPipe` has already checked each line.
  if (!text.includes('`') && !text.includes('<')) return true;
  const root = new Element('root');
  readSpans(state, from, text, root, 'code-html');
  let pipeOnLine = false;
  for (const child of root.children) {
    const lines = splitLines(child.value);
    if (child.type === 'codespan') {
      if (lines.length > 2 || (lines.length === 2 && !pipeOnLine)) break;
      if (lines.length === 2) pipeOnLine = false;
      continue;
    }
    if (lines.length > 1 && !pipeOnLine && !pipeIn(lines[0]!)) break;
    const last = lines[lines.length - 1];
    pipeOnLine = (lines.length > 1 ? false : pipeOnLine) || (last !== undefined && pipeIn(last));
  }
  return pipeOnLine;
}
