/** A file's text with its name: converts offsets to places and gives single lines for error frames. */

import type { Place } from './diagnostic.ts';

/** The text of a file, with its name. */
export interface SourceText {
  /** Path relative to the source folder, `/` between segments; as it is to be printed. */
  readonly file: string;
  readonly text: string;
}

/** The place of `offset` (UTF-16 units) in `source`; an offset beyond the end is the end. */
export function placeAt(source: SourceText, offset: number, length?: number): Place {
  const starts = lineStarts(source);
  const at = Math.max(0, Math.min(offset, source.text.length));
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle]! <= at) low = middle;
    else high = middle - 1;
  }
  return {
    file: source.file,
    line: low + 1,
    column: at - starts[low]! + 1,
    ...(length === undefined ? {} : { length }),
  };
}

/** The text of a line (from 1) without its line end, or undefined where there is none. */
export function lineText(source: SourceText, line: number): string | undefined {
  const starts = lineStarts(source);
  const start = starts[line - 1];
  if (start === undefined) return undefined;
  return source.text.slice(start, starts[line] ?? source.text.length).replace(/\r?\n$|\r$/, '');
}

const known = new WeakMap<SourceText, readonly number[]>();

/** Offsets of the first character of each line; `\n`, `\r\n` and a lone `\r` end one. */
function lineStarts(source: SourceText): readonly number[] {
  let starts = known.get(source);
  if (starts === undefined) {
    const found = [0];
    const ends = /\r\n?|\n/g;
    while (ends.exec(source.text) !== null) found.push(ends.lastIndex);
    known.set(source, found);
    starts = found;
  }
  return starts;
}
