/** A line that tells how far a long build has come, redrawn in place; nothing where no one looks or when it is over soon. */

import type { Clock } from '../../ports/clock.ts';
import type { Terminal } from '../terminal.ts';
import { textWidth } from './visible-text.ts';

export interface Progress {
  readonly step: (stage: string, done: number, total: number) => void;
  /** Takes the line away. */
  readonly end: () => void;
}

const PATIENCE_MS = 1000;
const REDRAW_MS = 100;

export function createProgress(terminal: Terminal, clock: Clock): Progress {
  const start = clock.elapsed();
  let drawn = 0;
  let last = start + PATIENCE_MS - REDRAW_MS;
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
