/**
 * What an include reads from outside of itself while it renders, and what it leaves there: all that its text depends on,
 * in the order in which it was read (ADR 0009).
 */

import type { Value } from '../../../ruby/values.ts';

/** A reading: a question to a render's context, and what was answered. Asking again records it again. */
export interface Read<Context> {
  readonly ask: (context: Context) => unknown;
  readonly seen: unknown;
}

/** Something that was read of the site and stays as it is for the whole build. */
export interface TrackedRead {
  /** The last frame that recorded it. */
  lastFrame: number;
}

/** Receives what drops and ports are asked for. */
export interface ReadListener {
  /** Something that stays as it is for the whole build. */
  read(read: TrackedRead): void;
  /** Something that may change while pages are rendered; `again` asks for it again. */
  changing(again: () => unknown, seen: unknown): void;
  /** What is being recorded can't be reused. */
  forbidReuse(): void;
}

/** What records what pages read of the site. */
export interface ReadSource {
  /** Whether reads are being recorded. */
  readonly active: boolean;
  listener: ReadListener | undefined;
  /** Records what an earlier page has read. */
  repeat(read: TrackedRead): void;
}

/** Readings beyond which an include is not worth it. */
const mostReads = 256;
const mostTracked = 20_000;

/** Of a reading whose value is recorded. */
export const NOTED = Number.POSITIVE_INFINITY;

let frames = 0;

/** An include that is being rendered and recorded. */
export class Frame<Context> {
  readonly id = ++frames;
  readonly outer: Frame<Context> | undefined;
  /** Scopes that were there before it. */
  readonly base: number;
  readonly reads: Read<Context>[] = [];
  readonly tracked: TrackedRead[] = [];
  /** What it has set of the variables that outlive it. */
  readonly assigned = new Map<string, Value>();
  /** Where its loops have ended, for `offset: continue`. */
  readonly offsets = new Map<string, number>();
  /** What was read by a name, and by a key of it: how often it was compared, `NOTED` once its value is known. */
  readonly #times = new Map<string, Map<unknown, number>>();
  /** Whether another page may use its text. */
  isReusable = true;

  constructor(outer: Frame<Context> | undefined, base: number) {
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

  note(read: Read<Context>): void {
    if (this.reads.length < mostReads) this.reads.push(read);
    else this.isReusable = false;
  }

  track(read: TrackedRead): void {
    if (read.lastFrame === this.id) return;
    read.lastFrame = this.id;
    if (this.tracked.length < mostTracked) this.tracked.push(read);
    else this.isReusable = false;
  }
}
