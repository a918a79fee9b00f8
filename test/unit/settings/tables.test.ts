/** What plugins and filters read of the configuration by name is in some table of settings, and no two tables have the same row. */

import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { siteSettings } from '../../../src/model/settings/settings.ts';
import { builtInPlugins } from '../../../src/plugins/all.ts';

const tables = [siteSettings, ...builtInPlugins.map(({ settings = {} }) => settings)];
const keys = tables.flatMap((table) => Object.keys(table));
const src = new URL('../../../src/', import.meta.url);

const READS = /\b(?:site|turn|context|call)\.(?:config|setting)\('([^']+)'/g;

test('every setting that is read by its name has a row', () => {
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.ts'),
  );
  const read = files.flatMap((file) =>
    Array.from(readFileSync(new URL(file, src), 'utf8').matchAll(READS), ([, key = '']) => key),
  );
  expect(new Set(read).size).toBeGreaterThan(20);
  expect([...new Set(read)].filter((key) => !keys.includes(key))).toEqual([]);
});

test('no setting has two rows', () => {
  expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
});
