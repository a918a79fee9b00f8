/**
 * P1 against a repository that was made to attack: links and files in every place that Hastie uses, on a real disk, through
 * the command line. What lies beside the site is compared to the byte, the inode and the time.
 */

import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { fingerprint, fingerprintBytes } from '../../src/base/hash.ts';
import { failuresOf } from '../proof/row.ts';
import { forgeries } from '../proof/rows/forgeries.ts';
import { profilePage, USER } from '../support/scholar-pages.ts';
import { createScratch, hastieOnDisk, put, snapshot } from '../support/site-on-real-disk.ts';

const SITE = {
  '_config.yml': `title: Ada\nauthor:\n  googlescholar: "https://scholar.google.com/citations?user=${USER}&hl=en"\n`,
  'index.md': '---\n---\n# Hello\n',
  'about.md': '---\npermalink: /about/\n---\nAbout\n',
  'robots.txt': 'all\n',
};
const FOREIGN = {
  'thesis.txt': 'years of work',
  owner: 'not the owner of a lock',
  'results/photo.bin': 'bytes',
  'results/abc123-def456.bin': 'bytes',
  'last/abc123-def456.build': 'notes',
  'stylesheets/abc123-def456.bin': 'a sheet of paper',
  'destinations/abc123.json': '{}',
  '_layouts/default.html': 'SECRET {{ content }}',
};

let scratch: ReturnType<typeof createScratch>;
beforeAll(() => {
  scratch = createScratch();
});
afterAll(() => scratch.remove());

let serial = 0;
/** The site that is attacked. */
let site = '';
/** What lies beside it, and is none of its business. */
let outside = '';
let before: Record<string, string> = {};

beforeEach(() => {
  const root = join(scratch.path, `${serial++}`);
  site = join(root, 'site');
  outside = join(root, 'outside');
  put(site, SITE);
  put(outside, FOREIGN);
  mkdirSync(join(outside, 'empty'));
  before = snapshot(outside);
});

const page = (key: string): string => readFileSync(join(site, 'dist', key), 'utf8');

/** Runs every command that may write, and compares what lies outside after each. */
async function expectNothingOutside(...commands: readonly string[]): Promise<string> {
  let said = '';
  for (const command of commands) {
    const { err } = await hastieOnDisk(site, command);
    expect(snapshot(outside), `${command}\n${err}`).toEqual(before);
    said += err;
  }
  return said;
}

const COMMANDS = ['build', 'build --safe', 'build --incremental', 'clean', 'clean --safe', 'build'];

function link(place: string, target: string): void {
  mkdirSync(dirname(join(site, place)), { recursive: true });
  symlinkSync(target, join(site, place));
}

test('30 repositories that attack in several ways at once change nothing outside', {
  timeout: 120_000,
}, async () => {
  expect(await failuresOf(forgeries, { attempts: 30 })).toEqual([]);
});

describe('links in the destination', () => {
  test('in the place of temporary files are not written through', async () => {
    for (const folder of ['dist', 'dist/about'])
      for (const number of [0, 1, 2, 3, 4, 5, 6, 7])
        link(`${folder}/.hastie-tmp-${number}`, join(outside, 'thesis.txt'));
    link('dist/.hastie-tmp-8', join(outside, 'new.txt'));
    await expectNothingOutside('build');
    // a site that is built already, too
    link('dist/.hastie-tmp-0', join(outside, 'thesis.txt'));
    put(site, { 'index.md': '---\n---\n# Changed\n', 'robots.txt': 'none\n' });
    await expectNothingOutside('build --safe', 'build', 'clean');
  });

  test('in the place of temporary files do not keep the site from being built', async () => {
    link('dist/.hastie-tmp-0', join(outside, 'thesis.txt'));
    expect(await hastieOnDisk(site, 'build')).toMatchObject({ status: 0 });
    expect(page('index.html')).toContain('Hello');
    expect(readdirSync(join(site, 'dist'))).toEqual(['about', 'index.html', 'robots.txt']);
  });

  test.each([
    ['a link to a folder', () => link('dist/.hastie-lock', outside)],
    ['a link to a file', () => link('dist/.hastie-lock', join(outside, 'thesis.txt'))],
    ['a link to nothing', () => link('dist/.hastie-lock', join(outside, 'new'))],
    ['a folder whose owner is a link', () => link('dist/.hastie-lock/owner', join(outside, 'thesis.txt'))],
    ['a folder whose heir is a link', () => link('dist/.hastie-lock/heir', outside)],
    ['a folder with files', () => put(join(site, 'dist/.hastie-lock'), { 'notes.txt': 'mine' })],
  ])('%s in the place of the lock stops the build, and stays', async (_, lay) => {
    await hastieOnDisk(site, 'build');
    lay();
    const dist = snapshot(join(site, 'dist'));
    put(site, { 'index.md': '---\n---\n# Changed\n' });
    const said = await expectNothingOutside('build', 'build --safe', 'clean');
    expect(said).toContain('error write/lock-in-the-way: ');
    expect(said).toContain('hint: remove it and build again');
    expect(snapshot(join(site, 'dist'))).toEqual(dist);
  });
});

describe('a destination that is a link', () => {
  test.each([
    ['to an empty folder', 'empty'],
    ['to a folder with files', '.'],
    ['to a folder that is not there', 'new'],
  ])('%s outside is refused', async (_, target) => {
    link('dist', join(outside, target));
    const said = await expectNothingOutside(...COMMANDS);
    if (target !== 'new') expect(said).toContain('error destination/links-outside');
  });

  test('or lies behind one is refused', async () => {
    link('out', outside);
    put(site, { '_config.yml': 'destination: out/empty\n' });
    expect(await expectNothingOutside('build')).toContain('is reached through the link');
  });

  test('is followed where it was typed, or stays in the source', async () => {
    const www = join(dirname(outside), 'www');
    mkdirSync(www);
    link('dist', www);
    expect(await hastieOnDisk(site, 'build -d dist')).toMatchObject({ status: 0 });
    expect(existsSync(join(www, 'index.html'))).toBe(true);
    rmSync(join(site, 'dist'));
    put(site, { '_config.yml': 'exclude: [public]\n' });
    mkdirSync(join(site, 'public'));
    link('dist', 'public');
    expect(await hastieOnDisk(site, 'build')).toMatchObject({ status: 0 });
    expect(existsSync(join(site, 'public/index.html'))).toBe(true);
  });
});

describe('`hastie stats`', () => {
  const stats = {
    http: async () => ({
      status: 200,
      url: 'https://scholar.google.com/',
      text: profilePage(),
      header: () => undefined,
    }),
    pause: async () => {},
  };
  const FOLDER = 'google-scholar-stats';

  test.each([
    ['the new data', `${FOLDER}/gs_data.json.new`, 'thesis.txt'],
    ['the new badge', `${FOLDER}/gs_data_shieldsio.json.new`, 'new.txt'],
    ['a temporary file', `${FOLDER}/.hastie-tmp-0`, 'thesis.txt'],
    ['the badge', `${FOLDER}/gs_data_shieldsio.json`, 'thesis.txt'],
  ])('writes, and not through a link in the place of %s', async (_, place, target) => {
    link(place, join(outside, target));
    const { status, err } = await hastieOnDisk(site, 'stats --from scholar', { stats });
    expect(snapshot(outside)).toEqual(before);
    expect(status, err).toBe(0);
    expect(readFileSync(join(site, FOLDER, 'gs_data_shieldsio.json'), 'utf8')).toContain('"citations"');
  });

  test.each([
    ['the folder', FOLDER, '.'],
    ['the data', `${FOLDER}/gs_data.json`, 'thesis.txt'],
  ])('writes nothing where %s is a link', async (_, place, target) => {
    link(place, join(outside, target));
    const { err } = await hastieOnDisk(site, 'stats --from scholar', { stats });
    expect(snapshot(outside)).toEqual(before);
    expect(err).toMatch(/stats\/(?:write-failed|bad-file)/);
  });
});

describe('the place of the cache', () => {
  test.each(['../outside', '../outside/empty', '../outside/new', '.', '..', '/', '.git/x'])(
    '`cache_dir: %s` is not obeyed, with a warning',
    async (folder) => {
      put(site, { '_config.yml': `cache_dir: ${folder}\n`, '.git/HEAD': 'ref' });
      const said = await expectNothingOutside(...COMMANDS);
      expect(said).toContain('_config.yml:1:12 warning config/cache-outside: ');
      expect(readdirSync(join(site, '.git'))).toEqual(['HEAD']);
      expect(existsSync(join(site, '.hastie-cache/mark'))).toBe(true);
    },
  );

  test.each(['.', 'empty', 'new'])('a link in it is not followed: to %s', async (target) => {
    link('.hastie-cache', join(outside, target));
    const said = await expectNothingOutside(...COMMANDS);
    expect(said).toContain('note cache/not-used');
    expect(said).toContain('it is a link');
  });

  test('a link on the way to it is not followed', async () => {
    put(site, { '_config.yml': 'cache_dir: a/cache\nexclude: [a]\n' });
    link('a', outside);
    expect(await expectNothingOutside(...COMMANDS)).toContain(`${join(site, 'a')} is a link`);
  });

  test.each(['last', 'results', 'stylesheets', 'destinations'])(
    'a link to %s in our own is not followed',
    async (name) => {
      put(site, { 'style.scss': '---\n---\na { b: c }\n' });
      await hastieOnDisk(site, 'build');
      rmSync(join(site, '.hastie-cache', name), { recursive: true, force: true });
      link(`.hastie-cache/${name}`, join(outside, name));
      put(site, { 'about.md': '---\n---\nMoved\n', 'style.scss': '---\n---\nb { c: d }\n' });
      await expectNothingOutside('build --safe', 'build', 'build --incremental', 'clean');
    },
  );

  test.each([
    ['named as a cache', '.hastie-cache'],
    ['called so by the configuration', 'my-cache'],
  ])('a folder of the site’s that is %s keeps its files', async (_, name) => {
    put(site, { '_config.yml': `cache_dir: ${name}\nexclude: [${name}]\n` });
    put(join(site, name), FOREIGN);
    const there = snapshot(join(site, name));
    const said = await expectNothingOutside(...COMMANDS);
    expect(said).toContain('it holds files that Hastie did not write there');
    expect(said).toContain('error clean/not-ours');
    expect(snapshot(join(site, name))).toEqual(there);
  });

  test('with a tag and a mark that were written by hand is not ours', async () => {
    await hastieOnDisk(site, 'build');
    const cache = join(site, '.hastie-cache');
    cpSync(cache, `${cache}-copy`, { recursive: true });
    rmSync(cache, { recursive: true });
    renameSync(`${cache}-copy`, cache);
    put(cache, { 'notes.txt': 'mine' });
    const there = snapshot(cache);
    await expectNothingOutside(...COMMANDS);
    expect(snapshot(cache)).toEqual(there);
  });
});

describe('a cache that came with the repository', () => {
  const OWN = { 'thesis.txt': 'years of work', 'index.html': 'by hand' };
  /** The head that files of the cache had before they rested on the mark. */
  const oldHead = (body: Uint8Array) => `${body.length} ${fingerprintBytes(body)}`.padEnd(64);
  const identity = (folder: string) => {
    const { ino: inode, birthtimeMs } = statSync(folder);
    return { inode, birthtimeMs };
  };
  const recordFile = () =>
    join(site, '.hastie-cache/destinations', `${fingerprint(join(site, 'dist'))}.json`);

  test.each([false, true])('does not make foreign files ours (in a cache of our own: %s)', async (isOwn) => {
    if (isOwn) {
      await hastieOnDisk(site, 'build');
      rmSync(join(site, 'dist'), { recursive: true });
      rmSync(recordFile());
    }
    put(join(site, 'dist'), OWN);
    const destination = join(site, 'dist');
    // all that could be known of the folder, in each form
    const body = JSON.stringify({
      destination,
      folder: identity(destination),
      isMade: true,
      keys: Object.keys(OWN),
    });
    for (const text of [`${body}\n`, oldHead(Buffer.from(body)) + body]) {
      for (const command of ['build', 'build --safe', 'clean']) {
        mkdirSync(dirname(recordFile()), { recursive: true });
        writeFileSync(recordFile(), text);
        expect(await hastieOnDisk(site, command), command).toMatchObject({ status: 1 });
        expect(readFileSync(join(destination, 'thesis.txt'), 'utf8')).toBe(OWN['thesis.txt']);
        expect(page('index.html')).toBe('by hand');
      }
    }
  });

  test('is not believed when it is a whole one of ours, copied', async () => {
    await hastieOnDisk(site, 'build');
    const cache = join(site, '.hastie-cache');
    cpSync(cache, `${cache}-copy`, { recursive: true, preserveTimestamps: true });
    rmSync(cache, { recursive: true });
    renameSync(`${cache}-copy`, cache);
    rmSync(join(site, 'about.md'));
    const { status, err } = await hastieOnDisk(site, 'build');
    expect(status).toBe(1);
    expect(err).toContain('note cache/not-used');
    expect(page('about/index.html')).toBe('<p>About</p>\n');
  });

  test('is not believed file by file: one of another cache is not one of ours', async () => {
    await hastieOnDisk(site, 'build');
    const genuine = readFileSync(recordFile());
    const cache = join(site, '.hastie-cache');
    rmSync(cache, { recursive: true });
    await hastieOnDisk(site, 'build');
    put(join(site, 'dist'), { 'about/index.html': 'by hand' });
    writeFileSync(recordFile(), genuine);
    rmSync(join(site, 'about.md'));
    expect(await hastieOnDisk(site, 'build')).toMatchObject({ status: 1 });
    expect(page('about/index.html')).toBe('by hand');
  });
});

describe('under --safe', () => {
  test('the cache is neither made nor written nor read', async () => {
    await hastieOnDisk(site, 'build --safe');
    expect(existsSync(join(site, '.hastie-cache'))).toBe(false);
    await hastieOnDisk(site, 'build --incremental');
    const cache = snapshot(join(site, '.hastie-cache'));
    for (const command of ['build --safe', 'build --safe --incremental', 'clean --safe'])
      await hastieOnDisk(site, command);
    expect(snapshot(join(site, '.hastie-cache'))).toEqual(cache);
  });

  test.each(['../outside', './linked'])('a theme outside of the source is not read: %s', async (theme) => {
    link('linked', outside);
    put(site, {
      '_config.yml': `theme: ${theme}\nexclude: [linked]\n`,
      'index.md': '---\nlayout: default\n---\nHello\n',
    });
    const { status, err } = await hastieOnDisk(site, 'build --safe');
    expect(status).toBe(1);
    expect(err).toContain('_config.yml:1:8 error read/theme-outside: ');
    expect(existsSync(join(site, 'dist'))).toBe(false);
    expect(await hastieOnDisk(site, 'build')).toMatchObject({ status: 0 });
    expect(page('index.html')).toContain('SECRET');
  });

  test('a theme in the source is read', async () => {
    put(site, {
      '_config.yml': 'theme: ./my-theme\nexclude: [my-theme]\n',
      'my-theme/_layouts/default.html': 'mine {{ content }}',
      'index.md': '---\nlayout: default\n---\nHello\n',
    });
    expect(await hastieOnDisk(site, 'build --safe')).toMatchObject({ status: 0 });
    expect(page('index.html')).toContain('mine');
  });
});
