/** Events of a real disk: a folder that replaced another one must be watched, too. */

import { mkdirSync, mkdtempSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openHints } from '../../../src/node/serve/watch-hints.ts';

let root: string;
let heard: Set<string>;
let close: () => Promise<void>;

const put = (name: string, text = 'x'): void => {
  mkdirSync(join(root, name, '..'), { recursive: true });
  writeFileSync(join(root, name), text);
};

beforeEach(async () => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'hastie-hints-')));
  put('a/page.md');
  put('a/b/page.md');
  heard = new Set();
  let ready = (): void => {};
  const isReady = new Promise<void>((resolve) => {
    ready = resolve;
  });
  const hints = await openHints(
    { roots: [root], admits: () => true, enters: () => true },
    {
      hint: (path) => void heard.add(path.slice(root.length + 1)),
      ready,
      trouble: (code, reason) => expect.unreachable(`${code} ${reason}`),
    },
  );
  close = hints.close;
  await isReady;
});
afterEach(async () => {
  await close();
  rmSync(root, { recursive: true, force: true });
});

/** What is written is heard sooner or later, however long the folder takes to be listened to. */
async function hears(...names: readonly string[]): Promise<void> {
  // What was told so far is of the folder's replacement.
  await new Promise((resolve) => setTimeout(resolve, 500));
  heard.clear();
  for (const name of names) {
    await expect
      .poll(
        () => {
          put(name, String(Math.random()));
          return heard.has(name);
        },
        { timeout: 10_000, interval: 100 },
      )
      .toBe(true);
  }
}

test('what is written to a file, to a new file and in a new folder is heard', async () => {
  await hears('a/page.md', 'a/new.md', 'c/d/page.md', 'c/d/other.md');
});

test('a folder that is deleted and made again is heard', async () => {
  for (let i = 0; i < 2; i++) {
    rmSync(join(root, 'a'), { recursive: true });
    put('a/b/page.md');
    await hears('a/page.md', 'a/b/page.md');
  }
});

test('a folder that is moved away, and one that takes its place, are heard', async () => {
  renameSync(join(root, 'a'), join(root, 'z'));
  put('a/b/page.md');
  await hears('a/page.md', 'a/b/page.md', 'z/page.md', 'z/b/page.md');
});

test('a folder that is moved away and back is heard', async () => {
  renameSync(join(root, 'a'), join(root, 'z'));
  renameSync(join(root, 'z'), join(root, 'a'));
  await hears('a/page.md', 'a/b/page.md');
});

test('so is one that comes back later', async () => {
  renameSync(join(root, 'a'), `${root}-away`);
  await new Promise((resolve) => setTimeout(resolve, 1200));
  renameSync(`${root}-away`, join(root, 'a'));
  await hears('a/page.md', 'a/b/page.md');
});
