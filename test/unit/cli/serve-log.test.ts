/** A preview whose output goes into a file of the site (`nohup npx serve &`, `hastie serve > serve.log`). */

import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test } from 'vitest';

const bin = fileURLToPath(new URL('../../../bin/hastie.js', import.meta.url));

let site = '';
let server: ChildProcess | undefined;
afterEach(() => {
  server?.kill('SIGKILL');
  rmSync(site, { recursive: true, force: true });
});

test.each([
  ['nohup.out', ['serve', '--port', '0']],
  ['serve.log', ['build', '--watch']],
])('a line in %s causes no build', { timeout: 60_000 }, async (name, words) => {
  site = realpathSync(mkdtempSync(join(tmpdir(), 'hastie-log-')));
  writeFileSync(join(site, 'index.html'), '---\n---\none\n');
  const log = openSync(join(site, name), 'a');
  server = spawn(process.execPath, [bin, ...words], { cwd: site, stdio: ['ignore', log, log] });
  closeSync(log);
  const said = () => readFileSync(join(site, name), 'utf8');
  const builds = () => said().split('written').length - 1;
  await expect.poll(said, { timeout: 20_000 }).toMatch(/Serving|Watching/);
  // Several sweeps long: the loop took a tenth of a second a round.
  await pause(1500);
  expect(builds()).toBe(1);
  writeFileSync(join(site, 'index.html'), '---\n---\ntwo and more\n');
  await expect.poll(builds, { timeout: 20_000 }).toBe(2);
  await pause(1000);
  expect(builds()).toBe(2);
});
