/** Includes that are rendered once for many pages: each page depends on what it would have read itself, and on nothing else. */

import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { noCache } from '../../../src/cache/disk-cache.ts';
import { documentsOf } from '../../../src/cli/report/why.ts';
import type { Node } from '../../../src/graph/nodes.ts';
import { Readings } from '../../../src/graph/readings.ts';
import { type Listener, type Row, Tracker } from '../../../src/graph/tracker.ts';
import type { Document } from '../../../src/model/document.ts';
import { buildSite } from '../../../src/pipeline/build-site.ts';
import type { SiteResult } from '../../../src/pipeline/site-result.ts';
import { SingleBuild } from '../../../src/pipeline/variants/single-build.ts';
import { createTestWorld } from '../../support/node-world.ts';
import { temporaryFolder, writeTexts } from '../../support/temporary-site.ts';
import { MemoryCache } from '../../support/variants.ts';

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
  const cache = new MemoryCache();
  const build = async (files: Files, kept: boolean): Promise<SiteResult> => {
    writeTexts(source, files);
    const overrides = new Map<string, string | boolean>([
      ['source', source],
      ['destination', join(source, 'dist')],
      ['disable_disk_cache', true],
    ]);
    return await buildSite(
      createTestWorld(),
      { workingFolder: source, overrides },
      new SingleBuild(kept ? cache : noCache),
    );
  };
  await build(site(include), true);
  const second = await build(change, true);
  expect(second.outputs).toEqual((await build({}, false)).outputs);
  return documentsOf(second.rendered)
    .map(({ task }) => task.document)
    .filter((file) => /^[abc]\.html$/.test(file));
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
  const title: Node = { kind: 'siteField', key: 'title' };
  const task = { of: 'page', document: 'o' } as const;
  // the tracker looks at nothing of a document but which one it is
  const document = { id: 'o' } as unknown as Document;
  const rowOf = (id: string): Row => ({
    node: (key) => ({ kind: 'documentField', document: id, key }),
    column: { node: (key) => ({ kind: 'pageColumn', key }), fingerprint: (key) => `pages ${key}` },
    cells: new Map(),
  });

  interface Listening {
    readonly tracker: Tracker;
    readonly received: unknown[];
  }
  function listening(): Listening {
    const tracker = new Tracker(new Readings([]), () => {});
    const received: unknown[] = [];
    tracker.listener = {
      read: ({ node }) => void received.push(node),
      changing: (again, seen) => void received.push([again(), seen]),
      spoil: () => void received.push('no reuse'),
    };
    return { tracker, received };
  }

  test('passes reads to the listener, also those that the task has made before', () => {
    const { tracker, received } = listening();
    const row = rowOf('x');
    tracker.field(row, 'a', 1);
    expect(received).toEqual([]);
    tracker.begin(task, document);
    tracker.field(row, 'a', 1);
    tracker.field(row, 'a', 1);
    tracker.read(title, () => 'T');
    tracker.read(title, () => 'T');
    const field = { kind: 'documentField', document: 'x', key: 'a' };
    expect(received).toEqual([field, field, title, title]);
  });

  test('passes on what changes and what forbids reuse, whether a task runs or not, but nothing that is untracked', () => {
    const { tracker, received } = listening();
    tracker.changing(() => 1, 1);
    tracker.forbidKeeping({ because: 'is random' });
    tracker.untracked(() => tracker.changing(() => 2, 2));
    expect(received).toEqual([[1, 1], 'no reuse']);
  });

  test('passes on nothing of what another document does', () => {
    const { tracker, received } = listening();
    tracker.begin(task, document);
    tracker.withoutListener(() => tracker.read(title, () => 'T'));
    expect(() =>
      tracker.withoutListener(() => {
        throw new Error('failed');
      }),
    ).toThrow();
    expect(received).toEqual([]);
    tracker.read(title, () => 'T');
    expect(received).toEqual([title]);
  });

  test('records a repeated read for the running task as the read itself would be recorded', () => {
    const { tracker } = listening();
    const cells: Parameters<Listener['read']>[0][] = [];
    tracker.listener = { read: (cell) => void cells.push(cell), changing: () => {}, spoil: () => {} };
    const row = rowOf('x');
    const first = tracker.begin(task, document);
    tracker.field(row, 'a', 1);
    tracker.read(title, () => 'T');
    tracker.end(first);
    const second = tracker.begin(task, document);
    for (const cell of [...cells, ...cells]) tracker.repeat(cell);
    expect(second.readings).toEqual(first.readings);
    tracker.end(second);
    // beyond so many fields a task depends on columns
    const third = tracker.begin(task, document);
    for (let i = 0; i < 500; i++) tracker.field(rowOf(`y${i}`), 'a', i);
    tracker.repeat(cells[0]!);
    expect(tracker.readings.list[third.readings.at(-1)!]).toEqual({
      node: { kind: 'pageColumn', key: 'a' },
      fingerprint: 'pages a',
    });
  });

  test('does not keep a task for a repeated read that can not be compared', () => {
    const { tracker } = listening();
    const cells: Parameters<Listener['read']>[0][] = [];
    tracker.listener = { read: (cell) => void cells.push(cell), changing: () => {}, spoil: () => {} };
    const first = tracker.begin(task, document);
    tracker.read(title, () => undefined);
    tracker.end(first);
    const second = tracker.begin(task, document);
    tracker.repeat(cells[0]!);
    expect(second.notKept).toEqual({ because: 'reads something incomparable', node: title });
    expect(second.notKept).toEqual(first.notKept);
  });
});
