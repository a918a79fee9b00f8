import { mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { Git } from '../../../src/ports/git.ts';
import { noGit } from '../../../src/ports/git.ts';
import { createTestWorld } from '../../support/node-world.ts';
import { buildOnce } from '../../support/variants.ts';

const folders: string[] = [];

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

async function build(git: Git | undefined, files: Readonly<Record<string, string>>, settings: string) {
  const source = mkdtempSync(join(tmpdir(), 'dates-'));
  try {
    writeFileSync(join(source, '_config.yml'), `plugins: [jekyll-last-modified-at]\n${settings}`);
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(join(source, name, '..'), { recursive: true });
      writeFileSync(join(source, name), text);
      utimesSync(join(source, name), 1_000_000_000, 1_000_000_000);
    }
    const world = createTestWorld();
    const overrides = new Map<string, string | boolean>([
      ['source', source],
      ['destination', join(source, 'out')],
      ['disable_disk_cache', true],
    ]);
    const result = await buildOnce({ ...world, git: git ?? noGit }, { workingFolder: source, overrides });
    expect(result.diagnostics).toEqual([]);
    return (name: string) => readFileSync(join(source, 'out', name), 'utf8');
  } finally {
    folders.push(source);
  }
}

const history: Git = async (_, args) =>
  args[0] === 'log'
    ? '\u00011710000000\na.md\n\n\u00011600000000\na.md\n_posts/2020-01-01-p.md\n'
    : undefined;

const page = '---\n---\n{{ page.last_modified_at }} / {% last_modified_at %} / {% last_modified_at %Y-%m %}';

test('a page has the date of the newest commit of its file, and of the file where it was never committed', async () => {
  const read = await build(history, { 'a.md': page, 'b.html': page }, '');
  expect(read('a.html')).toContain('2024-03-09 16:00:00 +0000 / 09-Mar-24 / 09-Mar-24');
  expect(read('b.html')).toBe('2001-09-09 01:46:40 +0000 / 09-Sep-01 / 09-Sep-01');
});

test('without git the date is that of the file', async () => {
  const read = await build(undefined, { 'a.html': page }, 'last-modified-at:\n  date-format: "%d.%m.%Y"\n');
  expect(read('a.html')).toBe('2001-09-09 01:46:40 +0000 / 09.09.2001 / 09.09.2001');
});

test('what a document says of itself counts more', async () => {
  const own = page.replace('---\n---', '---\nlast_modified_at: 2022-02-03\n---');
  const read = await build(history, { '_posts/2020-01-01-p.html': own }, 'permalink: /:title.html\n');
  expect(read('p.html')).toBe('2022-02-03 / 03-Feb-22 / 03-Feb-22');
});

test('the first tag that a page renders decides the format of all its tags, those of its layout included', async () => {
  const files = {
    'a.html':
      '---\nlayout: l\n---\n{% last_modified_at %F %} {% last_modified_at %Y %} {% last_modified_at %}',
    'b.html': '---\nlayout: l\n---\n{{ page.last_modified_at | date: "%Y" }}',
    '_layouts/l.html': '{{ content }} {% last_modified_at %d %}',
  };
  const read = await build(undefined, files, '');
  expect(read('a.html')).toBe('2001-09-09 2001-09-09 2001-09-09 2001-09-09');
  expect(read('b.html')).toBe('2001 09');
});

test('under safe git is not asked', async () => {
  const read = await build(history, { 'a.html': page }, 'safe: true\nwhitelist: jekyll-last-modified-at\n');
  expect(read('a.html')).toContain('2001-09-09');
});

test('pages that plugins make of files have the date of the file, wherever the plugin is named', async () => {
  const read = await build(
    undefined,
    {
      Gemfile: ['paginate', 'optional-front-matter', 'readme-index']
        .map((name) => `gem "jekyll-${name}", group: :jekyll_plugins\n`)
        .join(''),
      'index.html': '---\n---\n{{ page.last_modified_at | date: "%F" }} {{ paginator.page }}',
      'plain.md': '{{ page.last_modified_at | date: "%F" }}',
      'sub/README.md': '{{ page.last_modified_at | date: "%F" }}',
      '_posts/2020-01-01-p.md': '---\n---\np',
      '_posts/2020-01-02-q.md': '---\n---\nq',
    },
    'paginate: 1\n',
  );
  expect(read('index.html')).toBe('2001-09-09 1');
  expect(read('page2/index.html')).toBe('2001-09-09 2');
  expect(read('plain.html')).toContain('2001-09-09');
  expect(read('sub/index.html')).toContain('2001-09-09');
});
