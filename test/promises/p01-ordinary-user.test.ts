/**
 * P1, P2 and P17 as an ordinary user, whom the system refuses what it grants to root: links, locks and caches that a repository
 * brings, files that can't be read and folders that can't be written. Where the tests run as root, the program runs as nobody.
 */

import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  lchownSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';

const repository = fileURLToPath(new URL('../../', import.meta.url));
/** `nobody` of Linux; undefined where the tests do not run as root. */
const NOBODY = process.getuid?.() === 0 ? 65534 : undefined;

let scratch: string;
let program: string;
let serial = 0;
let site = '';
let outside = '';

beforeAll(() => {
  scratch = mkdtempSync(join(tmpdir(), 'ordinary-user-'));
  chmodSync(scratch, 0o755);
  // the repository may lie where nobody may look
  program = join(scratch, 'program');
  mkdirSync(program);
  for (const name of ['bin', 'lib', 'package.json', 'node_modules/sass', 'node_modules/immutable'])
    if (existsSync(join(repository, name)))
      cpSync(join(repository, name), join(program, name), { recursive: true });
});
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

beforeEach(() => {
  const root = join(scratch, `${serial++}`);
  site = join(root, 'site');
  outside = join(root, 'outside');
  put('site/_config.yml', 'title: Ada\n');
  put('site/index.md', '---\n---\nHello\n');
  put('site/robots.txt', 'all\n');
  put('outside/thesis.txt', 'years of work');
});

function put(path: string, text: string): void {
  const full = join(dirname(site), path);
  mkdirSync(dirname(full), { recursive: true });
  writeFileSync(full, text);
}

function link(path: string, target: string): void {
  mkdirSync(dirname(join(site, path)), { recursive: true });
  symlinkSync(target, join(site, path));
}

/** Gives everything below a folder to the user that the program runs as. */
function give(folder: string): void {
  if (NOBODY === undefined) return;
  chownSync(folder, NOBODY, NOBODY);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) give(path);
    else lchownSync(path, NOBODY, NOBODY);
  }
}

function hastie(command: string): { readonly status: number | null; readonly err: string } {
  give(dirname(site));
  const { status, stderr } = spawnSync(process.execPath, [join(program, 'bin/hastie.js'), command], {
    cwd: site,
    encoding: 'utf8',
    env: { PATH: process.env.PATH, HOME: dirname(site), NO_COLOR: '1' },
    ...(NOBODY === undefined ? {} : { uid: NOBODY, gid: NOBODY }),
    timeout: 20_000,
  });
  expect(stderr).not.toMatch(/^\s+at /m);
  return { status, err: stderr };
}

const page = (): string => readFileSync(join(site, 'dist/index.html'), 'utf8');
const expectOutsideIntact = (): void => {
  expect(readdirSync(outside)).toEqual(['thesis.txt']);
  expect(readFileSync(join(outside, 'thesis.txt'), 'utf8')).toBe('years of work');
};

test.each([
  ['a temporary file', 'dist/.hastie-tmp-0', 'thesis.txt'],
  ['the lock', 'dist/.hastie-lock', ''],
  ['the destination', 'dist', ''],
  ['a page', 'dist/index.html', 'thesis.txt'],
  ['the cache folder', '.hastie-cache', ''],
  ['a folder of the cache', '.hastie-cache/results', ''],
])('%s that is a link leads to nothing outside that is changed', (_, path, target) => {
  link(path, join(outside, target));
  for (const command of ['build', 'clean']) hastie(command);
  expectOutsideIntact();
});

test('a lock of a process that is gone does not keep the next build out', () => {
  expect(hastie('build').status).toBe(0);
  put('site/index.md', '---\n---\nAgain\n');
  const { pid } = spawnSync(process.execPath, ['--version']);
  put('site/dist/.hastie-lock', `${pid} - ${hostname()}\n`);
  expect(hastie('build').status).toBe(0);
  expect(page()).toContain('Again');
});

test('a page of the destination that can’t be read is replaced', () => {
  expect(hastie('build').status).toBe(0);
  chmodSync(join(site, 'dist/index.html'), 0o000);
  put('site/index.md', '---\n---\nAgain\n');
  expect(hastie('build')).toMatchObject({ status: 0 });
  chmodSync(join(site, 'dist/index.html'), 0o644);
  expect(page()).toContain('Again');
});

test('a destination that can’t be written is reported, and stays as it was', () => {
  expect(hastie('build').status).toBe(0);
  const before = page();
  put('site/index.md', '---\n---\nAgain\n');
  chmodSync(join(site, 'dist'), 0o555);
  const { status, err } = hastie('build');
  chmodSync(join(site, 'dist'), 0o755);
  expect(status).not.toBe(0);
  expect(err).toMatch(/permission|denied|not allowed/i);
  expect(page()).toBe(before);
});

test('results that can’t be read or written cost the cache and not the site', () => {
  expect(hastie('build').status).toBe(0);
  put('site/index.md', '---\n---\nAgain\n');
  const folders = readdirSync(join(site, '.hastie-cache'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'destinations')
    .map(({ name }) => join(site, '.hastie-cache', name));
  for (const folder of folders) chmodSync(folder, 0o000);
  const { status } = hastie('build');
  for (const folder of folders) chmodSync(folder, 0o755);
  expect(folders.length).toBeGreaterThan(0);
  expect(status).toBe(0);
  expect(page()).toContain('Again');
});

test('without the record of what it made, which can’t be read, the destination stays as it was', () => {
  expect(hastie('build').status).toBe(0);
  const before = page();
  put('site/index.md', '---\n---\nAgain\n');
  chmodSync(join(site, '.hastie-cache'), 0o000);
  const { status, err } = hastie('build');
  chmodSync(join(site, '.hastie-cache'), 0o755);
  expect({ status, err }).toMatchObject({ status: 1, err: expect.stringMatching(/destination|cache/) });
  expect(page()).toBe(before);
});

test('a source file that can’t be read is reported with its name, and the old site stays', () => {
  expect(hastie('build').status).toBe(0);
  const before = page();
  chmodSync(join(site, 'index.md'), 0o000);
  const { status, err } = hastie('build');
  expect(status).toBe(1);
  expect(err).toContain('index.md:1:1');
  expect(page()).toBe(before);
});
