/** Says how far the proof is: on a terminal in one line that changes, elsewhere in a line for each row that is done. */

import type { WriteStream } from 'node:tty';
import type { Result } from './run-row.ts';
import { tableRow, timeOf } from './table.ts';

const RED = '\x1b[31m';
const PLAIN = '\x1b[39m';
const CLEAR = '\r\x1b[2K';

export class Progress {
  readonly #out: WriteStream;
  readonly #isTerminal: boolean;
  readonly #isColoured: boolean;

  constructor(out: WriteStream, env: NodeJS.ProcessEnv) {
    this.#out = out;
    this.#isTerminal = out.isTTY === true && env.CI === undefined && env.TERM !== 'dumb';
    this.#isColoured = this.#isTerminal && !env.NO_COLOR;
  }

  readonly paint = (text: string): string => (this.#isColoured ? `${RED}${text}${PLAIN}` : text);

  show(soFar: Result, deadline: number): void {
    if (!this.#isTerminal) return;
    const left = Math.max(0, (deadline - Date.now()) / 1000);
    const line = `${lineOf(soFar)}, ${timeOf(left)} left`;
    this.#out.write(`${CLEAR}${line.slice(0, (this.#out.columns ?? 80) - 1)}`);
  }

  finish(result: Result): void {
    this.#out.write(`${this.#isTerminal ? CLEAR : ''}${lineOf(result)}, ${timeOf(result.seconds)}\n`);
  }

  end(): void {
    if (this.#isTerminal) this.#out.write(CLEAR);
  }
}

function lineOf(result: Result): string {
  const { row, tried, full, counted, failed, withoutPlace } = tableRow(result);
  const numbers = [tried, full, failed, withoutPlace].map((number) => number.toLocaleString('en-US'));
  return `${row}: ${numbers[0]} of ${numbers[1]} ${counted}, ${numbers[2]} failed, ${numbers[3]} without a place`;
}
