/** A theme's layouts, includes, data and assets, used where the site has none of its own. */

import { describe, expect, it } from 'vitest';
import { recorded } from '../engines/yaml/recorded.ts';
import { readInMemory } from './site-in-memory.ts';

const theme = {
  'themes/own/_layouts/default.html': 'theme {{ content }}',
  'themes/own/_layouts/post.html': '---\nlayout: default\n---\ntheme post',
  'themes/own/_includes/head.html': 'theme head',
  'themes/own/_includes/foot/a.html': 'theme foot',
  'themes/own/_data/words.yml': 'hello: Hello\nbye: Bye',
  'themes/own/assets/main.scss': '---\n---\n@import "x";',
  'themes/own/assets/logo.svg': '<svg/>',
  'themes/own/index.html': '---\n---\nnot read',
};

describe('a theme behind a site', () => {
  const site = {
    files: {
      '_config.yml': 'theme: ./themes/own\nexclude: [themes]',
      '_layouts/default.html': 'own {{ content }}',
      '_includes/head.html': 'own head',
      '_data/words.yml': 'hello: Hallo',
      'assets/logo.svg': '<svg own/>',
      ...theme,
    },
  };
  const { inventory, said } = readInMemory(site);

  it('gives the layouts that the site lacks', () => {
    expect([...inventory.layouts].map(([name, { path, body }]) => [name, path, body.text])).toEqual([
      ['default', '_layouts/default.html', 'own {{ content }}'],
      ['post', 'themes/own/_layouts/post.html', 'theme post'],
    ]);
  });

  it('gives the includes that the site lacks', () => {
    expect([...inventory.includes].map(([name, { text }]) => [name, text])).toEqual([
      ['head.html', 'own head'],
      ['foot/a.html', 'theme foot'],
    ]);
  });

  it('gives the data that the site lacks, key by key', () => {
    expect(recorded(inventory.data)).toEqual({
      h: [
        [
          's:words',
          {
            h: [
              ['s:hello', 's:Hallo'],
              ['s:bye', 's:Bye'],
            ],
          },
        ],
      ],
    });
  });

  it('gives the assets that the site lacks, and nothing else', () => {
    expect(inventory.pages.map(({ relativePath, absolutePath }) => [relativePath, absolutePath])).toEqual([
      ['assets/main.scss', '/site/themes/own/assets/main.scss'],
    ]);
    expect(
      inventory.staticFiles.map(({ relativePath, absolutePath }) => [relativePath, absolutePath]),
    ).toEqual([['assets/logo.svg', '/site/assets/logo.svg']]);
    expect(said).toEqual([]);
  });

  it('reads none of its folders that lead out of it', () => {
    const { inventory: safe } = readInMemory({
      files: { '_config.yml': 'theme: ./t', 't/a': '', 'other/default.html': 'stolen' },
      links: { 't/_layouts': '/site/other' },
    });
    expect([...safe.layouts.keys()]).toEqual([]);
  });
});

describe('links', () => {
  it('out of the source are followed with a word, and not in safe mode', () => {
    const files = { 'site/_config.yml': '', 'elsewhere/a.md': '---\n---\nx' };
    const links = { 'site/l.md': '/site/elsewhere/a.md' };
    const flags = new Map<string, string | boolean>([['source', 'site']]);
    const followed = readInMemory({ files, links, flags });
    expect(followed.inventory.pages.map(({ relativePath }) => relativePath)).toEqual(['l.md']);
    expect(followed.said).toMatchObject([{ code: 'read/link-outside', severity: 'info' }]);
    const safe = readInMemory({ files, links, flags: new Map([...flags, ['safe', true]]) });
    expect(safe.inventory.pages).toEqual([]);
    expect(safe.said).toEqual([]);
  });
});
