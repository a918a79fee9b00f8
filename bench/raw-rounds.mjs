// Every single measurement as a line of JSON, for who wants more than a median.

import { appendFileSync, mkdirSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

/** The file, made with its first line: a new one in the folder for temporary files where none is named. */
export function openRawRounds(named) {
  const moment = new Date().toISOString().replaceAll(/[-:]|\.\d+/g, '');
  const path = named === undefined ? join(tmpdir(), `hastie-bench-${moment}.jsonl`) : resolve(named);
  if (named !== undefined) rmSync(path, { force: true });
  let highest = 0;
  return {
    path,
    /** The highest load that was seen at the end of a measurement. */
    highestLoad: () => highest,
    add(measured) {
      const line = { at: new Date().toISOString(), load: Number(loadavg()[0].toFixed(2)), ...measured };
      highest = Math.max(highest, line.load);
      mkdirSync(dirname(path), { recursive: true });
      appendFileSync(path, `${JSON.stringify(line)}\n`);
    },
  };
}
