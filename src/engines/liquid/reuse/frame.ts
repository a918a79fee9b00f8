/**
 * What an include reads from outside of itself while it renders, and what it leaves there: all that its text depends on,
 * in the order in which it was read (ADR 0009).
 */

import type { Value } from '../../../ruby/values.ts';
import type { RenderContext } from '../context.ts';

/** A reading: a question, and what was answered. Whoever asks again notes it anew. */
export interface Read {
  readonly ask: (context: RenderContext) => unknown;
  readonly seen: unknown;
}

/** Something that was read of the site and stays as it is for the whole build. */
export interface HeardRead {
  /** The frame that has heard of it last. */
  heardBy: number;
}

/** Told of what drops and ports are asked for. */
export interface ReadListener {
  /** Something that stays as it is for the whole build. */
  read(read: HeardRead): void;
  /** Something that may change while pages are rendered; `again` asks for it anew. */
  changing(again: () => unknown, seen: unknown): void;
  /** Something that no page may be spared. */
  spoil(): void;
}

/** Those who keep account of what pages read of the site. */
export interface ReadSource {
  /** Whether an account is kept at the moment. */
  readonly active: boolean;
  listener: ReadListener | undefined;
  /** Enters into the account what an earlier page has read. */
  repeat(read: HeardRead): void;
}

/** Readings beyond which an include is not worth it. */
const mostReads = 256;
const mostHeard = 20_000;

/** Of a reading whose value is noted. */
export const NOTED = Number.POSITIVE_INFINITY;

let frames = 0;

/** An include that is being rendered and recorded. */
export class Frame {
  readonly id = ++frames;
  readonly outer: Frame | undefined;
  /** Scopes that were there before it. */
  readonly base: number;
  readonly reads: Read[] = [];
  readonly heard: HeardRead[] = [];
  /** What it has set of the variables that outlive it. */
  readonly assigned = new Map<string, Value>();
  /** Where its loops have ended, for `offset: continue`. */
  readonly offsets = new Map<string, number>();
  /** What was read by a name, and by a key of it: how often it was compared, `NOTED` once its value is known. */
  readonly #times = new Map<string, Map<unknown, number>>();
  /** Whether another page must render it for itself. */
  spoilt = false;

  constructor(outer: Frame | undefined, base: number) {
    this.outer = outer;
    this.base = base;
  }

  times(name: string, key: unknown): number {
    return this.#times.get(name)?.get(key) ?? 0;
  }

  setTimes(name: string, key: unknown, times: number): void {
    let keys = this.#times.get(name);
    if (keys === undefined) this.#times.set(name, (keys = new Map()));
    keys.set(key, times);
  }

  note(read: Read): void {
    if (this.reads.length < mostReads) this.reads.push(read);
    else this.spoilt = true;
  }

  hear(read: HeardRead): void {
    if (read.heardBy === this.id) return;
    read.heardBy = this.id;
    if (this.heard.length < mostHeard) this.heard.push(read);
    else this.spoilt = true;
  }
}
