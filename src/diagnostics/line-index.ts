/** Where the lines of a text begin: an offset's line is looked up instead of counted. */

export class LineIndex {
  readonly #length: number;
  /** Offsets of the first character of each line. */
  readonly #starts: readonly number[];

  /** `\n`, `\r\n` and a lone `\r` end a line. */
  constructor(text: string) {
    const starts = [0];
    const ends = /\r\n?|\n/g;
    while (ends.exec(text) !== null) starts.push(ends.lastIndex);
    this.#starts = starts;
    this.#length = text.length;
  }

  /** The line of an offset (UTF-16 units), both from 0; an offset beyond the end is the end. */
  lineOf(offset: number): number {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** Where a line (from 0) begins; undefined where there is none. */
  startOf(line: number): number | undefined {
    return this.#starts[line];
  }

  /** Where the line after a line begins; the end of the text for the last. */
  endOf(line: number): number {
    return this.#starts[line + 1] ?? this.#length;
  }

  get lastLine(): number {
    return this.#starts.length - 1;
  }
}
