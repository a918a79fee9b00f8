/**
 * A preview in a process of its own: each edit is followed by the rebuild that the watcher asks for. Prints the bytes of the
 * heap that are in use after every tenth rebuild, once all garbage is collected, as a JSON array.
 *
 * Arguments: the folder to work in, and how many rebuilds.
 */

import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { loadConfig } from '../../src/config/load-config.ts';
import type { SiteResult } from '../../src/pipeline/site-result.ts';
import { createRebuilder } from '../../src/serve/rebuild.ts';
import { Session } from '../../src/serve/session.ts';
import { createWatchScope } from '../../src/serve/watch/watch-scope.ts';
import { createTestWorld } from './node-world.ts';
import { SETTINGS } from './preview-site.ts';

const [folder = '', rebuilds = '0'] = process.argv.slice(2);
const source = join(folder, 'site');
const POSTS = 120;
/** Rebuilds after which the site is what it was, but for one digit in one file of each kind. */
const ROUND = 10;

function put(path: string, text: string): void {
  mkdirSync(dirname(join(source, path)), { recursive: true });
  writeFileSync(join(source, path), text);
}

const post = (title: string, text: string): string =>
  `---\ntitle: ${title}\nlayout: default\ntags: [a, b]\n---\n${text} {% include note.html text="x" %}\n\n${'Some *words* to render. '.repeat(40)}\n`;

put(
  '_config.yml',
  'title: Long\nurl: https://example.org\nplugins: [jekyll-feed, jekyll-sitemap, jekyll-seo-tag, jekyll-scholar]\nscholar: {bibliography: refs.bib}\n',
);
put(
  'index.md',
  '---\nlayout: default\n---\n{% for p in site.posts limit:9 %}{{ p.title }}{{ p.excerpt }}{% endfor %}\n',
);
put('papers.md', '---\nlayout: default\n---\n{% bibliography %}\n');
for (let i = 0; i < POSTS; i++)
  put(`_posts/2024-01-${String(1 + (i % 28)).padStart(2, '0')}-post-${i}.md`, post(`Post ${i}`, 'First'));

/** One of each kind, again and again; `digit` is other than it was a round before. */
function edit(number: number): void {
  const digit = Math.floor(number / ROUND) % 10;
  const edits: readonly (() => void)[] = [
    () => put('_posts/2024-01-05-post-4.md', post('Post 4', `Changed ${digit}`)),
    () => put('_includes/note.html', `<i>{{ include.text }} ${digit}</i>`),
    () =>
      put(
        '_layouts/default.html',
        `<html><head>{% seo %}</head>{{ content }} ${digit} {{ site.data.menu.a }}</html>`,
      ),
    () => put('_data/menu.yml', `a: ${digit}\n`),
    () => put('_sass/part.scss', `.part { order: ${digit}; }\n`),
    () => put('_posts/2024-02-01-new.md', post('New', `${digit}`)),
    () =>
      put('_bibliography/refs.bib', `@article{a, title={Title ${digit}}, author={Doe, Jane}, year={2020}}\n`),
    () =>
      put(
        'index.md',
        `---\nlayout: default\n---\n{% for p in site.posts limit:9 %}{{ p.title }}{{ p.excerpt }}{% endfor %} ${digit}\n`,
      ),
    () => put('notes.txt', `${digit}`),
    () => rmSync(join(source, '_posts/2024-02-01-new.md')),
  ];
  edits[number % ROUND]!();
}
put('assets/main.scss', '---\n---\n@import "part";\n');
for (let number = 0; number < ROUND; number++) edit(number);

async function liveHeap(): Promise<number> {
  for (let i = 0; i < 4; i++) {
    await new Promise((resolve) => setTimeout(resolve, 10));
    globalThis.gc!();
  }
  return process.memoryUsage().heapUsed;
}

const world = createTestWorld();
const flags = {
  workingFolder: source,
  overrides: new Map<string, string | boolean>([
    ['source', source],
    ['destination', join(folder, 'dist')],
    ['disable_disk_cache', true],
  ]),
};
let built: (result: SiteResult) => void = () => {};
const nextBuild = (): Promise<SiteResult> =>
  new Promise((resolve) => {
    built = resolve;
  });
const session = new Session(
  {
    fs: world.fs,
    nowMs: () => Date.now(),
    elapsed: () => performance.now(),
    after(ms, call) {
      // polls alone, and often
      const timer = setTimeout(call, Math.min(ms, 5));
      return () => clearTimeout(timer);
    },
    every: () => () => {},
    ownOutput: [],
    breathe: () => new Promise((resolve) => setImmediate(resolve)),
    openFileEvents: undefined,
  },
  createRebuilder(world, () => world.clock, flags),
  {
    built: (result) => built(result),
    fault(_diagnostic, error) {
      throw error;
    },
    pollingOnly: () => {},
    isOutdatedBy: () => false,
  },
  { ...SETTINGS, run: 'live', reloadIgnores: [] },
  createWatchScope(loadConfig(world.fs, world.env, flags, world.plugins)),
);
const heaps: number[] = [];
await session.build();
session.openStream({ write: () => {}, end: () => {}, backlog: () => 0 });
await session.watch();
for (let number = ROUND; number < Number(rebuilds) + ROUND; number++) {
  const next = nextBuild();
  edit(number);
  const { ok, diagnostics } = await next;
  if (!ok) throw new Error(JSON.stringify(diagnostics));
  if (number % ROUND === ROUND - 1) heaps.push(await liveHeap());
}
await session.stop();
process.stdout.write(`${JSON.stringify(heaps)}\n`);
