/** A text that is being parsed and where it was cut from, so that an offset can be mapped to a place in the user's file. */

import type { Place } from '../../../diagnostics/diagnostic.ts';
import { LineIndex } from '../../../diagnostics/line-index.ts';

export class Source {
  readonly text: string;
  /** The text that this one was cut from; undefined for the document's own. */
  readonly parent: Source | undefined;
  /** Where this text begins in the parent's, or what was cut from before its first line. */
  readonly parentOffset: number;
  /** From where on a search is known to find nothing. */
  private failures: Map<string, number> | undefined = undefined;

  private index: LineIndex | undefined = undefined;
  /** Where lines of this text stand in the parent's, as far as it was asked. */
  private outerLines: Map<number, LinePosition> | undefined = undefined;

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

  get lines(): LineIndex {
    this.index ??= new LineIndex(this.text);
    return this.index;
  }

  /** Where a line (from 0) stands in the parent's text: searched once for each line, which may be long. */
  outerLine(line: number): LinePosition {
    if (this.parent === undefined) return { line, column: 0 };
    let found = this.outerLines?.get(line);
    if (found === undefined) {
      found = findOuterLine(this, this.parent, line);
      this.outerLines ??= new Map();
      this.outerLines.set(line, found);
    }
    return found;
  }
}

/** Where a line begins in another text; both from 0. */
interface LinePosition {
  readonly line: number;
  readonly column: number;
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
  const at = Math.min(offset, source.text.length);
  let line = source.lines.lineOf(at);
  let column = at - source.lines.startOf(line)!;
  for (let from = source; from.parent !== undefined; from = from.parent) {
    const outer = from.outerLine(line);
    line = outer.line;
    column += outer.column;
  }
  return { file: origin.file, line: origin.startLine + line, column: column + 1 };
}

/** Where in the parent's text a line of a text stands; both from 0. */
function findOuterLine(source: Source, parent: Source, line: number): LinePosition {
  const content = lineOf(source, line).trimEnd();
  const first = parent.lines.lineOf(source.parentOffset);
  const outerLine = Math.min(first + line, parent.lines.lastLine);
  const outer = lineOf(parent, outerLine);
  const from = line > 0 ? -1 : outer.indexOf(content, source.parentOffset - parent.lines.startOf(first)!);
  return { line: outerLine, column: Math.max(0, from < 0 ? outer.lastIndexOf(content) : from) };
}

function lineOf({ text, lines }: Source, line: number): string {
  return text.slice(lines.startOf(line), lines.endOf(line)).replace(/\n$/, '');
}
