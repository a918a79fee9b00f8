/**
 * `npm run prove`: holds every promise against generated attacks for as long as it is told, and prints one table. Run by
 * `scripts/prove.mjs`, which bundles it.
 */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { HELP, type Options, readOptions } from './options.ts';
import { Progress } from './progress.ts';
import { type Result, runRow } from './run-row.ts';
import { findingsText, tableRow, tableText } from './table.ts';

/** `scripts/prove.mjs` has put the bundles into one folder. */
const SCRIPT = join(dirname(process.argv[1] ?? ''), 'attempts-process.mjs');

process.exitCode = await main(process.argv.slice(2));

async function main(words: readonly string[]): Promise<number> {
  let options: Options | undefined;
  try {
    options = readOptions(words);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return 2;
  }
  if (options === undefined) {
    process.stdout.write(HELP);
    return 0;
  }
  const folder = mkdtempSync(join(tmpdir(), 'hastie-proof-'));
  const progress = new Progress(process.stdout, process.env);
  const interrupted = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => interrupted.abort());
  try {
    const results = await runAll(options, folder, progress, interrupted.signal);
    const rows = results.map(tableRow);
    progress.end();
    process.stdout.write(`\n${tableText(rows)}${findingsText(rows, progress.paint)}`);
    if (options.json !== undefined) {
      const head = {
        node: process.version,
        platform: process.platform,
        minutes: options.minutes,
        seed: options.seed,
      };
      writeFileSync(options.json, `${JSON.stringify({ ...head, rows }, undefined, 2)}\n`);
    }
    return rows.every(({ findings }) => findings.length === 0) ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** One row after the other; what one leaves of its time goes to those behind it. Interrupted, it gives what it has. */
async function runAll(
  options: Options,
  folder: string,
  progress: Progress,
  interrupted: AbortSignal,
): Promise<readonly Result[]> {
  const { rows, seed, attempt, count, jobs, minutes } = options;
  const from = attempt ?? 0;
  const until = from + (attempt === undefined ? count : 1);
  const end = Date.now() + minutes * 60_000;
  const results: Result[] = [];
  for (const [i, row] of rows.entries()) {
    if (interrupted.aborted) break;
    const left = rows.slice(i).reduce((sum, { weight }) => sum + weight, 0);
    const deadline = Date.now() + ((end - Date.now()) * row.weight) / left;
    const lanes = attempt === undefined ? Math.min(jobs, until - from) : 1;
    const orders = { seed, from, until, jobs: lanes, deadline, folder, script: SCRIPT, interrupted };
    const result = await runRow(row, orders, (soFar) => progress.show(soFar, deadline));
    progress.finish(result);
    results.push(result);
  }
  return results;
}
