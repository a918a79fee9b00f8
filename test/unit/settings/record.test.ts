/** Typed records of settings: names, wrong types, and values that change under them. */

import { describe, expect, test } from 'vitest';
import { TrackedMap } from '../../../src/graph/tracked-map.ts';
import { settingsOf, siteSettings } from '../../../src/model/settings/settings.ts';
import type { Value } from '../../../src/ruby/values.ts';
import { isOn } from '../../../src/settings/readers.ts';
import { recordsOf, section } from '../../../src/settings/record.ts';
import { setting } from '../../../src/settings/setting.ts';
import { configOf } from '../read/site-in-memory.ts';

const of = (values: Readonly<Record<string, Value>>) => settingsOf(new Map(Object.entries(values)));
const configured = (text: string) => configOf({ files: { '_config.yml': text } }).settings;

describe('a record', () => {
  const table = {
    my_flag: setting(isOn, { doc: 'A flag.' }),
    of_themes: { doc: 'Read by nobody here.' },
    inner: section({ deep_flag: setting(isOn, { doc: 'A flag.' }) }, { doc: 'A section.' }),
  };
  const records = recordsOf(table);

  test('has the keys that are read, in camel case', () => {
    const record = records(new Map<Value, Value>([['my_flag', 1]]));
    expect([record.myFlag, 'ofThemes' in record]).toEqual([true, false]);
  });

  test('takes a section that is not a hash for an empty one', () => {
    const flag = (inner: Value) => records(new Map<Value, Value>([['inner', inner]])).inner.deepFlag;
    expect([flag('x'), flag(null), flag([]), flag(new Map([['deep_flag', true]]))]).toEqual([
      false,
      false,
      false,
      true,
    ]);
  });

  test('shows what is set later, and lets a hash note what is read', () => {
    const read: Value[] = [];
    const values = new TrackedMap<Value, Value>(new Map([['my_flag', false as Value]]), {
      key: (key) => void read.push(key),
      whole: () => {},
    });
    const record = records(values);
    expect(record.myFlag).toBe(false);
    values.set('my_flag', true);
    expect(record.myFlag).toBe(true);
    expect(read).toEqual(['my_flag', 'my_flag']);
  });
});

describe('the settings of a site', () => {
  test('have Jekyll’s defaults where nothing is set', () => {
    const { settings } = configOf({ files: {} });
    expect(settings).toMatchObject({
      ...{ collectionsDir: '', layoutsDir: '_layouts', dataDir: '_data', includesDir: '_includes' },
      ...{ pluginsDir: ['_plugins'], include: ['.htaccess'], keepFiles: ['.git', '.svn'], plugins: [] },
      ...{ safe: false, future: false, unpublished: false, showDrafts: false, limitPosts: 0 },
      ...{ permalink: 'date', markdown: 'kramdown', highlighter: 'rouge', excerptSeparator: '\n\n' },
      ...{ host: '127.0.0.1', port: '4000', watch: true, livereload: true, encoding: 'utf-8' },
      liquid: { errorMode: 'warn', strictFilters: false, strictVariables: false },
      sass: { sassDir: '_sass', loadPaths: [], style: '', sourcemap: 'always' },
    });
    expect(settings.markdownExt).toEqual(['markdown', 'mkdown', 'mkdn', 'mkd', 'md']);
  });

  test('are the same where a key is there without a value', () => {
    const keys = Object.keys(siteSettings).filter((key) => !['include', 'exclude', 'plugins'].includes(key));
    const nothing = of({});
    const empty = of(Object.fromEntries(keys.map((key) => [key, null])));
    const known = (record: typeof nothing) =>
      [
        'safe',
        'dataDir',
        'pluginsDir',
        'markdownExt',
        'port',
        'host',
        'permalink',
        'watch',
        'limitPosts',
      ].map((key) => record[key as keyof typeof record]);
    expect(known(empty)).toEqual(known(nothing));
  });

  test.each([
    [null, false],
    [false, false],
    [true, true],
    [0, true],
    ['', true],
    ['false', true],
  ])('take %j for a flag as Ruby does', (value, isSet) => {
    const { safe, future, unpublished, disableDiskCache, pageExcerpts, profile } = of({
      ...{ safe: value, future: value, unpublished: value },
      ...{ disable_disk_cache: value, page_excerpts: value, profile: value },
    });
    expect([safe, future, unpublished, disableDiskCache, pageExcerpts, profile]).toEqual(
      Array.from({ length: 6 }, () => isSet),
    );
  });

  test.each<[string, Value, Value]>([
    ['ignore_theme_config', 'yes', false],
    ['collections_dir', 3, ''],
    ['data_dir', ['x'], '_data'],
    ['include', 'x', []],
    ['include', ['a', 1, 'b'], ['a', 'b']],
    ['keep_files', ['a', 1], ['a', '1']],
    ['plugins_dir', 'a,b', ['a', 'b']],
    ['plugins_dir', ['a', 'b'], ['a', 'b']],
    ['limit_posts', '3', 0],
    ['permalink', 3, '3'],
    ['markdown_ext', 'MD,txt', ['MD', 'txt']],
    ['host', '', '127.0.0.1'],
    ['port', 0, '0'],
    ['allow_host', 'a,,b', ['a', 'b']],
    ['allow_host', ['a', 1], ['a']],
    ['livereload_min_delay', -1, 1],
    ['livereload_min_delay', 9999, 3600],
    ['timezone', '', undefined],
    ['scholar_userid', 17, '17'],
    ['scholar_userid', '  ', undefined],
  ])('%s: %j is read as %j', (key, value, read) => {
    const camel = key.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
    expect(of({ [key]: value })[camel as 'host']).toEqual(read);
  });

  test('come from the files, in sections too', () => {
    const { liquid, sass, citations, kramdown } = configured(
      'liquid: {error_mode: strict}\nsass: {style: ":compressed", load_paths: vendor}\ncitations: true\nkramdown: {x: 1}',
    );
    expect([liquid.errorMode, sass.style, sass.loadPaths]).toEqual(['strict', 'compressed', ['vendor']]);
    expect([citations.sources, kramdown.get('input'), kramdown.get('x')]).toEqual([undefined, 'GFM', 1]);
  });
});
