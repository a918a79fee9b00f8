/** Limits that keep the time linear where kramdown's is not, all far beyond any page written by hand. */

/**
 * Quotes, lists and `markdown="1"` elements within each other; deeper ones stay text. kramdown itself runs out of
 * stack.
 */
export const MAX_BLOCK_NESTING = 100;
/** HTML elements, links and emphasis within each other. */
export const MAX_SPAN_NESTING = 100;
/** HTML elements within each other. */
export const MAX_HTML_NESTING = 200;
/** Empty cells that are added to a table's short rows. */
export const MAX_FILLED_CELLS = 65_536;

/** Definitions of attribute lists that refer to each other in a row. */
export const MAX_REFERENCES = 50;
/** An abbreviation with a longer name is not replaced. */
export const MAX_ABBREVIATION_LENGTH = 100;

/** The budgets of one document. */
export class Limits {
  /** Characters that failed attempts may read: emphasis and links that turn out to have no end. */
  private attempts: number;
  /** Characters that references to attribute lists, links and abbreviations may add to the page. */
  private expansion: number;

  constructor(length: number) {
    this.attempts = 50_000 + 12 * length;
    this.expansion = 1_000_000 + 10 * length;
  }

  mayAttempt(): boolean {
    return this.attempts > 0;
  }

  /** Charges a failed attempt that read this many characters. */
  failedAttempt(length: number): void {
    this.attempts -= length;
  }

  /** Takes from the budget of what references add. */
  mayExpand(length: number): boolean {
    this.expansion -= length;
    return this.expansion > 0;
  }
}
