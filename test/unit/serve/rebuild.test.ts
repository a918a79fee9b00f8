/** What a preview writes before its build, restores after it, and reads again. */

import { describe, expect, test } from 'vitest';
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

describe('a page whose text alone has changed', () => {
  test('is in place before the build has come to its outputs', async () => {
    const { fs, save } = previewOf(SITE);
    await save();
    const { result, order } = await save({ 'a.md': '---\ntitle: A\n---\nSecond\n' });
    expect(result.ok).toBe(true);
    expect(order).toEqual(['a.html', 'rendered']);
    expect(fs.text('/site/dist/a.html')).toBe('<p>Second</p>\n');
  });

  test('waits for the build where its front matter is another, too', async () => {
    const { fs, save } = previewOf(SITE);
    await save();
    const { order } = await save({ 'a.md': '---\ntitle: B\n---\nSecond\n' });
    expect(order).toEqual(['rendered', 'a.html', 'b.html']);
    expect(fs.text('/site/dist/b.html')).toBe('<p>B</p>\n');
  });

  test('is put back where the build fails', async () => {
    const { fs, save } = previewOf(SITE);
    await save();
    const { result } = await save({
      'a.md': '---\ntitle: A\n---\nSecond\n',
      'b.md': '---\n---\n{% nope %}\n',
    });
    expect(result.ok).toBe(false);
    expect(fs.text('/site/dist/a.html')).toBe('<p>First</p>\n');
    // the next build that goes well brings both
    expect((await save({ 'b.md': '---\n---\nFine\n' })).result.ok).toBe(true);
    expect(fs.text('/site/dist/a.html')).toBe('<p>Second</p>\n');
  });

  test('is not put ahead where the site has a copy in its place: that could not be put back', async () => {
    const { fs, save } = previewOf(SITE);
    await save();
    for (const text of ['One', 'Two']) {
      const { result } = await save({
        'c.txt': `---\n---\n${text}\n`,
        'b.md': `---\n---\n{% nope %}${text}\n`,
      });
      expect(result.ok).toBe(false);
      await save({ 'c.txt': `---\n---\n${text} more\n` });
      expect(fs.text('/site/dist/c.txt')).toBe('a copy');
    }
  });
});

test('files that come or go have everything read again', async () => {
  const { fs, save } = previewOf(SITE);
  await save();
  await save({ 'd.md': '---\ntitle: D\n---\nNew\n' });
  expect(fs.text('/site/dist/d.html')).toBe('<p>New</p>\n');
  expect(fs.text('/site/dist/b.html')).toBe('<p>AD</p>\n');
});
