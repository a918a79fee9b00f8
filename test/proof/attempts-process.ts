/**
 * A process that makes the attempts of one row: `ROW SEED FROM STEP UNTIL DEADLINE REPORT STATE`. It writes the number of the
 * attempt at hand to STATE, so that whoever kills it knows which one that was, and what it finds to REPORT, a line of JSON
 * each. The deadline is in milliseconds since the epoch.
 */

import { appendFileSync, openSync, writeSync } from 'node:fs';
import type { ReportLine } from './report-line.ts';
import { broken, chanceOf } from './row.ts';
import { rowNamed } from './rows.ts';

const [
  name = '',
  seed = '',
  from = '',
  step = '',
  until = '',
  deadline = '',
  reportFile = '',
  stateFile = '',
] = process.argv.slice(2);

const report = (line: ReportLine): void => appendFileSync(reportFile, `${JSON.stringify(line)}\n`);
const state = openSync(stateFile, 'r+');
const word = new Float64Array(1);
const bytes = new Uint8Array(word.buffer);
function begin(number: number): void {
  word[0] = number;
  writeSync(state, bytes, 0, bytes.length, 0);
}

const row = rowNamed(name);
if (row === undefined) throw new Error(`no row ${name}`);
const attempts = await row.open(Number(seed));
report({ full: attempts.full });
const end = Math.min(attempts.full, Number(until));
let number = Number(from);
// one at least: a short run has opened the row for something
let isDue = false;
for (; number < end && !isDue; number += Number(step)) {
  begin(number);
  try {
    const outcome = attempts.attempt(number, chanceOf(Number(seed), number));
    for (const failure of outcome instanceof Promise ? await outcome : outcome) report({ number, failure });
  } catch (error) {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    report({ number, failure: broken(text.split('\n', 1)[0] ?? '', text) });
  }
  isDue = Date.now() >= Number(deadline);
}
report({ next: number });
await attempts.close();
// sockets and watchers of a row that has gone wrong keep nobody waiting
process.exit(0);
