/** Includes that are rendered once for many pages: each page depends on what it would have read itself, and on nothing else. */

import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createReadings } from '../../../src/graph/readings.ts';
import { createStore } from '../../../src/graph/store.ts';
import { createTracker, type Listener, type Tracker } from '../../../src/graph/track.ts';
import type { Document } from '../../../src/model/document.ts';
import { buildSite, type SiteResult } from '../../../src/pipeline/build-site.ts';
import { createTestWorld } from '../../support/node-world.ts';
import { temporaryFolder, writeTexts } from '../../support/temporary-site.ts';

type Files = Readonly<Record<string, string>>;

const PAGES = ['a', 'b', 'c'] as const;

/** Three pages with one include, a post, a setting and data. */
function site(include: string): Files {
  return {
    '_config.yml': 'title: T\n',
    ...Object.fromEntries(
      PAGES.map((name) => [
        `${name}.html`,
        `---\ntitle: Page ${name}\nkind: k\n---\n{% include note.html %}\n`,
      ]),
    ),
    '_posts/2024-01-01-p.md': '---\ntitle: P\n---\nText of the post\n',
    '_includes/note.html': include,
    '_includes/inner.html': '{{ post.title }}',
    '_data/menu.yml': '- One\n',
  };
}

/** What a change makes a second build render anew of the pages, and both builds. */
async function rendered(include: string, change: Files): Promise<readonly string[]> {
  const source = temporaryFolder();
  const store = createStore();
  const build = async (files: Files, kept: boolean): Promise<SiteResult> => {
    writeTexts(source, files);
    const overrides = new Map<string, string | boolean>([
      ['source', source],
      ['destination', join(source, 'dist')],
      ['disable_disk_cache', true],
    ]);
    return await buildSite(
      { ...createTestWorld(), ...(kept ? { store } : {}) },
      { workingFolder: source, overrides },
    );
  };
  await build(site(include), true);
  const second = await build(change, true);
  expect(second.outputs).toEqual((await build({}, false)).outputs);
  return second.rendered.map(({ file }) => file).filter((file) => /^[abc]\.html$/.test(file));
}

const ALL = ['a.html', 'b.html', 'c.html'];

describe('a page that was spared an include rests on', () => {
  const post = { '_posts/2024-01-01-p.md': '---\ntitle: Q\n---\nText of the post\n' };
  const text = { '_posts/2024-01-01-p.md': '---\ntitle: P\n---\nOther text\n' };
  test.each<readonly [string, string, Files]>([
    ['a field of another document', '{% for post in site.posts %}{{ post.title }}{% endfor %}', post],
    [
      'one that an include in it has read',
      '{% for post in site.posts %}{% include inner.html %}{% endfor %}',
      post,
    ],
    ['the text of another document', '{% for post in site.posts %}{{ post.content }}{% endfor %}', text],
    ['its excerpt', '{% for post in site.posts %}{{ post.excerpt }}{% endfor %}', text],
    ['a list', '{{ site.posts.size }}', { '_posts/2024-02-01-q.md': '---\ntitle: Q\n---\n' }],
    ['a setting', '{{ site.title }}', { '_config.yml': 'title: U\n' }],
    [
      'a setting that a filter looks at',
      '{{ "/x" | relative_url }}',
      { '_config.yml': 'baseurl: /b\ntitle: T\n' },
    ],
    ['data', '{{ site.data.menu }}', { '_data/menu.yml': '- Two\n' }],
    ['an include in it', '{% include inner.html %}', { '_includes/inner.html': 'new' }],
    ['the address of a page', '{% link a.html %}', {}],
  ])('%s', async (_, include, change) => {
    expect(await rendered(include, change)).toEqual(Object.keys(change).length === 0 ? [] : ALL);
  });

  test('its own fields, not on those of the page that rendered it', async () => {
    const change = { 'a.html': '---\ntitle: New\nkind: k\n---\n{% include note.html %}\n' };
    expect(await rendered('{{ page.kind }}', change)).toEqual(['a.html']);
    expect(await rendered('{% if page.title == site.title %}!{% endif %}', change)).toEqual(['a.html']);
  });

  test('nothing else', async () => {
    const include = '{% for post in site.posts %}{{ post.title }}{% endfor %}';
    expect(await rendered(include, { '_config.yml': 'title: U\n' })).toEqual([]);
    expect(await rendered(include, { '_data/menu.yml': '- Two\n' })).toEqual([]);
  });
});

describe('the tracker', () => {
  interface Heard {
    readonly tracker: Tracker;
    readonly told: unknown[];
  }
  function listening(): Heard {
    const tracker = createTracker(createReadings([]), (table, key) => `${table} ${key}`);
    const told: unknown[] = [];
    const listener: Listener = {
      read: ({ node }) => void told.push(node.replaceAll('\0', ' ')),
      changing: (again, seen) => void told.push([again(), seen]),
      spoil: () => void told.push('spoilt'),
    };
    tracker.listener = listener;
    return { tracker, told };
  }
  // the tracker looks at nothing of a document but which one it is
  const owner = { id: 'o' } as unknown as Document;

  test('tells who listens of reads, also of those that the task has made before', () => {
    const { tracker, told } = listening();
    const row = tracker.row('x', 'pages');
    tracker.field(row, 'a', 1);
    expect(told).toEqual([]);
    tracker.begin(owner, false);
    tracker.field(row, 'a', 1);
    tracker.field(row, 'a', 1);
    tracker.read('s\0title', () => 'T');
    tracker.read('s\0title', () => 'T');
    expect(told).toEqual(['f x a', 'f x a', 's title', 's title']);
  });

  test('tells of what changes and of what spoils, whether a task runs or not, but not of what is read aside', () => {
    const { tracker, told } = listening();
    tracker.changing(() => 1, 1);
    tracker.spoil('by chance');
    tracker.aside(() => tracker.changing(() => 2, 2));
    expect(told).toEqual([[1, 1], 'spoilt']);
  });

  test('tells nobody of what another document does', () => {
    const { tracker, told } = listening();
    tracker.begin(owner, false);
    tracker.unheard(() => tracker.read('s\0title', () => 'T'));
    expect(() =>
      tracker.unheard(() => {
        throw new Error('failed');
      }),
    ).toThrow();
    expect(told).toEqual([]);
    tracker.read('s\0title', () => 'T');
    expect(told).toEqual(['s title']);
  });

  test('notes a repeated read for the running task as the read itself would be noted', () => {
    const { tracker } = listening();
    const cells: Parameters<Listener['read']>[0][] = [];
    tracker.listener = { read: (cell) => void cells.push(cell), changing: () => {}, spoil: () => {} };
    const row = tracker.row('x', 'pages');
    const first = tracker.begin(owner, false);
    tracker.field(row, 'a', 1);
    tracker.read('s\0title', () => 'T');
    tracker.end(first);
    const second = tracker.begin(owner, false);
    for (const cell of [...cells, ...cells]) tracker.repeat(cell);
    expect(second.readings).toEqual(first.readings);
    tracker.end(second);
    // beyond so many fields a task rests on columns
    const third = tracker.begin(owner, false);
    for (let i = 0; i < 500; i++) tracker.field(tracker.row(`y${i}`, 'pages'), 'a', i);
    tracker.repeat(cells[0]!);
    expect(tracker.readings[third.readings.at(-1)!]).toEqual({ node: 'F\0pages\0a', fingerprint: 'pages a' });
  });

  test('lets a repeated read that can not be compared spoil the task', () => {
    const { tracker } = listening();
    const cells: Parameters<Listener['read']>[0][] = [];
    tracker.listener = { read: (cell) => void cells.push(cell), changing: () => {}, spoil: () => {} };
    tracker.end(tracker.begin(owner, false));
    const first = tracker.begin(owner, false);
    tracker.read('x', () => undefined);
    tracker.end(first);
    const second = tracker.begin(owner, false);
    tracker.repeat(cells[0]!);
    expect(second.spoilt).toBe(first.spoilt);
    expect(second.spoilt).toContain('compared');
  });
});
