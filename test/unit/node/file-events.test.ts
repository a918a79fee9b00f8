/** Events of a real disk: what chokidar reports by itself, and the cases in which it has to be helped. */

import { mkdirSync, mkdtempSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openFileEvents } from '../../../src/node/serve/file-events.ts';

let folder: string;
let root: string;
let reported: Set<string>;
let close: () => Promise<void>;

const put = (name: string, text = 'x'): void => {
  mkdirSync(join(root, name, '..'), { recursive: true });
  writeFileSync(join(root, name), text);
};

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'hastie-events-')));
  root = join(folder, 'site');
  put('a/page.md');
  put('a/b/page.md');
});
afterEach(async () => {
  await close();
  rmSync(folder, { recursive: true, force: true });
});

/** Watches the site and other `roots`, relative to it; `whenReady` is called as soon as all is said to be watched. */
async function watchSite(roots: readonly string[] = [], whenReady = (): void => {}): Promise<void> {
  reported = new Set();
  const all = [root, ...roots.map((name) => join(root, name))];
  await new Promise<void>((resolve, reject) => {
    openFileEvents(
      {
        roots: all,
        covers: (path) => all.some((each) => path === each || path.startsWith(`${each}/`)),
        enters: () => true,
      },
      {
        changed: (path) => void reported.add(path),
        ready: () => {
          whenReady();
          resolve();
        },
        failed: (code, reason) => reject(new Error(`${code} ${reason}`)),
      },
    ).then((events) => {
      close = events.close;
    }, reject);
  });
}

/** What is written is reported sooner or later, however long the folder takes to be watched. */
async function reports(...names: readonly string[]): Promise<void> {
  // What was reported so far is of the folder's replacement.
  await new Promise((resolve) => setTimeout(resolve, 500));
  reported.clear();
  for (const name of names) {
    await expect
      .poll(
        () => {
          put(name, String(Math.random()));
          return reported.has(join(root, name));
        },
        { timeout: 10_000, interval: 100 },
      )
      .toBe(true);
  }
}

test('what is written to a file, to a new file and in a new folder is reported', async () => {
  await watchSite();
  await reports('a/page.md', 'a/new.md', 'c/d/page.md', 'c/d/other.md');
});

describe('a folder', () => {
  test('that is deleted and made again is watched', async () => {
    await watchSite();
    for (let i = 0; i < 2; i++) {
      rmSync(join(root, 'a'), { recursive: true });
      put('a/b/page.md');
      await reports('a/page.md', 'a/b/page.md');
    }
  });

  test('that is moved, and one that takes its place, are watched', async () => {
    await watchSite();
    renameSync(join(root, 'a'), join(root, 'z'));
    put('a/b/page.md');
    await reports('a/page.md', 'a/b/page.md', 'z/page.md', 'z/b/page.md');
  });

  test('that is moved and moved back is watched', async () => {
    await watchSite();
    renameSync(join(root, 'a'), join(root, 'z'));
    renameSync(join(root, 'z'), join(root, 'a'));
    await reports('a/page.md', 'a/b/page.md');
  });

  test('that comes back later is watched', async () => {
    await watchSite();
    renameSync(join(root, 'a'), `${folder}/moved`);
    await new Promise((resolve) => setTimeout(resolve, 1200));
    renameSync(`${folder}/moved`, join(root, 'a'));
    await reports('a/page.md', 'a/b/page.md');
  });
});

describe('a root', () => {
  test('that is absent does not make the others ready before they are watched', async () => {
    const folders = Array.from({ length: 60 }, (_, index) => `f${index}/a/b`);
    for (const each of folders) put(`${each}/page.md`);
    const absent = Array.from({ length: 60 }, (_, index) => `../theme/absent${index}`);
    await watchSite(['../none.yml', ...absent], () => {
      for (const each of folders) writeFileSync(join(root, each, 'page.md'), 'later');
    });
    await expect
      .poll(() => folders.filter((each) => !reported.has(join(root, each, 'page.md'))), { timeout: 5000 })
      .toEqual([]);
  });

  test('that is absent is watched when it comes, folders above it included', async () => {
    await watchSite(['../theme/deep/_sass', 'Gemfile']);
    put('Gemfile');
    put('../theme/deep/_sass/base.scss');
    await reports('Gemfile', '../theme/deep/_sass/base.scss', '../theme/deep/_sass/x/new.scss');
  });

  test('that is a file is reported although it is removed or replaced', async () => {
    put('../settings/extra.yml');
    await watchSite(['../settings/extra.yml']);
    await reports('../settings/extra.yml');
    rmSync(join(root, '../settings/extra.yml'));
    await reports('../settings/extra.yml');
    put('../settings/new.yml');
    renameSync(join(root, '../settings/new.yml'), join(root, '../settings/extra.yml'));
    await reports('../settings/extra.yml');
  });

  test('that is removed is watched when it comes back', async () => {
    put('../theme/_sass/base.scss');
    await watchSite(['../theme/_sass']);
    await reports('../theme/_sass/base.scss');
    rmSync(join(root, '../theme'), { recursive: true });
    await new Promise((resolve) => setTimeout(resolve, 300));
    put('../theme/_sass/base.scss');
    await reports('../theme/_sass/base.scss');
  });
});
