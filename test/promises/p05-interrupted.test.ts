/** P5 on Ctrl-C: while writing, it finishes the current file, leaves no temporary file, and exits with 130. */

import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readTree } from '../support/writer-processes.ts';

const launcher = fileURLToPath(new URL('../../bin/hastie.js', import.meta.url));
const preload = fileURLToPath(new URL('../support/interrupt-at.cjs', import.meta.url));
const COUNT = 400;
const INTERRUPT_AT = 100;
const TEXT = 'a static file\n'.repeat(200);
let site: string;

beforeAll(() => {
  site = mkdtempSync(join(tmpdir(), 'hastie-interrupted-'));
  mkdirSync(join(site, 'files'));
  writeFileSync(join(site, '_config.yml'), 'title: Ada\n');
  for (let i = 0; i < COUNT; i++) writeFileSync(join(site, 'files', `${i}.txt`), TEXT);
});
afterAll(() => rmSync(site, { recursive: true, force: true }));

function build(env: Readonly<Record<string, string>>): {
  readonly status: number | null;
  readonly said: string;
} {
  const { status, stderr } = spawnSync(process.execPath, ['--require', preload, launcher, 'build', '-q'], {
    cwd: site,
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });
  return { status, said: stderr };
}

test('Ctrl-C in the midst of many files', { timeout: 60_000 }, () => {
  expect(build({ INTERRUPT_AT: String(INTERRUPT_AT) })).toEqual({
    status: 130,
    said: 'Interrupted: every file is intact, old or new.\n',
  });
  const { files, own } = readTree(join(site, 'dist'));
  expect([...files.values()].filter((text) => text !== TEXT)).toEqual([]);
  expect(own).toEqual([]);
  expect(files.size).toBeGreaterThanOrEqual(INTERRUPT_AT);
  expect(files.size).toBeLessThan(COUNT);

  expect(build({})).toEqual({ status: 0, said: '' });
  expect(readTree(join(site, 'dist')).files.size).toBe(COUNT);
});
