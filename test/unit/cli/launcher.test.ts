/** The launcher and the short names, as processes on the real disk. Needs `lib/`, which `npm ci` and `npm test` build. */

import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../..', import.meta.url));
let work: string;
/** A copy of the program, so that its stored code can be damaged. */
let program: string;
let site: string;

beforeAll(() => {
  work = mkdtempSync(join(tmpdir(), 'hastie-launcher-'));
  program = join(work, 'program');
  site = join(work, 'site');
  for (const folder of ['bin', 'lib']) cpSync(join(root, folder), join(program, folder), { recursive: true });
  rmSync(join(program, 'lib', '.compiled'), { recursive: true, force: true });
  mkdirSync(site);
  mkdirSync(join(work, 'nothing'));
  writeFileSync(join(site, '_config.yml'), 'title: Ada\n');
  writeFileSync(join(site, 'index.md'), '---\n---\nHello\n');
});
afterAll(() => rmSync(work, { recursive: true, force: true }));

function start(script: string, words: readonly string[], folder = site, env: Record<string, string> = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(program, 'bin', script), ...words], {
    cwd: folder,
    encoding: 'utf8',
    timeout: 20_000,
    env: { ...process.env, HOME: work, XDG_CACHE_HOME: join(work, 'cache'), ...env },
  });
  return { status, stdout, stderr };
}

const compiled = () => join(program, 'lib', '.compiled');

describe('`hastie`', () => {
  test('builds, and keeps what V8 compiled for the next time', () => {
    expect(start('hastie.js', ['build'])).toMatchObject({ status: 0, stderr: '' });
    expect(readFileSync(join(site, 'dist', 'index.html'), 'utf8')).toBe('<p>Hello</p>\n');
    const [name = ''] = readdirSync(compiled());
    expect(readdirSync(compiled())).toEqual([name]);
    // What V8 does not accept would be stored anew.
    const file = join(compiled(), name);
    const before = statSync(file, { bigint: true });
    expect(start('hastie.js', ['build']).status).toBe(0);
    expect(statSync(file, { bigint: true })).toMatchObject({ ino: before.ino, mtimeNs: before.mtimeNs });
  });

  test('does not keep what a question compiled', () => {
    rmSync(compiled(), { recursive: true, force: true });
    expect(start('hastie.js', ['--version']).stdout).toMatch(/^hastie \d+\.\d+\.\d+, following Jekyll/);
    expect(existsSync(compiled())).toBe(false);
  });

  test.each([
    ['cut short', (bytes: Buffer) => bytes.subarray(0, bytes.length >> 1)],
    ['empty', () => Buffer.alloc(0)],
    [
      'with one bit turned',
      (bytes: Buffer) => Buffer.from(bytes.map((byte, i) => (i === bytes.length >> 1 ? byte ^ 4 : byte))),
    ],
    ['of another program', (bytes: Buffer) => Buffer.concat([Buffer.alloc(40), bytes])],
  ])('does not care about stored code that is %s, and stores it anew', (_, damage) => {
    start('hastie.js', ['build']);
    const [name = ''] = readdirSync(compiled());
    const file = join(compiled(), name);
    const whole = readFileSync(file);
    writeFileSync(file, damage(whole));
    expect(start('hastie.js', ['build'])).toMatchObject({ status: 0 });
    expect(readFileSync(file).length).toBeGreaterThan(whole.length / 2);
    expect(start('hastie.js', ['build']).status).toBe(0);
  });

  test('says in one line what to do when it is not built', () => {
    const bare = join(work, 'bare');
    cpSync(join(program, 'bin'), join(bare, 'bin'), { recursive: true });
    const { status, stderr } = spawnSync(process.execPath, [join(bare, 'bin', 'hastie.js'), 'build'], {
      encoding: 'utf8',
    });
    expect(status).toBe(2);
    expect(stderr).toBe(
      'hastie is not built yet: lib/cli.cjs is missing. Run `npm ci` (or `npm run prepare`) first.\n',
    );
  });

  test('refuses an old Node plainly', () => {
    const old = join(work, 'old.cjs');
    writeFileSync(
      old,
      `Object.defineProperty(process.versions, 'node', { value: '18.20.4' });
       require(${JSON.stringify(join(program, 'bin', 'launch.js'))}).launch(['build']);`,
    );
    const { status, stderr } = spawnSync(process.execPath, [old], { encoding: 'utf8' });
    expect(status).toBe(2);
    expect(stderr).toMatch(/^hastie needs Node 20\.19 or later; this is Node 18\.20\.4\.\n/);
  });

  test('exits with the status of what it did', () => {
    expect(start('hastie.js', ['biuld']).status).toBe(2);
    expect(start('hastie.js', ['new']).status).toBe(2);
    expect(start('hastie.js', ['serve', '--port', 'x']).status).toBe(2);
    expect(start('hastie.js', ['build', '-d', '.']).status).toBe(1);
  });

  test('prints no trace for a fault of its own, but one when asked', () => {
    // A working folder that is gone is nothing that a user does wrong in the site.
    const fault = join(work, 'fault.cjs');
    writeFileSync(
      fault,
      `process.cwd = () => { throw new Error('no folder'); };
       require(${JSON.stringify(join(program, 'bin', 'launch.js'))}).launch(process.argv.slice(2));`,
    );
    const run = (...words: string[]) => spawnSync(process.execPath, [fault, ...words], { encoding: 'utf8' });
    const quiet = run('build');
    expect(quiet.status).toBe(1);
    expect(quiet.stderr).toBe(
      'error cli/fault: internal error: Error: no folder\n' +
        '  hint: run the command again with `--trace` and report the output as a bug in Hastie\n',
    );
    expect(run('build', '--trace').stderr).toMatch(/\n {4}at /);
  });
});

describe.each(['build', 'serve'])('the short name `%s`', (name) => {
  test('refuses to act in a folder that holds no site', () => {
    const { status, stderr } = start(`${name}.js`, [], join(work, 'nothing'));
    expect(status).toBe(2);
    expect(stderr).toContain(`\`${name}\` is short for \`hastie ${name}\`, and `);
    expect(stderr).toContain('does not contain a site');
    expect(readdirSync(join(work, 'nothing'))).toEqual([]);
  });
});

test('`build` is `hastie build`', () => {
  expect(start('build.js', ['-q'])).toEqual({ status: 0, stdout: '', stderr: '' });
  expect(start('build.js', ['--help'], join(work, 'nothing')).stdout).toContain(
    'hastie build: Build the site',
  );
  expect(start('build.js', ['-s', site, '-q'], join(work, 'nothing')).status).toBe(0);
});
