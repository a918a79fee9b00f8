/** What a preview shows, writes and reads again. */

import { expect, test } from 'vitest';
import { createRebuilder } from '../../../src/serve/rebuild.ts';
import type { Change } from '../../../src/serve/watch/snapshot.ts';
import type { MemoryFs } from '../../support/memory-fs.ts';
import { createMemoryWorld } from '../../support/memory-world.ts';
import { siteOnDisk } from '../../support/program.ts';

const SITE = {
  'a.md': '---\ntitle: A\n---\nFirst\n',
  'b.md': '---\n---\n{% for p in site.pages %}{{ p.title }}{% endfor %}\n',
  'c.txt': 'a copy',
};

function previewOf(files: Readonly<Record<string, string>>) {
  const fs = siteOnDisk(files);
  const texts: string[] = [];
  const world = createMemoryWorld(watched(fs, texts));
  const rebuilder = createRebuilder(world, () => world.clock, {
    workingFolder: '/site',
    overrides: new Map<string, string | boolean>([['disable_disk_cache', true]]),
  });
  /** Writes files, tells of them, and gives the result with the outputs in the order in which they were put in place. */
  const save = async (changed?: Readonly<Record<string, string>>) => {
    texts.length = 0;
    const changes = Object.entries(changed ?? {}).map(([name, content]): Change => {
      const path = `/site/${name}`;
      const kind = fs.stat(path) === undefined ? 'added' : 'changed';
      fs.put(path, content);
      return { path, kind };
    });
    const { result } = await rebuilder.rebuild(changed === undefined ? undefined : changes, () => {
      texts.push('rendered');
    });
    return { result, order: [...texts] };
  };
  return { fs, save };
}

/** Notes what is renamed into its place. */
function watched(fs: MemoryFs, seen: string[]): MemoryFs {
  return {
    ...fs,
    rename(from, to) {
      if (to.startsWith('/site/dist/')) seen.push(to.slice('/site/dist/'.length));
      fs.rename(from, to);
    },
  };
}

test('a changed page is shown before it is written, and only what changed is written', async () => {
  const { fs, save } = previewOf(SITE);
  await save();
  const { result, order } = await save({ 'a.md': '---\ntitle: B\n---\nSecond\n' });
  expect(result.ok).toBe(true);
  expect(order).toEqual(['rendered', 'a.html', 'b.html']);
  expect(fs.text('/site/dist/b.html')).toBe('<p>B</p>\n');
});

test('a build with an error leaves the destination as it was; the next one brings all changes', async () => {
  const { fs, save } = previewOf(SITE);
  await save();
  const { result } = await save({
    'a.md': '---\ntitle: A\n---\nSecond\n',
    'b.md': '---\n---\n{% nope %}\n',
  });
  expect(result.ok).toBe(false);
  expect(fs.text('/site/dist/a.html')).toBe('<p>First</p>\n');
  expect((await save({ 'b.md': '---\n---\nFine\n' })).result.ok).toBe(true);
  expect(fs.text('/site/dist/a.html')).toBe('<p>Second</p>\n');
});

test('files that come or go have everything read again', async () => {
  const { fs, save } = previewOf(SITE);
  await save();
  await save({ 'd.md': '---\ntitle: D\n---\nNew\n' });
  expect(fs.text('/site/dist/d.html')).toBe('<p>New</p>\n');
  expect(fs.text('/site/dist/b.html')).toBe('<p>AD</p>\n');
});
