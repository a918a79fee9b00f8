/** The frames of the includes that are open in one render, and who of them is told what. */

import { Drop } from '../../../ruby/values.ts';
import type { RenderContext } from '../context.ts';
import { Frame, type HeardRead, NOTED, type ReadListener, type ReadSource } from './frame.ts';

/** Where a name was found, if not in a scope of a loop or include: those are counted from 0. */
export const foundIn = { globals: -1, assigns: -2 } as const;

/** More levels than there are. */
const ALL = Number.POSITIVE_INFINITY;

/** One for a render and the contexts within it. */
export class Recorder implements ReadListener {
  /** The innermost include that is recorded; undefined for most of the time. */
  frame: Frame | undefined;
  /** How many of the innermost frames are not told what is being read: they know it by the name that leads there. */
  hushed = 0;
  readonly source: ReadSource | undefined;
  #before: ReadListener | undefined;

  constructor(source: ReadSource | undefined) {
    this.source = source;
  }

  open(base: number): Frame {
    const frame = new Frame(this.frame, base);
    if (this.source !== undefined && this.frame === undefined) {
      this.#before = this.source.listener;
      this.source.listener = this;
    }
    this.frame = frame;
    return frame;
  }

  /** Ends the innermost frame: what it has heard and left behind is its outer one's too. */
  close(frame: Frame): void {
    const { outer } = frame;
    this.frame = outer;
    this.hushed = 0;
    if (outer === undefined) {
      if (this.source !== undefined) this.source.listener = this.#before;
      return;
    }
    for (const read of frame.heard) outer.hear(read);
    for (const [name, value] of frame.assigned) outer.assigned.set(name, value);
    for (const [name, end] of frame.offsets) outer.offsets.set(name, end);
  }

  /** The open includes can't be spared, whatever they read. */
  spoil(): void {
    for (let frame = this.frame; frame !== undefined; frame = frame.outer) frame.spoilt = true;
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
  levels(isSo: (frame: Frame) => boolean): number {
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
    ask: (context: RenderContext) => unknown,
  ): void {
    let { frame } = this;
    for (let i = 0; i < levels && frame !== undefined; i++) {
      // the frames around it were told then
      if (frame.times(name, key) === NOTED) return;
      frame.setTimes(name, key, NOTED);
      if (isLasting(seen)) frame.note({ ask, seen });
      else frame.spoilt = true;
      frame = frame.outer;
    }
  }

  /** Asks something that all open includes ask from outside, whatever they have set, and notes it in them. */
  ask<T>(context: RenderContext, kind: string, key: string, question: (context: RenderContext) => T): T {
    if (this.frame === undefined) return question(context);
    this.hushed = ALL;
    let seen: T;
    try {
      seen = question(context);
    } finally {
      this.hushed = 0;
    }
    this.noteOnce(ALL, kind, key, seen, (later) => later.recorder.ask(later, kind, key, question));
    return seen;
  }

  /** An object that changes was asked for something: it is new to the frames that it was not made in. */
  touch(madeIn: Frame | undefined): void {
    for (let frame = this.#told(); frame !== undefined && frame !== madeIn; frame = frame.outer)
      frame.spoilt = true;
  }

  read(read: HeardRead): void {
    this.#told()?.hear(read);
  }

  changing(again: () => unknown, seen: unknown): void {
    const read = { ask: again, seen };
    for (let frame = this.#told(); frame !== undefined; frame = frame.outer) frame.note(read);
  }

  #told(): Frame | undefined {
    let { frame } = this;
    for (let i = this.hushed; i > 0 && frame !== undefined; i--) frame = frame.outer;
    return frame;
  }
}

/** Whether an object is known by what it stands for. */
function isLasting(value: unknown): boolean {
  return !(value instanceof Drop) || value.identity() !== undefined;
}
