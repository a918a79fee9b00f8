/** A build with nothing to do: what counts as one, what it prints, what it writes. */

import { describe, expect, test } from 'vitest';
import { fingerprintBytes } from '../../../src/base/hash.ts';
import { DiskCache } from '../../../src/cache/disk-cache.ts';
import { type LastBuild, loadLastBuild, saveLastBuild } from '../../../src/cache/last-build.ts';
import { type AgainWorld, runAgain } from '../../../src/cli/commands/again.ts';
import { parseArguments } from '../../../src/cli/parse-arguments.ts';
import { createPalette } from '../../../src/cli/report/colour.ts';
import { createPacker } from '../../../src/node/packer.ts';
import { buildSite } from '../../../src/pipeline/build-site.ts';
import { SingleBuild } from '../../../src/pipeline/variants/single-build.ts';
import type { MemoryFs } from '../../support/memory-fs.ts';
import { createMemoryWorld } from '../../support/memory-world.ts';
import { siteOnDisk } from '../../support/program.ts';

const NOW = Date.UTC(2026, 5, 1);
const HOUR = 3_600_000;
/** Later than all times of the disk in memory. */
const STARTED = 1_900_000_000_000;

const SITE = {
  '_config.yml': 'title: Ada\nplugins: [jekyll-feed]\n',
  'index.md': '---\nlayout: base\n---\nHello {{ site.data.who.name }}\n',
  '_layouts/base.html': '<p>{% include note.html %}</p>{{ content }}',
  '_includes/note.html': 'Note',
  '_data/who.yml': 'name: Ada\n',
  '_posts/2024-01-01-a.md': '---\ntitle: A\n---\nText\n',
  'robots.txt': 'all',
};

interface Run {
  readonly words?: readonly string[];
  readonly now?: number;
  readonly env?: Readonly<Record<string, string>>;
  readonly program?: string;
}

function worldOf(fs: MemoryFs, { now = NOW, env = {}, words = ['build'], program = '1' }: Run) {
  const identity = { program, words, workingFolder: '/site', startedMs: STARTED };
  return { ...createMemoryWorld(fs, { now, env }), identity };
}

async function build(fs: MemoryFs, run: Run = {}, startedMs = STARTED): Promise<void> {
  const { identity, ...world } = worldOf(fs, run);
  const { overrides } = parseArguments(run.words ?? ['build']);
  const cache = new DiskCache(createPacker('1', ''), { ...identity, startedMs });
  const result = await buildSite(world, { workingFolder: '/site', overrides }, new SingleBuild(cache));
  expect(result.ok).toBe(true);
}

function again(fs: MemoryFs, run: Run = {}): { status: number | undefined; out: string; err: string } {
  let out = '';
  let err = '';
  const world: AgainWorld = worldOf(fs, run);
  const status = runAgain({
    args: parseArguments(run.words ?? ['build']),
    world,
    terminal: {
      out: (text) => {
        out += text;
      },
      err: (text) => {
        err += text;
      },
      interactive: false,
      outInteractive: false,
      columns: 80,
    },
    palette: createPalette(false),
    outPalette: createPalette(false),
    workingFolder: '/site',
    interrupted: () => false,
  });
  return { status, out, err };
}

async function built(files: Readonly<Record<string, string>> = {}, run: Run = {}): Promise<MemoryFs> {
  const fs = siteOnDisk({ ...SITE, ...files });
  await build(fs, run);
  return fs;
}

describe('a build with nothing to do', () => {
  test('says so, and writes nothing', async () => {
    const fs = await built();
    const before = fs.tree('/site');
    expect(again(fs)).toEqual({
      status: 0,
      out: 'Built 2 pages, 1 document and 1 file into dist in 0.00 s: 0 written, 4 unchanged.\n',
      err: '',
    });
    expect(fs.tree('/site')).toEqual(before);
  });

  test('repeats what the build had to tell', async () => {
    const fs = await built({ 'odd.md': '---\nlayout: nowhere\n---\n' });
    const { status, out, err } = again(fs);
    expect(status).toBe(0);
    expect(err).toContain('odd.md:2:9 warning layout/missing');
    expect(out).toContain('1 warning.');
  });

  test('answers --json as a build does', async () => {
    const fs = await built({}, { words: ['build', '--json'] });
    expect(JSON.parse(again(fs, { words: ['build', '--json'] }).out)).toMatchObject({
      ok: true,
      written: 0,
      unchanged: 4,
      pages: 2,
    });
  });
});

test('is found wherever the configuration puts the cache', async () => {
  for (const line of ['cache_dir: .kept', "cache_dir: '.kept' # here", 'cache_dir: ".other"']) {
    const fs = await built({ '_config.yml': `title: Ada\n${line}\n` });
    expect(fs.stat('/site/.hastie-cache')).toBeUndefined();
    expect(again(fs).status, line).toBe(0);
  }
});

test('says what has changed under --why, and which build it compares with does not depend on that flag', async () => {
  const fs = await built();
  expect(again(fs, { words: ['build', '--why'] }).out).toContain('Nothing had to be rendered');
  fs.put('/site/_includes/note.html', 'Other');
  expect(again(fs, { words: ['build', '--why'] })).toEqual({
    status: undefined,
    out: 'Built because /site/_includes/note.html has changed since the last build.\n',
    err: '',
  });
});

test('a file that the owner put into the destination is nothing to be done about', async () => {
  const fs = await built();
  fs.put('/site/dist/notes.html', 'Mine');
  expect(again(fs).status).toBe(0);
  expect(fs.text('/site/dist/notes.html')).toBe('Mine');
});

describe('there is something to do', () => {
  test.each<[string, (fs: MemoryFs) => void]>([
    ['a page has changed', (fs) => fs.put('/site/index.md', '---\nlayout: base\n---\nBye\n')],
    ['a page has changed, its length and time have not', (fs) => sameLookingChange(fs, '/site/index.md')],
    ['a file has come', (fs) => fs.put('/site/new.md', '---\n---\nNew\n')],
    ['a file has gone', (fs) => fs.removeFile('/site/robots.txt')],
    ['a setting has changed', (fs) => fs.put('/site/_config.yml', 'title: Bob\n')],
    ['data have changed', (fs) => fs.put('/site/_data/who.yml', 'name: Bob\n')],
    ['data have come', (fs) => fs.put('/site/_data/more.yml', '- 1\n')],
    ['an include has changed', (fs) => fs.put('/site/_includes/note.html', 'Other')],
    ['a layout has come', (fs) => fs.put('/site/_layouts/post.html', '{{ content }}')],
    ['a folder that was looked for has come', (fs) => fs.put('/site/_plugins/x.js', '')],
    ['an output was changed', (fs) => fs.put('/site/dist/index.html', 'Mine')],
    ['an output has gone', (fs) => fs.removeFile('/site/dist/robots.txt')],
    ['the destination has gone', (fs) => removeTree(fs, '/site/dist')],
    ['another build is at work', (fs) => fs.putFolder('/site/dist/.hastie-lock')],
  ])('where %s', async (_, change) => {
    const fs = await built();
    change(fs);
    expect(again(fs).status).toBeUndefined();
  });

  test.each<[string, Run]>([
    ['other words were typed', { words: ['build', '--strict'] }],
    ['another program runs', { program: '2' }],
    ['a variable that was read is another', { env: { JEKYLL_ENV: 'production' } }],
    ['a profile is asked for', { words: ['build', '--profile'] }],
    ['another command is typed', { words: ['doctor'] }],
  ])('where %s', async (_, run) => {
    expect(again(await built(), run).status).toBeUndefined();
  });

  test('where the memory is torn', async () => {
    const fs = await built();
    const [name = ''] = fs.list('/site/.hastie-cache/last').map((entry) => entry.name);
    const path = `/site/.hastie-cache/last/${name}`;
    fs.put(path, fs.readBytes(path).slice(0, 300));
    expect(again(fs).status).toBeUndefined();
  });

  test('where a file is so young that it may have changed behind the build’s back', async () => {
    const fs = siteOnDisk(SITE);
    await build(fs, {}, fs.stat('/site/robots.txt')!.ctimeMs + 5);
    expect(again(fs).status).toBeUndefined();
  });
});

describe('a memory that came with the repository', () => {
  const DIST = '/site/dist';
  const CACHE = '/site/.hastie-cache';
  const LATER = { now: NOW + HOUR };
  const outside = { '/home/thesis.txt': 'years of work' };

  /** What an attacker would have written: all as it is, and one more page that names the time. */
  function forged(fs: MemoryFs, change: Partial<LastBuild>): LastBuild {
    const { identity } = worldOf(fs, {});
    const last = loadLastBuild(fs, CACHE, identity)!;
    const [, timed] = last.timed[0]!;
    return { ...last, timed: [['thesis.txt', timed]], ...change };
  }
  async function attacked(): Promise<MemoryFs> {
    const fs = await built();
    for (const [path, text] of Object.entries(outside)) fs.put(path, text);
    return fs;
  }
  const fileOf = (fs: MemoryFs) => `${CACHE}/last/${fs.list(`${CACHE}/last`)[0]!.name}`;

  test('is not believed in the form that it had before it rested on the mark', async () => {
    const fs = await attacked();
    const body = new TextEncoder().encode(JSON.stringify(forged(fs, { destination: '/home' })));
    const head = `${body.length} ${fingerprintBytes(body)}`.padEnd(64);
    fs.put(fileOf(fs), new Uint8Array([...new TextEncoder().encode(head), ...body]));
    expect(again(fs, LATER).status).toBeUndefined();
    expect(fs.text('/home/thesis.txt')).toBe('years of work');
  });

  test('is not believed when it was written for another cache folder', async () => {
    const fs = await attacked();
    const place = fileOf(fs);
    saveLastBuild(fs, { ...forged(fs, { destination: '/home' }), cacheFolder: '/attacker/.hastie-cache' });
    fs.put(place, fs.readBytes(place.replace('/site', '/attacker')));
    expect(again(fs, LATER).status).toBeUndefined();
    expect(fs.text('/home/thesis.txt')).toBe('years of work');
  });

  test.each<[string, Partial<LastBuild>]>([
    ['another destination', { destination: '/home' }],
    ['a file that no build made', {}],
    ['another source', { source: '/home' }],
  ])('even as our own it writes nothing where it names %s', async (_, change) => {
    const fs = await attacked();
    fs.put(`${DIST}/thesis.txt`, 'years of work');
    saveLastBuild(fs, forged(fs, { outputs: [], ...change }));
    const before = fs.tree('/');
    expect(again(fs, LATER).status).toBeUndefined();
    expect(fs.tree('/')).toEqual(before);
  });

  test('is not read under --safe', async () => {
    const words = ['build', '--safe'];
    const fs = await built({}, { words });
    expect(fs.stat(CACHE)).toBeUndefined();
    const plain = await built();
    const last = loadLastBuild(plain, CACHE, worldOf(plain, {}).identity)!;
    saveLastBuild(plain, { ...last, words });
    expect(again(plain, { words }).status).toBeUndefined();
  });
});

describe('the time', () => {
  test('that a feed names is brought up to date, as a build would', async () => {
    const [fs, other] = [await built(), siteOnDisk(SITE)];
    const later = { now: NOW + HOUR };
    expect(again(fs, later).out).toContain('1 written, 3 unchanged');
    await build(other, later);
    expect(fs.tree('/site/dist')).toEqual(other.tree('/site/dist'));
    expect(fs.text('/site/dist/feed.xml')).toContain('<updated>2026-06-01T01:00:00+00:00</updated>');
    // and the next one finds what this one has left
    expect(again(fs, later).out).toContain('0 written, 4 unchanged');
  });

  test.each([
    ['a year', '{{ site.time | date: "%Y" }}', HOUR, true],
    ['a year that is over', '{{ site.time | date: "%Y" }}', 300 * 24 * HOUR, false],
    ['now', '{{ "now" | date: "%H" }}', HOUR, false],
    ['the moment', '{{ site.time }}', HOUR, false],
    ['chance', '{{ "a,b" | split: "," | sample }}', HOUR, false],
    ['the age of something', '{{ "now" | date: "%s" | minus: 1 }}', HOUR, false],
  ])('that a page makes %s of', async (_, text, passed, isSame) => {
    const fs = await built({ 'when.md': `---\n---\n${text}\n` });
    expect(again(fs, { now: NOW + passed }).status).toBe(isSame ? 0 : undefined);
  });

  test('of a post of the future has come, or not yet', async () => {
    const fs = await built({ '_posts/2026-06-02-b.md': '---\ntitle: B\n---\nSoon\n' });
    expect(again(fs, { now: NOW + HOUR }).status).toBe(0);
    expect(again(fs, { now: NOW + 24 * HOUR }).status).toBeUndefined();
  });

  test('goes back to before a post that was shown', async () => {
    const fs = await built();
    expect(again(fs, { now: Date.UTC(2023, 0, 1) }).status).toBeUndefined();
  });
});

/** Another text, as long and with the same time: only the time of change tells. */
function sameLookingChange(fs: MemoryFs, path: string): void {
  const { mtimeMs } = fs.stat(path)!;
  fs.edit(path, fs.text(path).replace('Hello', 'Hallo'));
  fs.setModified(path, mtimeMs);
}

function removeTree(fs: MemoryFs, folder: string): void {
  for (const { name, kind } of fs.list(folder)) {
    if (kind === 'folder') removeTree(fs, `${folder}/${name}`);
    else fs.removeFile(`${folder}/${name}`);
  }
  fs.removeFolder(folder);
}
