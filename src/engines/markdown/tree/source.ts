/** A text that is being parsed and where it was cut from, so that an offset can be mapped to a place in the user's file. */

import type { Place } from '../../../diagnostics/diagnostic.ts';

export class Source {
  readonly text: string;
  /** The text that this one was cut from; undefined for the document's own. */
  readonly parent: Source | undefined;
  /** Where the first line of this text stands in the parent's. */
  readonly parentOffset: number;
  /** From where on a search is known to find nothing. */
  private failures: Map<string, number> | undefined = undefined;

  constructor(text: string, parent?: Source, parentOffset = 0) {
    this.text = text;
    this.parent = parent;
    this.parentOffset = parentOffset;
  }

  /** `indexOf`, at once where an earlier search ran into the end: what is not after an index is not after a later one. */
  find(needle: string, at: number): number {
    if (this.isMissing(needle, at)) return -1;
    const found = this.text.indexOf(needle, at);
    if (found < 0) this.noteMissing(needle, at);
    return found;
  }

  /** Whether a search for something, by a name of its own, is known to fail from an index on. */
  isMissing(name: string, at: number): boolean {
    return this.failures !== undefined && at >= (this.failures.get(name) ?? Infinity);
  }

  noteMissing(name: string, at: number): void {
    this.failures ??= new Map();
    this.failures.set(name, at);
  }
}

/** Where a document stands in its file: the line of its first line. */
export interface Origin {
  readonly file: string;
  readonly startLine: number;
}

/**
 * The place of an offset. Texts are cut line by line and lose only what was at a line's start or end (a quote's `>`, a
 * list item's indentation), so each line of a text is found again at the same distance in its parent.
 */
export function placeIn(source: Source, offset: number, origin: Origin): Place {
  let text = source.text;
  let at = Math.min(offset, text.length);
  let lineStart = text.lastIndexOf('\n', at - 1) + 1;
  let line = countLines(text, lineStart);
  let column = at - lineStart;
  let from: Source = source;
  while (from.parent !== undefined) {
    const content = lineFrom(text, lineStart).trimEnd();
    const outer: string = from.parent.text;
    let start = outer.lastIndexOf('\n', from.parentOffset - 1) + 1;
    const firstLine = countLines(outer, start);
    for (let n = 0; n < line; n++) {
      const next = outer.indexOf('\n', start);
      if (next < 0) break;
      start = next + 1;
    }
    column += Math.max(0, lineFrom(outer, start).lastIndexOf(content));
    line += firstLine;
    lineStart = start;
    text = outer;
    at = start + column;
    from = from.parent;
  }
  return { file: origin.file, line: origin.startLine + line, column: column + 1 };
}

function lineFrom(text: string, start: number): string {
  const end = text.indexOf('\n', start);
  return text.slice(start, end < 0 ? text.length : end);
}

function countLines(text: string, end: number): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0 && at < end; at = text.indexOf('\n', at + 1)) count++;
  return count;
}
