/** Settings and front matter that hold whatever YAML can hold: the value is read or reported, and nothing is thrown. */

import { describe, expect, it } from 'vitest';
import { readInMemory } from './site-in-memory.ts';

const settings = [
  ...[
    'collections',
    'defaults',
    'permalink',
    'plugins',
    'exclude',
    'include',
    'timezone',
    'time',
    'theme',
    'encoding',
  ],
  ...[
    'limit_posts',
    'source',
    'destination',
    'data_dir',
    'layouts_dir',
    'includes_dir',
    'collections_dir',
    'cache_dir',
  ],
  ...['csv_reader', 'future', 'show_drafts', 'unpublished', 'markdown_ext', 'safe', 'strict_front_matter'],
];
const keys = [
  'title',
  'date',
  'categories',
  'category',
  'tags',
  'tag',
  'published',
  'slug',
  'ext',
  'draft',
  'permalink',
];
const values = [
  ...[
    'null',
    'true',
    'false',
    '5',
    '-1',
    '1.5',
    '.nan',
    'x',
    '""',
    '2020-01-01',
    '2020-01-01 10:00:00',
    '[]',
    '[1, a]',
  ],
  ...[
    '[[a, null], {b: 1}]',
    '{}',
    '{a: 1}',
    '{a: {sort_by: 5}, b: {order: 7}, c: 5}',
    '../..',
    '/',
    '"\\0"',
    '*x',
  ],
  ...['[{scope: x, values: {}}]', '[{scope: {path: 5, type: []}, values: {date: x}}]', '"**/*{a,b"'],
];

describe('whatever a key holds', () => {
  it.each(settings)('the setting %s is read or complained about', (key) => {
    for (const value of values) {
      const text = `${key}: ${value}\n`;
      const { inventory } = readInMemory({
        files: {
          '_config.yml': text,
          'a.md': '---\n---\n',
          '_posts/2020-01-01-a.md': '---\n---\n',
          '_data/a.csv': 'a\n1',
          '_layouts/a.html': 'x',
        },
      });
      expect(Array.isArray(inventory.pages)).toBe(true);
    }
  });

  it.each(keys)('%s in front matter is read or complained about', (key) => {
    for (const value of values) {
      const text = `---\n${key}: ${value}\n---\nx`;
      const { inventory, said } = readInMemory({
        files: {
          '_config.yml': 'collections: [talks]\nshow_drafts: true\nfuture: true\nunpublished: true',
          'a.md': text,
          '_posts/2020-01-01-a.md': text,
          '_drafts/b.md': text,
          '_talks/c.md': text,
          '_layouts/d.html': text,
        },
      });
      expect(inventory.pages).toHaveLength(1);
      expect(inventory.collections.get('posts')?.documents).toHaveLength(2);
      expect(inventory.collections.get('talks')?.documents).toHaveLength(1);
      for (const { place } of said) expect(place?.line).toBeLessThanOrEqual(4);
    }
  });
});
