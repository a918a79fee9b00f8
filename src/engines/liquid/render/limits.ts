/** The limits that end a runaway template: depth, number of items, time, length of text. */

import { liquidMessages } from '../../../diagnostics/catalogue/engines/liquid.ts';
import type { Clock } from '../../../ports/clock.ts';
import { fail } from '../errors.ts';

export interface Limits {
  /** Blocks within blocks, and scopes (loops and includes) within scopes; Ruby Liquid's figure. */
  readonly depth: number;
  /** Members of a range that a loop walks. */
  readonly items: number;
  /** Members of a list that a filter makes or works on. */
  readonly list: number;
  /** Milliseconds for one render. */
  readonly renderMs: number;
  /** UTF-16 units of a render's output. */
  readonly output: number;
  /** UTF-16 units of a value: of what a filter makes, of a capture. */
  readonly text: number;
}

export const defaultLimits: Limits = {
  depth: 100,
  items: 10_000_000,
  list: 1_000_000,
  renderMs: 10_000,
  output: 256 * 1024 * 1024,
  text: 16 * 1024 * 1024,
};

/** Ends a render whose text has grown too long. */
export function checkLength(length: number, limits: Limits, where: string, most = limits.text): void {
  if (length > most)
    fail(liquidMessages.limit, {
      where,
      what: 'produces',
      limit: `${Math.round(most / 1048576)} MB of text`,
    });
}

/** Ends a render whose list has grown too long. */
export function checkItems(count: number, limits: Limits, where: string, most = limits.list): void {
  if (count > most)
    fail(liquidMessages.limit, { where, what: 'has', limit: `${most.toLocaleString('en-US')} items` });
}

/** Steps between two readings of the clock. */
const stride = 32;

/** The stop-watch of one render. */
export class Deadline {
  readonly #clock: Clock;
  readonly #end: number;
  readonly #limits: Limits;
  #steps = 0;

  constructor(clock: Clock, limits: Limits) {
    this.#clock = clock;
    this.#limits = limits;
    this.#end = clock.elapsed() + limits.renderMs;
  }

  /** Counts a step of `where`, which the error names when the time is up. */
  step(where: string): void {
    if (++this.#steps % stride === 0) this.check(where);
  }

  check(where: string): void {
    if (this.#clock.elapsed() > this.#end)
      fail(liquidMessages.limit, { where, what: 'takes', limit: `${this.#limits.renderMs / 1000} seconds` });
  }
}
