/** P2 on a real disk, through the command line: an owner's files survive `build`, `serve` and `clean`, whatever the name of their folder. */

import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { noCache } from '../../src/cache/disk-cache.ts';
import { run } from '../../src/cli/run.ts';
import type { Overrides } from '../../src/model/config.ts';
import { createRebuilder } from '../../src/serve/rebuild.ts';
import { createTestWorld } from '../support/node-world.ts';

const SITE: Readonly<Record<string, string>> = {
  '_config.yml': 'title: Ada\n',
  'index.md': '---\n---\n# Hello\n',
  'about.md': '---\npermalink: /about/\n---\nAbout\n',
  'robots.txt': 'all\n',
};
const OWN = { 'important.txt': 'years of work', 'sub/cv.pdf': 'pdf' };
const BUILT = {
  'index.html': '<h1 id="hello">Hello</h1>\n',
  'about/index.html': '<p>About</p>\n',
  'robots.txt': 'all\n',
};

let root: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'owners-'));
});
afterAll(() => rmSync(root, { recursive: true }));

function put(folder: string, files: Readonly<Record<string, string>>): void {
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
}

let serial = 0;
function site(more: Readonly<Record<string, string>> = {}): string {
  const folder = join(root, `site-${serial++}`);
  put(folder, { ...SITE, ...more });
  return folder;
}

/** Every file below a folder with its text; undefined where the folder is not there. */
function tree(folder: string): Record<string, string> | undefined {
  try {
    const found = readdirSync(folder, { recursive: true, withFileTypes: true });
    const files = found
      .filter((entry) => !entry.isDirectory())
      .map((entry) => join(entry.parentPath, entry.name));
    return Object.fromEntries(
      files.map((file) => [file.slice(folder.length + 1).replaceAll('\\', '/'), readFileSync(file, 'utf8')]),
    );
  } catch {
    return undefined;
  }
}

async function hastie(folder: string, words: string): Promise<{ status: number; err: string; out: string }> {
  let out = '';
  let err = '';
  const status = await run(words.split(' '), {
    world: createTestWorld(),
    cache: noCache,
    terminal: {
      out: (text) => void (out += text),
      err: (text) => void (err += text),
      interactive: false,
      outInteractive: false,
      columns: 80,
    },
    workingFolder: folder,
    interrupted: () => false,
  });
  return { status, err, out };
}

/** A build that must go well. */
async function built(folder: string, words = 'build'): Promise<void> {
  const { status, err, out } = await hastie(folder, words);
  expect(status, err + out).toBe(0);
}

/** A build that must be refused, with nothing of the site changed. */
async function refused(folder: string, words = 'build', code = 'destination/not-ours'): Promise<string> {
  const before = tree(folder);
  const { status, err } = await hastie(folder, words);
  expect(err).toContain(`error ${code}`);
  expect(status).toBe(1);
  expect(tree(folder)).toEqual(before);
  return err;
}

describe('`build` refuses a folder with files of the owner’s', () => {
  test.each(['dist', '_site', 'public', 'docs/out'])('called %s', async (name) => {
    const folder = site();
    put(join(folder, name), OWN);
    const err = await refused(folder, `build -d ${name}`);
    expect(err).toMatch(/`important\.txt`, `sub\/cv\.pdf`\n/);
    expect(err).toContain('`-d`');
    expect(err).toContain('`--adopt-destination`');
  });

  test.each([
    ['a hidden file', { '.nojekyll': '' }],
    ['a domain', { CNAME: 'ada.example' }],
    ['a page by hand', { 'index.html': '<p>by hand</p>' }],
    ['one file among those of a build', { ...BUILT, 'sub/cv.pdf': 'pdf' }],
    ['no more than one empty file', { 'notes.txt': '' }],
  ])('with %s in it', async (_, files) => {
    const folder = site();
    put(join(folder, 'dist'), files);
    await refused(folder);
    expect(tree(join(folder, 'dist'))).toEqual(files);
  });

  test('with nothing but a link in it', async () => {
    const folder = site();
    put(join(folder, 'elsewhere'), { 'index.html': 'mine' });
    mkdirSync(join(folder, 'dist'));
    symlinkSync('../elsewhere/index.html', join(folder, 'dist/index.html'));
    await refused(folder);
  });

  test('that `dist` is a link to', async () => {
    const folder = site();
    put(join(root, `own-${serial}`), OWN);
    symlinkSync(join(root, `own-${serial}`), join(folder, 'dist'));
    await refused(folder, 'build', 'destination/links-outside');
    await refused(folder, 'build -d dist');
  });

  test('that was made where the built site had been removed', async () => {
    const folder = site();
    await built(folder);
    rmSync(join(folder, 'dist'), { recursive: true });
    put(join(folder, 'dist'), { 'index.html': 'by hand', 'about/index.html': 'by hand', ...OWN });
    await refused(folder);
    rmSync(join(folder, 'about.md'));
    await refused(folder);
  });

  test('that is named in a record of another folder', async () => {
    const folder = site();
    await built(folder);
    put(join(folder, 'public'), OWN);
    const records = join(folder, '.hastie-cache/destinations');
    const [record = ''] = readdirSync(records);
    const forged = readFileSync(join(records, record), 'utf8').replace('/dist"', '/public"');
    writeFileSync(join(records, record), forged);
    await refused(folder, 'build -d public');
  });
});

describe('`build` takes a folder for its own', () => {
  test('that is empty, or holds what `keep_files` and version control keep', async () => {
    const folder = site({ '_config.yml': 'keep_files: [CNAME]\nexclude: [dist]\n' });
    mkdirSync(join(folder, 'dist'));
    await built(folder);
    const kept = { '.git/HEAD': 'ref', CNAME: 'ada.example' };
    put(join(folder, 'public'), kept);
    await built(folder, 'build -d public');
    rmSync(join(folder, 'about.md'));
    await built(folder, 'build -d public');
    expect(tree(join(folder, 'public'))).toEqual({
      ...kept,
      'index.html': BUILT['index.html'],
      'robots.txt': 'all\n',
    });
  });

  test.each(['dist', '_site'])('that holds an earlier build of this site and no record: %s', async (name) => {
    const folder = site();
    put(join(folder, name), { ...BUILT, 'about/index.html': 'as it was' });
    await built(folder, `build -d ${name}`);
    expect(tree(join(folder, name))).toEqual(BUILT);
    // and from now on there is a record
    rmSync(join(folder, 'about.md'));
    await built(folder, `build -d ${name}`);
    expect(Object.keys(tree(join(folder, name)) ?? {}).sort()).toEqual(['index.html', 'robots.txt']);
  });

  test('that it made under `--safe`, which keeps no record, as long as no page goes', async () => {
    const folder = site();
    await built(folder, 'build --safe');
    put(folder, { 'index.md': '---\n---\nOther\n' });
    await built(folder, 'build --safe');
    rmSync(join(folder, 'about.md'));
    expect(await refused(folder, 'build --safe')).toContain('`--safe` keeps no record');
  });

  test.each(['build --disable-disk-cache', 'build'])('that it made under `%s`', async (words) => {
    const folder = site();
    await built(folder, words);
    rmSync(join(folder, 'about.md'));
    put(folder, { 'index.md': '---\n---\nOther\n' });
    await built(folder, words);
    expect(tree(join(folder, 'dist'))).toEqual({ 'index.html': '<p>Other</p>\n', 'robots.txt': 'all\n' });
  });

  test('whose record is lost, unless a page has gone in the meantime', async () => {
    const folder = site();
    await built(folder);
    rmSync(join(folder, '.hastie-cache'), { recursive: true });
    put(folder, { 'index.md': '---\n---\nOther\n' });
    await built(folder);
    rmSync(join(folder, '.hastie-cache'), { recursive: true });
    rmSync(join(folder, 'about.md'));
    expect(await refused(folder)).toContain('about/index.html');
    await built(folder, 'build --adopt-destination');
    expect(tree(join(folder, 'dist'))).toHaveProperty(['about/index.html']);
  });

  test('one of several, in turn', async () => {
    const folder = site({ '_config.yml': 'exclude: [a, b]\n' });
    await built(folder, 'build -d a');
    await built(folder, 'build -d b');
    rmSync(join(folder, 'about.md'));
    await built(folder, 'build -d a');
    await built(folder, 'build -d b');
    for (const name of ['a', 'b'])
      expect(Object.keys(tree(join(folder, name)) ?? {}).sort()).toEqual(['index.html', 'robots.txt']);
  });

  test('but not one inside it, nor the one that it lies in', async () => {
    const folder = site({ '_config.yml': 'exclude: [out]\n' });
    await built(folder, 'build -d out/inner');
    const files = tree(join(folder, 'out'));
    await refused(folder, 'build -d out');
    await built(folder, 'build -d out --adopt-destination');
    expect(tree(join(folder, 'out'))).toMatchObject({ ...files, ...BUILT });
    await refused(folder, 'build -d out/inner/about');
    await built(folder, 'clean -d out');
    expect(tree(join(folder, 'out'))).toEqual(files);
  });
});

describe('an owner’s files in a destination of ours', () => {
  test('stay through builds, also those that have nothing to do', async () => {
    const folder = site();
    await built(folder);
    put(join(folder, 'dist'), OWN);
    await built(folder);
    rmSync(join(folder, 'about.md'));
    await built(folder);
    expect(tree(join(folder, 'dist'))).toEqual({
      'index.html': BUILT['index.html'],
      'robots.txt': 'all\n',
      ...OWN,
    });
  });

  test('are not replaced by a page that comes to their place', async () => {
    const folder = site();
    await built(folder);
    put(join(folder, 'dist'), { 'cv.html': 'by hand' });
    put(folder, { 'cv.md': '---\n---\nCV\n' });
    expect(await refused(folder, 'build', 'write/in-the-way')).toContain(
      '`cv.html` already exists in the destination',
    );
  });

  test('stay where `--adopt-destination` builds among them, and where that is cleaned', async () => {
    const folder = site();
    put(join(folder, 'dist'), OWN);
    await built(folder, 'build --adopt-destination');
    expect(tree(join(folder, 'dist'))).toEqual({ ...BUILT, ...OWN });
    await built(folder);
    await built(folder, 'clean');
    expect(tree(join(folder, 'dist'))).toEqual(OWN);
  });
});

describe('`clean`', () => {
  test.each(['dist', '_site'])('refuses a %s that Hastie did not make', async (name) => {
    const folder = site();
    put(join(folder, name), OWN);
    await refused(folder, `clean -d ${name}`, 'clean/not-ours');
  });

  test('leaves an empty folder of the owner’s, also after a build in it', async () => {
    const folder = site();
    mkdirSync(join(folder, 'dist'));
    await built(folder, 'clean');
    expect(tree(join(folder, 'dist'))).toEqual({});
    await built(folder);
    await built(folder, 'clean');
    expect(tree(join(folder, 'dist'))).toEqual({});
  });

  test('leaves empty folders of the owner’s in which pages and the cache were', async () => {
    const folder = site({
      '_config.yml': 'cache_dir: kept\nexclude: [kept]\n',
      'page.md': '---\npermalink: /a/b/c/page.html\n---\nx\n',
    });
    for (const name of ['dist/a/b', 'dist/other', 'kept']) mkdirSync(join(folder, name), { recursive: true });
    await built(folder);
    await built(folder);
    await built(folder, 'clean');
    expect(readdirSync(join(folder, 'dist'), { recursive: true }).sort()).toEqual(['a', 'a/b', 'other']);
    expect(readdirSync(join(folder, 'kept'))).toEqual([]);
  });

  test('removes what it made, the folder and the cache included', async () => {
    const folder = site();
    await built(folder);
    await built(folder, 'clean');
    expect(readdirSync(folder).sort()).toEqual(Object.keys(SITE).sort());
  });

  test('leaves what was made where the built site had been removed', async () => {
    const folder = site();
    await built(folder);
    rmSync(join(folder, 'dist'), { recursive: true });
    put(join(folder, 'dist'), { 'index.html': 'by hand' });
    await refused(folder, 'clean', 'clean/not-ours').catch(() => {});
    expect(tree(join(folder, 'dist'))).toEqual({ 'index.html': 'by hand' });
  });

  test('of one destination leaves the record of another', async () => {
    const folder = site({ '_config.yml': 'exclude: [a, b]\n' });
    await built(folder, 'build -d a');
    await built(folder, 'build -d b');
    await built(folder, 'clean -d a');
    await built(folder, 'clean -d b');
    expect(readdirSync(folder).sort()).toEqual(Object.keys(SITE).sort());
  });
});

describe('a preview', () => {
  /** Rebuilds as `serve` does. */
  async function preview(folder: string, overrides: Overrides = new Map()) {
    const world = createTestWorld();
    const rebuilder = createRebuilder(world, () => world.clock, { workingFolder: folder, overrides });
    const rebuild = async (change?: string, kind: 'changed' | 'removed' = 'changed') => {
      const changes = change === undefined ? undefined : [{ path: join(folder, change), kind }];
      return (await rebuilder.rebuild(changes, () => {})).result;
    };
    return { rebuild, close: rebuilder.close };
  }

  test('refuses a folder with files of the owner’s', async () => {
    const folder = site();
    put(join(folder, 'dist'), OWN);
    const { rebuild, close } = await preview(folder);
    const result = await rebuild();
    expect(result.ok).toBe(false);
    expect(result.diagnostics).toMatchObject([{ code: 'destination/not-ours' }]);
    expect(tree(join(folder, 'dist'))).toEqual(OWN);
    close();
  });

  test('removes a page that is gone, under --safe too, where no record is kept', async () => {
    const folder = site();
    const { rebuild, close } = await preview(folder, new Map([['safe', true]]));
    expect((await rebuild()).ok).toBe(true);
    rmSync(join(folder, 'about.md'));
    expect((await rebuild('about.md', 'removed')).diagnostics).toEqual([]);
    expect(Object.keys(tree(join(folder, 'dist')) ?? {}).sort()).toEqual(['index.html', 'robots.txt']);
    expect(tree(join(folder, '.hastie-cache'))).toBeUndefined();
    close();
  });

  test('writes nothing more once the owner has put another folder in the place of its own', async () => {
    const folder = site();
    const { rebuild, close } = await preview(folder);
    expect((await rebuild()).ok).toBe(true);
    const own = { 'index.html': 'by hand', ...OWN };
    put(join(folder, 'mine'), own);
    rmSync(join(folder, 'dist'), { recursive: true });
    renameSync(join(folder, 'mine'), join(folder, 'dist'));
    put(folder, { 'index.md': '---\n---\nChanged\n' });
    const result = await rebuild('index.md');
    expect(result.diagnostics).toMatchObject([{ code: 'destination/not-ours' }]);
    expect(tree(join(folder, 'dist'))).toEqual(own);
    close();
  });

  test('goes on where its folder was removed', async () => {
    const folder = site();
    const { rebuild, close } = await preview(folder);
    await rebuild();
    rmSync(join(folder, 'dist'), { recursive: true });
    expect((await rebuild('index.md')).ok).toBe(true);
    expect(tree(join(folder, 'dist'))).toEqual(BUILT);
    close();
  });
});

test('a site that was moved with its cache is built where it is now', async () => {
  const folder = site();
  await built(folder);
  cpSync(folder, `${folder}-copy`, { recursive: true });
  await built(`${folder}-copy`);
  expect(tree(join(`${folder}-copy`, 'dist'))).toEqual(BUILT);
});
