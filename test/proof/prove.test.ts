/** `npm run prove`: what it runs, what it prints, and that a failure of each kind is seen, counted and can be had again. */

import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TableRow } from './table.ts';

const script = fileURLToPath(new URL('../../scripts/prove.mjs', import.meta.url));

interface Proved {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

function prove(...words: readonly string[]): Promise<Proved> {
  const child = spawn(process.execPath, [script, ...words]);
  let [out, err] = ['', ''];
  child.stdout.on('data', (text: Buffer) => void (out += text.toString()));
  child.stderr.on('data', (text: Buffer) => void (err += text.toString()));
  return new Promise((resolve) => child.on('close', (status) => resolve({ status, out, err })));
}

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'hastie-prove-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('a run with a row that fails in each way', { timeout: 120_000 }, () => {
  let proved: Proved;
  let rows: readonly TableRow[];
  beforeAll(async () => {
    const json = join(folder, 'table.json');
    proved = await prove('--row', 'keys,fuzz-yaml,planted', '--count', '12', '--seed', '7', '--json', json);
    rows = (JSON.parse(readFileSync(json, 'utf8')) as { rows: TableRow[] }).rows;
  }, 120_000);

  test('ends with 1 and one table', () => {
    expect(proved.status).toBe(1);
    expect(proved.err).toBe('');
    expect(proved.out).toContain('\npromise  row');
    expect(proved.out).toMatch(/\nP1 {7}keys +96 +1,000,000 +0 +0 +7 +\d+ s {2}hostile permalinks\n/);
    expect(proved.out).not.toContain('\x1b');
  });

  test('counts what was tried of how many, and what failed', () => {
    expect(
      rows.map(({ row, tried, full, failed, withoutPlace }) => [row, tried, full, failed, withoutPlace]),
    ).toEqual([
      ['keys', 96, 1_000_000, 0, 0],
      ['fuzz-yaml', 12, 1_000_000, 0, 0],
      ['planted', 12, 12, 5, 1],
    ]);
  });

  test('names each cause once, with its first attempt and the command that repeats it', () => {
    const findings = rows.at(-1)?.findings ?? [];
    expect(findings.map(({ kind, what, attempt, times }) => [kind, what, attempt, times])).toEqual([
      ['broken', 'one that is found twice', 1, 2],
      ['broken', 'Error: an exception', 3, 1],
      ['no place', 'x/y without a place', 5, 1],
      ['crash', 'the process ended with status 9', 7, 1],
      ['hang', 'no end after 1.5 s', 9, 1],
    ]);
    for (const { again } of findings) expect(proved.out).toContain(`\n  again: ${again}\n`);
    expect(findings[2]?.again).toBe('npm run prove -- --row planted --seed 7 --attempt 5');
  });

  test('finds the same failure by that command', async () => {
    const again = await prove('--row', 'planted', '--seed', '7', '--attempt', '3');
    expect(again.status).toBe(1);
    expect(again.out).toContain('planted: 1 of 12 planted faults, 1 failed, 0 without a place');
    expect(again.out).toContain('\nplanted, broken: Error: an exception\n');
  });
});

describe('a run without a failure', { timeout: 120_000 }, () => {
  test('ends with 0; its processes share the attempts', async () => {
    const { status, out } = await prove('--row', 'fuzz-json', '--count', '7', '--jobs', '2');
    expect(out).toContain('fuzz-json: 7 of 1,000,000 JSON files, 0 failed, 0 without a place');
    expect(status).toBe(0);
  });

  test('ends when its time is over', async () => {
    const { status, out } = await prove('--row', 'keys', '--minutes', '0.03');
    const [, tried = ''] = /^keys: ([\d,]+) of 1,000,000 /.exec(out) ?? [];
    expect(Number(tried.replaceAll(',', ''))).toBeLessThan(1_000_000);
    expect(status).toBe(0);
  });
});

test.each([
  [['--row', 'nope'], 'there is no row `nope`: keys, '],
  [['--minutes', 'ten'], '`--minutes` needs a number, not `ten`'],
  [['--attempt', '1'], '`--attempt` needs the name of its row: add `--row`'],
  [['--no-such-flag'], "Unknown option '--no-such-flag'"],
])('%j is refused', { timeout: 60_000 }, async (words, message) => {
  const { status, out, err } = await prove(...words);
  expect(status).toBe(2);
  expect(err).toContain(message);
  expect(out).toBe('');
});
