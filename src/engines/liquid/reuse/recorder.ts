/** The frames of the includes that are open in one render, and which of them records what. */

import { Drop } from '../../../ruby/values.ts';
import { Frame, NOTED, type ReadListener, type ReadSource, type TrackedRead } from './frame.ts';

/** Where a name was found, if not in a scope of a loop or include: those are counted from 0. */
export const foundIn = { globals: -1, assigns: -2 } as const;

/** More levels than there are. */
const ALL = Number.POSITIVE_INFINITY;

/** What questions are asked of: a render's context. */
export interface Recorded<Context extends Recorded<Context>> {
  readonly recorder: Recorder<Context>;
}

/** One for a render and the contexts within it. */
export class Recorder<Context extends Recorded<Context>> implements ReadListener {
  /** The innermost include that is recorded; undefined for most of the time. */
  frame: Frame<Context> | undefined;
  /** How many of the innermost frames do not record what is being read: they have recorded the name that leads there. */
  skippedFrames = 0;
  readonly source: ReadSource | undefined;
  #before: ReadListener | undefined;

  constructor(source: ReadSource | undefined) {
    this.source = source;
  }

  open(base: number): Frame<Context> {
    const frame = new Frame<Context>(this.frame, base);
    if (this.source !== undefined && this.frame === undefined) {
      this.#before = this.source.listener;
      this.source.listener = this;
    }
    this.frame = frame;
    return frame;
  }

  /** Ends the innermost frame: what it has recorded and left behind is its outer one's too. */
  close(frame: Frame<Context>): void {
    const { outer } = frame;
    this.frame = outer;
    this.skippedFrames = 0;
    if (outer === undefined) {
      if (this.source !== undefined) this.source.listener = this.#before;
      return;
    }
    for (const read of frame.tracked) outer.track(read);
    for (const [name, value] of frame.assigned) outer.assigned.set(name, value);
    for (const [name, end] of frame.offsets) outer.offsets.set(name, end);
  }

  /** The open includes can't be reused, whatever they read. */
  forbidReuse(): void {
    for (let frame = this.frame; frame !== undefined; frame = frame.outer) frame.isReusable = false;
  }

  /** From how many frames, the innermost first, a name that was found there comes from outside. */
  outside(name: string, found: number): number {
    let levels = 0;
    for (let { frame } = this; frame !== undefined; frame = frame.outer) {
      if (found >= 0 ? found >= frame.base : found === foundIn.assigns && frame.assigned.has(name)) break;
      levels++;
    }
    return levels;
  }

  /** How many of the innermost frames are so, up to the first that is not. */
  levels(isSo: (frame: Frame<Context>) => boolean): number {
    let levels = 0;
    for (let { frame } = this; frame !== undefined && isSo(frame); frame = frame.outer) levels++;
    return levels;
  }

  /** Notes what was answered to a question, once a frame; name and key tell it from others. */
  noteOnce(
    levels: number,
    name: string,
    key: unknown,
    seen: unknown,
    ask: (context: Context) => unknown,
  ): void {
    let { frame } = this;
    for (let i = 0; i < levels && frame !== undefined; i++) {
      // the frames around it recorded it then
      if (frame.times(name, key) === NOTED) return;
      frame.setTimes(name, key, NOTED);
      if (isLasting(seen)) frame.note({ ask, seen });
      else frame.isReusable = false;
      frame = frame.outer;
    }
  }

  /** Asks something that all open includes ask from outside, whatever they have set, and notes it in them. */
  ask<T>(context: Context, kind: string, key: string, question: (context: Context) => T): T {
    if (this.frame === undefined) return question(context);
    this.skippedFrames = ALL;
    let seen: T;
    try {
      seen = question(context);
    } finally {
      this.skippedFrames = 0;
    }
    this.noteOnce(ALL, kind, key, seen, (later) => later.recorder.ask(later, kind, key, question));
    return seen;
  }

  /** An object that changes was asked for something: it is new to the frames that it was not made in. */
  touch(madeIn: object | undefined): void {
    for (let frame = this.#receiving(); frame !== undefined && frame !== madeIn; frame = frame.outer)
      frame.isReusable = false;
  }

  read(read: TrackedRead): void {
    this.#receiving()?.track(read);
  }

  changing(again: () => unknown, seen: unknown): void {
    const read = { ask: again, seen };
    for (let frame = this.#receiving(); frame !== undefined; frame = frame.outer) frame.note(read);
  }

  #receiving(): Frame<Context> | undefined {
    let { frame } = this;
    for (let i = this.skippedFrames; i > 0 && frame !== undefined; i--) frame = frame.outer;
    return frame;
  }
}

/** Whether an object is known by what it stands for. */
function isLasting(value: unknown): boolean {
  return !(value instanceof Drop) || value.identity() !== undefined;
}
