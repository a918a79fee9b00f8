/** P5 on Ctrl-C: while writing, it finishes the current file, leaves no temporary file, and exits with 130. */

import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readTree } from '../support/writer-processes.ts';

const launcher = fileURLToPath(new URL('../../bin/hastie.js', import.meta.url));
const COUNT = 4000;
const TEXT = 'a static file\n'.repeat(200);
let site: string;

beforeAll(() => {
  site = mkdtempSync(join(tmpdir(), 'hastie-interrupted-'));
  mkdirSync(join(site, 'files'));
  writeFileSync(join(site, '_config.yml'), 'title: Ada\n');
  for (let i = 0; i < COUNT; i++) writeFileSync(join(site, 'files', `${i}.txt`), TEXT);
});
afterAll(() => rmSync(site, { recursive: true, force: true }));

/** Whether the destination has some files already. */
function isWriting(): boolean {
  try {
    return readdirSync(join(site, 'dist', 'files')).length > 10;
  } catch {
    return false;
  }
}

test('Ctrl-C in the midst of many files', { timeout: 60_000 }, async () => {
  const child = spawn(process.execPath, [launcher, 'build', '-q'], {
    cwd: site,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (text: Buffer) => {
    said += text.toString();
  });
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  while (!isWriting() && child.exitCode === null) await new Promise((resolve) => setTimeout(resolve, 2));
  child.kill('SIGINT');
  const status = await ended;
  const { files, own } = readTree(join(site, 'dist'));
  for (const [key, text] of files) expect(text === TEXT, key).toBe(true);
  expect(own).toEqual([]);
  // A machine that writes four thousand files between two looks has nothing left to interrupt.
  if (files.size === COUNT) expect([0, 130]).toContain(status);
  else
    expect({ status, said }).toEqual({
      status: 130,
      said: 'Interrupted: every file is whole, old or new.\n',
    });
});
