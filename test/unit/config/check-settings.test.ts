/** What the table of settings finds in a configuration: wrong types, flags in quotes, names that are nearly a setting's, outdated names. */

import { expect, test } from 'vitest';
import { configOf } from '../read/site-in-memory.ts';

const found = (text: string) =>
  configOf({ files: { '_config.yml': text } }).diagnostics.map(
    ({ severity, code, message, hint, place }) => `${severity} ${code} ${place?.line}: ${message} (${hint})`,
  );

test.each([
  [
    'plugins:',
    'error config/wrong-type 1: `plugins` must be a list, but is empty (write it as `plugins: [jekyll-feed, jekyll-sitemap]`)',
  ],
  ['keep_files:', undefined],
  [
    'cache_dir: 2020-01-02',
    'error config/wrong-type 1: `cache_dir` must be text, but is a date (write it as `cache_dir: .hastie-cache`)',
  ],
  [
    'limit_posts: 1.5',
    'error config/wrong-type 1: `limit_posts` must be a whole number, but is a number (write it as `limit_posts: 10`)',
  ],
  [
    'highlighter: 1',
    'warning config/wrong-type 1: `highlighter` must be text or true or false, but is 1 (write it as `highlighter: rouge`)',
  ],
  [
    'pagination: 10',
    'warning config/wrong-type 1: `pagination` must be a mapping, but is 10 (write it as `pagination: {enabled: true}`)',
  ],
  ['future: 1', undefined],
  [
    'future: "false"',
    'warning config/text-for-flag 1: `future` is the text `"false"`, which counts as true, as any text does (remove the quotes: `future: false`)',
  ],
  [
    'citation_meta: "true"',
    'warning config/text-for-flag 1: `citation_meta` is the text `"true"`, which counts as true, as any text does (remove the quotes: `citation_meta: true`)',
  ],
  ['feed: {path: x}', undefined],
])('%s', (text, complaint) => {
  expect(found(text)).toEqual(complaint === undefined ? [] : [complaint]);
});

test('a name that is nearly that of a setting, a plugin’s included', () => {
  const nearest = (name: string) => found(`${name}: x`).map((line) => /did you mean `(.*)`/.exec(line)?.[1]);
  expect(nearest('redirect_form')).toEqual(['redirect_from']);
  expect(nearest('permalnk')).toEqual(['permalink']);
  expect(found('permalnk: x\npermalink: pretty')).toEqual([]);
});

test('names that sites have for themselves are not taken for others', () => {
  expect(found('google_scholar: x\norcid-id: x\nscholar_userids: x\nlayout: x\ngem: x')).toEqual([]);
});

test.each([
  ['gems', 'plugins'],
  ['layouts', 'layouts_dir'],
  ['data_source', 'data_dir'],
  ['server_port', 'port'],
  ['pygments', 'highlighter'],
])('%s is %s now', (old, now) => {
  const [line, ...more] = found(`${old}:`);
  expect(line).toContain(`warning config/old-name 1: `);
  expect(line).toContain(`rename it to \`${now}\``);
  expect(more).toEqual([]);
});
