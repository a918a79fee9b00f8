/** The benchmark as a whole, on a site of one page: its table, its JSON lines, its exit status, and that it leaves no files. */

import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { BENCH, sheets, trees, waiting } from './bench-modules.ts';

let home = '';

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'bench-test-'));
});
afterEach(() => rmSync(home, { recursive: true }));

function write(folder: string, files: Readonly<Record<string, string>>): string {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(home, folder, path, '..'), { recursive: true });
    writeFileSync(join(home, folder, path), text);
  }
  return join(home, folder);
}

function runBench(words: readonly string[]): { status: number | null; stdout: string; stderr: string } {
  const temporary = join(home, 'tmp');
  mkdirSync(temporary);
  return spawnSync(process.execPath, [fileURLToPath(new URL('bench.mjs', BENCH)), ...words], {
    encoding: 'utf8',
    env: { ...process.env, TMPDIR: temporary },
  });
}

describe('node bench/bench.mjs --site', () => {
  const words = (site: string): string[] => [
    '--site',
    site,
    '--rounds',
    '1',
    '--raw',
    join(home, 'rounds.jsonl'),
  ];

  test('prints a table on stdout, keeps every round, leaves its folder of the moment', () => {
    const site = write('site', { '_config.yml': 'title: One page\n', 'index.md': '---\n---\n# One page\n' });
    const { status, stdout, stderr } = runBench(words(site));
    expect(status, stderr).toBe(0);
    expect(stdout).toMatch(/^\| hastie \| .+ \|$/m);
    expect(stdout).toMatch(/^\| hastie, nothing changed \| .+ \|$/m);
    expect(stdout).toMatch(/^- jekyll(?: \d|: absent)/m);
    expect(stdout).not.toContain('round 1');
    expect(stderr).toContain('round 1/1 hastie');
    const lines = readFileSync(join(home, 'rounds.jsonl'), 'utf8').trim().split('\n');
    const measured = lines.map((line): unknown => JSON.parse(line));
    expect(measured).toContainEqual(
      expect.objectContaining({ peer: 'hastie', round: 0, status: 0, cpu: expect.any(Number) }),
    );
    expect(readdirSync(join(home, 'tmp'))).toEqual([]);
    expect(readdirSync(site).sort()).toEqual(['_config.yml', 'index.md']);
  });

  test('fails where a build fails, and prints what it has', () => {
    const site = write('site', {
      '_config.yml': 'title: Broken\n',
      'index.md': '---\n---\n{% no_such_tag %}\n',
    });
    const { status, stdout, stderr } = runBench(words(site));
    expect(status).toBe(1);
    expect(stdout).toContain('**Failed**: hastie could not build');
    expect(stderr).toContain('no_such_tag');
    expect(readdirSync(join(home, 'tmp'))).toEqual([]);
  });

  test('tells a flag that it does not know from a failure', () => {
    expect(runBench(['--only', 'nonsense'])).toMatchObject({ status: 2, stdout: '' });
  });
});

describe('two trees', () => {
  const feed = (updated: string, title: string): string =>
    `<feed><updated>${updated}</updated><title>${title}</title><entry><updated>1995</updated></entry></feed>`;

  test('differ in files that are not alike or that one of them lacks', () => {
    const [one, other] = ['one', 'other'].map((name) =>
      write(name, { 'a.html': 'a', 'b/c.html': name, [`${name}.txt`]: '' }),
    );
    expect(trees.differing(trees.readTree(one ?? ''), trees.readTree(other ?? ''))).toEqual([
      'b/c.html',
      'one.txt',
      'other.txt',
    ]);
  });

  test('are Jekyll’s to the byte but for stylesheets and the moment of the feed', () => {
    const pages = { 'index.html': 'x', 'about/index.html': 'y' };
    const jekyll = write('jekyll', { ...pages, 'feed.xml': feed('2001', 'Log'), 'main.css': 'a{}' });
    const equal = write('equal', { ...pages, 'feed.xml': feed('2002', 'Log'), 'main.css': 'a {}' });
    expect(trees.compareWithJekyll(jekyll, equal)).toEqual({ pages: 2, equalPages: 2, files: 3, differ: [] });
    const wrong = write('wrong', { 'index.html': 'X', 'feed.xml': feed('2001', 'Blog'), 'main.css': '' });
    expect(trees.compareWithJekyll(jekyll, wrong)).toEqual({
      pages: 2,
      equalPages: 0,
      files: 3,
      differ: ['about/index.html', 'feed.xml', 'index.html'],
    });
  });
});

describe('a stylesheet', () => {
  test('is the one with the most partials, joined from Liquid’s includes as well', () => {
    const source = write('site', {
      'assets/small.scss': '---\n---\n@import "one";\n',
      'assets/big.scss': '---\n# joined\n---\n@import "one";\n{% include css/two.scss %}\n',
      '_sass/_one.scss': 'a { b: c }',
      '_includes/css/two.scss': 'd { e: f }',
    });
    const { text, partials } = sheets.largestSheet(source);
    expect(text).toBe('@import "one";\nd { e: f }\n');
    expect(partials).toEqual([join(source, '_sass/_one.scss'), join(source, '_includes/css/two.scss')]);
  });
});

describe('waiting for files', () => {
  const soon = 20_000;

  test('ends when the last of them holds its bytes', async () => {
    const folder = write('out', { 'own.html': 'old', 'list.html': 'old' });
    const files = ['own.html', 'list.html'].map((name) => ({
      path: join(folder, name),
      bytes: Buffer.from('new'),
    }));
    writeFileSync(join(folder, 'own.html'), 'new');
    const waited = waiting.awaitFiles(files, performance.now(), soon);
    await new Promise((resolve) => setTimeout(resolve, 30));
    writeFileSync(join(folder, 'list.html'), 'new');
    const { first, all, late } = await waited;
    expect(first).toBeLessThanOrEqual(all);
    expect(all).toBeLessThan(Number.POSITIVE_INFINITY);
    expect(late).toBeUndefined();
  });

  test('names a file that never comes', async () => {
    const path = join(home, 'never.html');
    const waited = await waiting.awaitFiles([{ path, bytes: Buffer.from('x') }], performance.now(), 5);
    expect(waited).toEqual({
      first: Number.POSITIVE_INFINITY,
      all: Number.POSITIVE_INFINITY,
      late: path,
    });
  });
});
