/** A file's text with its name: converts offsets to places and gives single lines for error frames. */

import type { Place } from './diagnostic.ts';
import { LineIndex } from './line-index.ts';

/** The text of a file, with its name. */
export interface SourceText {
  /** Path relative to the source folder, `/` between segments; as it is to be printed. */
  readonly file: string;
  readonly text: string;
}

/** The place of `offset` (UTF-16 units) in `source`; an offset beyond the end is the end. */
export function placeAt(source: SourceText, offset: number, length?: number): Place {
  const index = indexOf(source);
  const at = Math.max(0, Math.min(offset, source.text.length));
  const line = index.lineOf(at);
  return {
    file: source.file,
    line: line + 1,
    column: at - (index.startOf(line) ?? 0) + 1,
    ...(length === undefined ? {} : { length }),
  };
}

/** The text of a line (from 1) without its line end, or undefined where there is none. */
export function lineText(source: SourceText, line: number): string | undefined {
  const index = indexOf(source);
  const start = index.startOf(line - 1);
  if (start === undefined) return undefined;
  return source.text.slice(start, index.endOf(line - 1)).replace(/\r?\n$|\r$/, '');
}

const known = new WeakMap<SourceText, LineIndex>();

function indexOf(source: SourceText): LineIndex {
  let index = known.get(source);
  if (index === undefined) {
    index = new LineIndex(source.text);
    known.set(source, index);
  }
  return index;
}
