/** Two threads at one site: whatever the second one makes, and however slow it is, the site is that of one. */

import { describe, expect, test } from 'vitest';
import { buildSite, type SiteResult, type World } from '../../../src/build/build-site.ts';
import { type Assistant, isBig } from '../../../src/build/crew.ts';
import { idleStylesheets } from '../../../src/build/stylesheet-keeper.ts';
import { createStore, type StoreData } from '../../../src/graph/store.ts';
import type { MemoryFs } from '../../support/memory-fs.ts';
import { createMemoryWorld } from '../../support/memory-world.ts';
import { siteOnDisk } from '../../support/program.ts';

/** As many as make a second thread worth its while. */
const POSTS = 2000;

function bigSite(): MemoryFs {
  const post = (i: number): [string, string] => {
    const day = new Date(Date.UTC(2001, 0, 1 + i)).toISOString().slice(0, 10);
    // every seventh looks at what depends on whose turn has been
    const text =
      i % 7 === 0 ? '{{ site.posts.first.content | size }} {{ page.next.output | size }}' : `**${i}**`;
    return [`_posts/${day}-p.md`, `---\ntitle: P${i}\n---\n${text}{% include note.html %}\n`];
  };
  return siteOnDisk({
    '_config.yml':
      'title: Big\nplugins: [jekyll-feed]\ndefaults: [{scope: {path: ""}, values: {layout: base}}]\n',
    '_layouts/base.html': '{{ page.title }}{% include note.html %}{{ content }}{{ page.previous.title }}',
    '_includes/note.html': '<i>{{ site.title }}</i>',
    'index.md':
      '---\n---\n{% for p in site.posts limit: 3 %}{{ p.excerpt }}{{ p.nothing | oops }}{% endfor %}\n',
    'zero.md': '---\n---\n{{ site.pages.last.url }} {% increment n %}\n',
    ...Object.fromEntries(Array.from({ length: POSTS }, (_, i) => post(i))),
  });
}

function worldOf(fs: MemoryFs): World {
  return createMemoryWorld(fs, { elapsed: () => performance.now() });
}

const flags = { workingFolder: '/site', overrides: new Map([['disable_disk_cache', true]]), dryRun: true };

/** What the second thread makes where it may claim these chunks. */
async function resultsOf(
  fs: MemoryFs,
  mayClaim: (chunk: number) => boolean,
): Promise<Map<number, StoreData>> {
  const given = new Map<number, StoreData>();
  const assistance = {
    claim: mayClaim,
    // results go through a message
    give: (chunk: number, data: StoreData) => void given.set(chunk, structuredClone(data)),
  };
  await buildSite({ ...worldOf(fs), store: createStore(), stylesheets: idleStylesheets, assistance }, flags);
  return given;
}

const seen = ({ outputs, diagnostics, counts }: SiteResult) => ({ outputs, diagnostics, counts });

describe('a site with many documents', () => {
  test('comes to the same in two threads, wherever they meet', { timeout: 60_000 }, async () => {
    const fs = bigSite();
    const alone = await buildSite(worldOf(fs), flags);
    for (const from of [0, 20, 31]) {
      const given = await resultsOf(fs, (chunk) => chunk >= from);
      expect(given.size).toBeGreaterThan(0);
      let ended = 0;
      const assistant: Assistant = {
        claim: (chunk) => !given.has(chunk),
        take: (chunk) => given.get(chunk),
        end: () => void ended++,
      };
      const shared = await buildSite({ ...worldOf(fs), crew: () => assistant }, flags);
      expect(seen(shared)).toEqual(seen(alone));
      // most of what was given was good: six posts in seven do not look at what depends on whose turn has been
      const count = [...given.values()].reduce((sum, { tasks }) => sum + tasks.size, 0);
      expect(shared.reused).toBeGreaterThan(count * 0.8);
      expect(ended).toBe(1);
    }
  });

  test('is made by the main thread where the other one gives nothing', { timeout: 60_000 }, async () => {
    const fs = bigSite();
    const assistant: Assistant = { claim: () => false, take: () => undefined, end: () => {} };
    const shared = await buildSite({ ...worldOf(fs), crew: () => assistant }, flags);
    expect(seen(shared)).toEqual(seen(await buildSite(worldOf(fs), flags)));
  });

  test('has a second thread only where there are many', () => {
    const small = siteOnDisk({ '_posts/2024-01-01-a.md': '---\n---\n' });
    const config = { source: '/site', values: new Map() } as unknown as Parameters<typeof isBig>[1];
    expect([isBig(small, config), isBig(bigSite(), config)]).toEqual([false, true]);
  });
});
