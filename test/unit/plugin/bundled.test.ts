/** A site's own plugins in the bundled program, which runs from V8's code cache. Needs `lib/`. */

import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';

const launcher = fileURLToPath(new URL('../../../bin/hastie.js', import.meta.url));

test('are loaded on the first build, from stored code on the next, and anew when they were changed', () => {
  const site = mkdtempSync(join(tmpdir(), 'bundled-'));
  onTestFinished(() => rmSync(site, { recursive: true }));
  mkdirSync(join(site, '_plugins'));
  writeFileSync(join(site, 'a.html'), '---\n---\n{% hello %}');
  const build = (says: string) => {
    const plugin = `export default ({ defineTag }) => ({ name: 'x', liquid: { tags: [defineTag('hello', () => '${says}')] } });`;
    writeFileSync(join(site, '_plugins', 'x.mjs'), plugin);
    const { status, stderr } = spawnSync(process.execPath, [launcher, 'build', '--quiet'], {
      cwd: site,
      encoding: 'utf8',
      timeout: 20_000,
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    return readFileSync(join(site, 'dist', 'a.html'), 'utf8');
  };
  expect(build('one')).toBe('one');
  expect(build('two')).toBe('two');
});
