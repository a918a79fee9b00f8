import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import type { FileEventListener } from '../../../src/ports/file-events.ts';
import { type LiveSession, startLiveSession } from '../../support/live-session.ts';
import { bodyText, get } from '../../support/preview-site.ts';

let site: string;
let live: LiveSession;

function put(name: string, text: string): void {
  mkdirSync(dirname(join(site, name)), { recursive: true });
  writeFileSync(join(site, name), text);
}

async function start(files: Readonly<Record<string, string>>, options = {}): Promise<void> {
  site = realpathSync(mkdtempSync(join(tmpdir(), 'hastie-session-')));
  for (const [name, text] of Object.entries({ '_config.yml': 'title: Ada\n', ...files })) put(name, text);
  live = await startLiveSession(site, join(site, 'dist'), options);
}

afterEach(async () => {
  await live.session.stop();
  rmSync(site, { recursive: true, force: true });
});

const shows = (address: string, text: string) =>
  expect.poll(() => live.page(address), { timeout: 8000, interval: 10 }).toContain(text);
const quiet = () => new Promise((resolve) => setTimeout(resolve, 600));

const INDEX = '---\n---\n{{ site.title }} {{ site.data.me.name }}\n';

describe('a change of', () => {
  test('a page is shown and written', async () => {
    await start({ 'index.md': INDEX });
    await shows('/', 'Ada');
    put('index.md', `${INDEX}more`);
    await shows('/', 'more');
    await quiet();
    expect(live.builds).toEqual([['index.md']]);
    expect(readFileSync(join(site, 'dist/index.html'), 'utf8')).toContain('more');
  });

  test('the configuration, data, a layout, an include, a stylesheet and a plugin needs no restart', async () => {
    await start({ 'index.md': INDEX });
    put('_config.yml', 'title: Grace\nbaseurl: /sub\n');
    await shows('/sub/', 'Grace');
    put('_data/me.yml', 'name: Hopper\n');
    await shows('/sub/', 'Hopper');
    put('_includes/x.html', 'included');
    put('_layouts/default.html', 'layout {% include x.html %} {{ content }}');
    put('index.md', '---\nlayout: default\n---\nx');
    await shows('/sub/', 'layout included');
    put('_includes/x.html', 'once more');
    await shows('/sub/', 'once more');
    put('_config.yml', 'title: Grace\nplugins: [jekyll-sitemap]\n');
    await shows('/sitemap.xml', '<urlset');
    expect((await live.session.respond(get('/sub/'))).status).toBe(404);
  });

  test('a theme in a folder of the site is followed, and is no content of it', async () => {
    await start({
      '_config.yml': 'theme: ./my-theme\nexclude: [my-theme]\n',
      'index.md': '---\nlayout: oar\n---\nx',
      'my-theme/_layouts/oar.html': 'first {{ content }}',
      'my-theme/README.md': '---\n---\nno content',
    });
    await shows('/', 'first');
    put('my-theme/_layouts/oar.html', 'second {{ content }}');
    await shows('/', 'second');
    put('my-theme/assets/new.txt', 'an asset');
    await shows('/assets/new.txt', 'my-theme/assets/new.txt');
    put('_config.yml', 'theme: ./my-theme\n');
    await quiet();
    expect((await live.session.respond(get('/my-theme/README.html'))).status).toBe(404);
  });

  test('a theme in `node_modules` is followed, a new file in it, too', async () => {
    const theme = 'node_modules/jekyll-theme-oar';
    await start({
      '_config.yml': 'theme: oar\n',
      'index.md': '---\nlayout: oar\n---\nx',
      [`${theme}/package.json`]: '{"name": "jekyll-theme-oar"}',
      [`${theme}/_layouts/oar.html`]: 'first {{ content }}',
      'node_modules/other/_layouts/oar.html': 'other',
    });
    await shows('/', 'first');
    put(`${theme}/_layouts/oar.html`, 'second {{ content }}');
    await shows('/', 'second');
    put(`${theme}/assets/new.txt`, 'an asset');
    await shows('/assets/new.txt', `${theme}/assets/new.txt`);
    await quiet();
    const builds = live.builds.length;
    put('node_modules/other/_layouts/oar.html', 'no theme');
    await quiet();
    expect(live.builds).toHaveLength(builds);
  });

  test('the Gemfile turns a plugin on, off and on again', async () => {
    await start({ 'index.md': INDEX });
    await shows('/', 'Ada');
    const feed = 'gem "jekyll-feed", group: :jekyll_plugins\n';
    put('Gemfile', feed);
    await shows('/feed.xml', '<feed');
    put('Gemfile', `# ${feed}`);
    await shows('/feed.xml', 'Page not found');
    put('Gemfile', feed);
    await shows('/feed.xml', '<feed');
  });

  test('many files, folders and names comes to one state', async () => {
    await start({ 'index.md': INDEX, 'a/one.txt': 'one', 'a/two.txt': 'two' });
    renameSync(join(site, 'a'), join(site, 'b'));
    await shows('/b/one.txt', `file ${site}/b/one.txt`);
    expect((await live.session.respond(get('/a/one.txt'))).status).toBe(404);
    renameSync(join(site, 'b/one.txt'), join(site, 'b/One.txt'));
    await shows('/b/One.txt', 'b/One.txt');
    expect((await live.session.respond(get('/b/one.txt'))).status).toBe(404);
    mkdirSync(join(site, 'deep/er/still'), { recursive: true });
    put('deep/er/still/page.md', '---\n---\ndeep');
    await shows('/deep/er/still/page.html', 'deep');
    rmSync(join(site, 'deep'), { recursive: true });
    await expect
      .poll(async () => (await live.session.respond(get('/deep/er/still/page.html'))).status)
      .toBe(404);
  });

  test('a file saved the way of editors is one change', async () => {
    await start({ 'index.md': INDEX });
    put('.index.md.swp', 'vim');
    put('4913', '');
    rmSync(join(site, '4913'));
    put('index.md~', INDEX);
    put('#index.md#', 'emacs');
    renameSync(join(site, 'index.md'), join(site, 'index.md~'));
    put('index.md', '---\n---\nsaved');
    rmSync(join(site, '.index.md.swp'));
    await shows('/', 'saved');
    await quiet();
    expect(live.builds).toEqual([['index.md']]);
  });

  test('what is not of the site builds nothing', async () => {
    await start({ 'index.md': INDEX, '_config.yml': 'title: Ada\nexclude: [notes]\n' });
    await quiet();
    for (const name of [
      'dist/stray.txt',
      '.hastie-cache/x',
      'node_modules/a/index.js',
      '.git/index',
      'notes/a.md',
      '.idea/workspace.xml',
      '.DS_Store',
      'x.md.swp',
    ])
      put(name, 'x');
    await quiet();
    expect(live.builds).toEqual([]);
  });

  test('a file that the build has read is noticed wherever it lies', async () => {
    await start({
      'index.md': '---\n---\n{% include_relative notes/a.md %}',
      'notes/a.md': 'first',
      '_config.yml': 'exclude: [notes]\n',
    });
    await shows('/', 'first');
    await quiet();
    expect(live.builds).toEqual([]);
    put('notes/a.md', 'second');
    await shows('/', 'second');
  });
});

describe('a mistake', () => {
  test('leaves the last good state, is told, and is forgotten when it is mended', async () => {
    await start({ 'index.md': '---\n---\ngood' });
    put('index.md', '---\n---\n{% nope %}');
    await shows('/__hastie/problems', 'liquid/unknown-tag');
    expect(await live.page('/')).toContain('good');
    expect(await live.page('/__hastie/problems')).toContain('{% nope %}');
    put('index.md', '---\n---\nbetter');
    await shows('/', 'better');
    expect(await live.page('/__hastie/problems')).toBe('');
  });

  test('from the beginning is told on every page', async () => {
    await start({ 'index.md': '---\n---\n{% nope %}' });
    expect((await live.session.respond(get('/any/page'))).status).toBe(500);
    put('index.md', '---\n---\nnow');
    await shows('/', 'now');
  });

  test('in the configuration is mended there', async () => {
    await start({ 'index.md': INDEX });
    put('_config.yml', 'title: [Ada\n');
    await shows('/__hastie/problems', '_config.yml:');
    expect(await live.page('/')).toContain('Ada');
    put('_config.yml', 'title: Grace\n');
    await shows('/', 'Grace');
  });
});

describe('without events from the system', () => {
  test('every file is polled each second', { timeout: 20_000 }, async () => {
    await start({ 'index.md': INDEX }, { events: undefined });
    await quiet();
    put('index.md', '---\n---\npolled');
    await shows('/', 'polled');
    put('.old', '---\n---\nmoved here');
    utimesSync(join(site, '.old'), 1_000_000_000, 1_000_000_000);
    renameSync(join(site, '.old'), join(site, 'old.md'));
    await shows('/old.html', 'moved here');
  });

  test('because they can not be had, that is reported once', { timeout: 20_000 }, async () => {
    await start(
      { 'index.md': INDEX },
      {
        events: (_scope: unknown, listener: FileEventListener) => {
          listener.failed('ENOSPC', 'no space left on device');
          listener.failed('ENOSPC', 'no space left on device');
          return Promise.resolve({ close: () => Promise.resolve() });
        },
      },
    );
    expect(live.pollingOnly).toEqual(['ENOSPC']);
    put('index.md', '---\n---\npolled');
    await shows('/', 'polled');
  });
});

describe('the stream', () => {
  test('sends the builds that changed something, by their addresses alone', async () => {
    await start({ 'index.md': INDEX, 'other.md': '---\n---\nx' });
    const sent: { build: string; problems: number; builds: { build: string; changed: string[] }[] }[] = [];
    const close = live.session.openStream({
      write: (text) => {
        const data = /data: (.*)\n/.exec(text)?.[1];
        if (data !== undefined) sent.push(JSON.parse(data));
      },
      end: () => {},
      backlog: () => 0,
    });
    expect(sent.map(({ build }) => build)).toEqual(['live-1']);
    put('other.md', '---\n---\ny');
    await expect.poll(() => sent.length).toBe(2);
    expect(sent[1]?.builds.at(-1)).toEqual({ build: 'live-2', changed: ['/other.html'] });
    put('other.md', '---\nunused: 1\n---\ny');
    await expect.poll(() => live.builds.length).toBe(2);
    expect(sent.length).toBe(2);
    put('other.md', '---\n---\n{% nope %}');
    await expect.poll(() => sent.at(-1)?.problems).toBe(1);
    close();
  });

  test('forced builds are builds', async () => {
    await start({ 'index.md': INDEX });
    live.session.rebuild();
    await expect.poll(() => live.builds.length).toBe(1);
    expect(bodyText(await live.session.respond(get('/')))).toContain('Ada');
  });
});

describe('links that lead back', () => {
  test.each([{ links: ['loop'] }, { links: ['loop', 'again', 'once-more'] }])(
    'are cut as in a build: $links',
    async ({ links }) => {
      await start({ 'index.md': INDEX, 'real/page.md': INDEX });
      await live.session.stop();
      for (const link of links) symlinkSync('.', join(site, link));
      symlinkSync('..', join(site, 'real', 'up'));
      symlinkSync('there', join(site, 'here'));
      symlinkSync('here', join(site, 'there'));
      live = await startLiveSession(site, join(site, 'dist'));
      await shows('/', 'Ada');
      await quiet();
      expect(live.builds).toEqual([]);
      put('real/page.md', `${INDEX}more`);
      await shows('/real/page', 'more');
      symlinkSync('..', join(site, 'real', 'later'));
      await quiet();
      put('index.md', `${INDEX}more`);
      await shows('/', 'more');
      await quiet();
      expect(live.builds.flat().filter((name) => /loop|again|once-more|up\/|later\//.test(name))).toEqual([]);
      expect(live.pollingOnly).toEqual([]);
    },
  );
});
