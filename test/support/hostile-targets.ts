/** The table of request targets that must not reveal anything, shared by the tests of the lookup and those over a socket. */

import { readFileSync } from 'node:fs';

export interface HostileTarget {
  /** One character a byte, as it stands in a request line. */
  readonly target: string;
  /** 400 for what is no path of a page; 404; 302 and 200 where it is but another way to an output. */
  readonly status: number;
}

const file = new URL('../cases/serve/targets.txt', import.meta.url);

/** Rows are `status target`, with `\xNN` for a byte that can't be seen; `#` at the beginning names a section. */
export const HOSTILE_TARGETS: readonly HostileTarget[] = readFileSync(file, 'utf8')
  .split('\n')
  .filter((row) => /^\d/.test(row))
  .map((row) => ({
    status: Number(row.slice(0, 3)),
    target: row
      .slice(4)
      .replace(/\\x([0-9a-f]{2})/g, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16))),
  }));
