/** The real terminal: standard output and standard error of the process. */

import type { Terminal } from './terminal.ts';

export const nodeTerminal: Terminal = {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  interactive: process.stderr.isTTY === true && process.env.CI === undefined,
  outInteractive: process.stdout.isTTY === true && process.env.CI === undefined,
  columns: process.stderr.columns ?? 80,
};
