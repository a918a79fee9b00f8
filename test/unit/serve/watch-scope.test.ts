import { describe, expect, test } from 'vitest';
import { jekyllRules } from '../../../src/model/builder/rules.ts';
import type { Config } from '../../../src/model/config.ts';
import { settingsOf } from '../../../src/model/settings/settings.ts';
import type { Value } from '../../../src/ruby/values.ts';
import { createWatchScope } from '../../../src/serve/watch/watch-scope.ts';

const themeIn = (root: string) =>
  ({ name: 'x', root, folder: root, from: { kind: 'folder' }, lacks: [] }) as const;

function scope(
  settings: Readonly<Record<string, Value>> = {},
  more: Partial<Config> = {},
  reads: string[] = [],
) {
  const values = new Map<Value, Value>(
    Object.entries({ include: ['.htaccess'], exclude: ['vendor/bundle/', 'tmp'], ...settings }),
  );
  return createWatchScope(
    {
      source: '/home/ada/site',
      destination: '/home/ada/site/dist',
      cacheFolder: '/home/ada/site/.hastie-cache',
      values,
      settings: settingsOf(values),
      files: [],
      environment: 'development',
      strictFrontMatter: true,
      isSafeAsked: false,
      typed: new Map(),
      timeZone: 'UTC',
      rules: jekyllRules,
      diagnostics: [],
      ...more,
    },
    reads,
  );
}
const covers = (path: string, ...rest: Parameters<typeof scope>) =>
  scope(...rest).covers(`/home/ada/site/${path}`);

describe('what is watched', () => {
  test.each([
    'index.md',
    '_posts/a.md',
    '_config.yml',
    '_data/x.yml',
    'a/b/c.png',
    '.htaccess',
    'vendor/x.css',
    'new',
  ])('%s', (path) => {
    expect(covers(path)).toBe(true);
  });

  test.each([
    'dist/index.html',
    'dist',
    '.hastie-cache/x',
    'node_modules/a/b.js',
    'a/node_modules/b.js',
    '.git/HEAD',
    '.gitignore',
    '.vscode/settings.json',
    'tmp/a.md',
    'tmp',
    'vendor/bundle/x',
    'a/~b',
  ])('not %s', (path) => {
    expect(covers(path)).toBe(false);
  });

  test.each([
    '4913',
    'index.md~',
    '.#index.md',
    '#index.md#',
    '.index.md.swp',
    'x.swo',
    'x.swpx',
    '.DS_Store',
    'a/.goutputstream-X',
    'a.md___jb_tmp___',
    '.~lock.a.odt#',
    'Thumbs.db',
    '.fuse_hidden1',
  ])('not what editors and systems drop: %s', (path) => {
    expect(covers(path)).toBe(false);
    expect(covers(path, { include: ['.*', '4913', '#index.md#'] })).toBe(false);
  });

  test('what is beside the source is not, unless the site is made of it', () => {
    expect(scope().covers('/home/ada/sitemap')).toBe(false);
    expect(scope().covers('/home/ada/theme/x.html')).toBe(false);
    const theme = themeIn('/home/ada/theme');
    const themed = scope({}, { theme });
    expect(themed.roots).toEqual(['/home/ada/site', '/home/ada/theme']);
    expect(themed.covers('/home/ada/theme/_layouts/x.html')).toBe(true);
    expect(themed.covers('/home/ada/theme/node_modules/x.html')).toBe(false);
  });

  test('a theme among installed packages is, and none of the others', () => {
    const root = '/home/ada/site/node_modules/x';
    const themed = scope({}, { theme: themeIn(root) });
    expect(themed.roots).toEqual(['/home/ada/site', root]);
    expect(themed.covers(`${root}/_layouts/x.html`)).toBe(true);
    expect(themed.admits(`${root}/_layouts`)).toBe(true);
    for (const other of ['y', 'y/_layouts/x.html', 'x/node_modules/z.js', 'x/.git/HEAD', ''])
      expect(themed.covers(`/home/ada/site/node_modules/${other}`)).toBe(false);
  });

  test('a file of an installed package that was read is, and a load path there as far as it was read', () => {
    const sass = new Map<Value, Value>([['load_paths', 'node_modules']]);
    const read = '/home/ada/site/node_modules/y/_y.scss';
    const reading = scope({ sass }, {}, [read, '/home/ada/site/.git/HEAD']);
    expect(reading.roots).toEqual(['/home/ada/site', read]);
    expect(reading.covers(read)).toBe(true);
    expect(reading.covers('/home/ada/site/node_modules/y/_z.scss')).toBe(false);
  });

  test('folders that Sass looks into are, excluded or not', () => {
    const sass = new Map<Value, Value>([['load_paths', ['tmp/scss', '../shared']]]);
    expect(covers('tmp/scss/_a.scss', { sass })).toBe(true);
    expect(covers('tmp/other', { sass })).toBe(false);
    expect(scope({ sass }).covers('/home/ada/shared/_b.scss')).toBe(true);
    const single = new Map<Value, Value>([['load_paths', '../shared']]);
    expect(scope({ sass: single }).covers('/home/ada/shared/_b.scss')).toBe(true);
  });

  test('a file that was read is, excluded or not, and nothing else beside it', () => {
    const read = ['/home/ada/site/tmp/a.md', '/home/ada/site/dist/index.html', '/home/ada/site/index.md'];
    expect(scope({}, {}, read).roots).toEqual(['/home/ada/site', '/home/ada/site/tmp/a.md']);
    expect(covers('tmp/a.md', {}, {}, read)).toBe(true);
    expect(covers('tmp/b.md', {}, {}, read)).toBe(false);
    expect(covers('dist/index.html', {}, {}, read)).toBe(false);
  });

  test('a source in a folder of any name is', () => {
    const odd = scope({}, { source: '/home/ada/.hidden~/node_modules' });
    expect(odd.covers('/home/ada/.hidden~/node_modules/index.md')).toBe(true);
  });

  test('is the same for the same settings', () => {
    expect(scope().signature).toBe(scope({ title: 'x' }).signature);
    expect(scope().signature).not.toBe(scope({ exclude: [] }).signature);
  });
});
