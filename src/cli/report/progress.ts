/** A line that shows how far a long build has come, redrawn in place; nothing without a terminal or for a short build. */

import type { Clock } from '../../ports/clock.ts';
import type { Terminal } from '../terminal.ts';
import { textWidth } from './visible-text.ts';

export interface Progress {
  readonly step: (stage: string, done: number, total: number) => void;
  /** Removes the line. */
  readonly end: () => void;
}

const DELAY_MS = 1000;
const REDRAW_MS = 100;

export function createProgress(terminal: Terminal, clock: Clock): Progress {
  const start = clock.elapsed();
  let drawn = 0;
  let last = start + DELAY_MS - REDRAW_MS;
  return {
    step(stage, done, total) {
      const now = clock.elapsed();
      if (!terminal.interactive || now - last < REDRAW_MS) return;
      last = now;
      const text = total > 0 ? `${stage} ${done} of ${total}` : stage;
      const shown = text.slice(0, Math.max(1, terminal.columns - 1));
      terminal.err(`\r${shown}${' '.repeat(Math.max(0, drawn - textWidth(shown)))}`);
      drawn = textWidth(shown);
    },
    end() {
      if (drawn > 0) terminal.err(`\r${' '.repeat(drawn)}\r`);
      drawn = 0;
    },
  };
}
