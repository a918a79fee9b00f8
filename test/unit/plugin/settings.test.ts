/** Settings that plugins change while a site is built: the program reads them as the plugins have left them. */

import { expect, test } from 'vitest';
import { buildTexts } from '../../support/temporary-site.ts';

const site = {
  '_config.yml': 'permalink: none',
  '_posts/2020-01-02-a.md': '---\n---\nfirst\n\nsecond<!--cut-->\n\nthird',
  '_drafts/b.md': '---\ndate: 2019-01-02\n---\ndraft',
  'list.html':
    '---\n---\n{% for post in site.posts %}{{ post.url }} {{ post.excerpt | strip_html | split: " " | join: " " }};{% endfor %}',
};

test('what `configure` adds counts for reading and for the addresses of pages', async () => {
  const { told, read } = await buildTexts({
    ...site,
    '_plugins/x.js': `export default { name: 'x', configure: () => ({ show_drafts: true, permalink: 'pretty' }) };`,
  });
  expect(told).toEqual([]);
  expect(read('list/index.html')).toBe('/a.html first;/b.html draft;');
});

test('what a generator sets counts for what is rendered after it', async () => {
  const { told, read } = await buildTexts({
    ...site,
    '_plugins/x.js': `export default {
      name: 'x',
      generate: (_, generation) => generation.setSetting('excerpt_separator', '<!--cut-->'),
    };`,
  });
  expect(told).toEqual([]);
  expect(read('list.html')).toBe('/a.html first second;');
});

test('a generator that sets no separator leaves that of the configuration', async () => {
  const { read } = await buildTexts({
    ...site,
    '_config.yml': 'permalink: none\nexcerpt_separator: "<!--cut-->"',
    '_plugins/x.js': `export default { name: 'x', generate: (_, generation) => generation.setSetting('mine', 1) };`,
    'b.html': '---\n---\n{{ site.mine }} {{ site.excerpt_separator }}',
  });
  expect(read('list.html')).toBe('/a.html first second;');
  expect(read('b.html')).toBe('1 <!--cut-->');
});
