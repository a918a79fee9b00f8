import { expect, test } from 'vitest';
import { pluginOfFilter, pluginOfTag } from '../../../src/diagnostics/catalogue/site/plugin-tags.ts';
import type { Plugin } from '../../../src/plugin/api/plugin.ts';
import { builtInPlugins } from '../../../src/plugins/all.ts';
import { buildTexts } from '../../support/temporary-site.ts';

/** The names of the built-in plugins that have each of these. */
function providers(namesIn: (plugin: Plugin) => readonly string[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const plugin of builtInPlugins)
    for (const name of namesIn(plugin)) found.set(name, [...(found.get(name) ?? []), plugin.name]);
  return found;
}

test('the hints know the plugin of every tag and filter that one brings', () => {
  const byTag = providers(({ liquid }) => (liquid?.tags ?? []).map(({ name }) => name));
  for (const [tag, names] of byTag) expect(names, tag).toContain(pluginOfTag(tag));
  const byFilter = providers(({ liquid }) => Object.keys(liquid?.filters ?? {}));
  for (const [filter, names] of byFilter) expect(names, filter).toContain(pluginOfFilter(filter));
  expect(byTag.size).toBeGreaterThan(20);
  expect(byFilter.size).toBeGreaterThan(5);
});

test('a tag or filter of a plugin that the site does not name: the hint names it', async () => {
  const { result } = await buildTexts({
    'a.html': '---\n---\n{% seo %} {% citation_chart %}',
    'b.html': '---\n---\n{{ "x" | toc_only }}',
  });
  expect(result.diagnostics.map(({ code, hint }) => [code, hint])).toEqual([
    ['liquid/unknown-tag', expect.stringContaining('`plugins: [jekyll-seo-tag]`')],
    ['liquid/unknown-tag', expect.stringContaining('`citations: true`')],
    ['liquid/unknown-filter', expect.stringContaining('`plugins: [jekyll-toc]`')],
  ]);
});

test('`paginate` without its plugin is reported where it stands', async () => {
  const files = { 'index.html': '---\n---\n{{ paginator.page }}' };
  const { result } = await buildTexts({ ...files, '_config.yml': 'title: x\npaginate: 5\n' });
  expect(result.diagnostics).toMatchObject([
    { code: 'plugin/no-paginate', severity: 'warning', place: { file: '_config.yml', line: 2, column: 11 } },
  ]);
  for (const config of ['paginate: 5\nplugins: [jekyll-paginate]\n', 'paginate: ~\n', 'paginate: false\n'])
    expect((await buildTexts({ ...files, '_config.yml': config })).told).not.toContain(
      'warning plugin/no-paginate',
    );
});

test('an excerpt that ends inside of a tag: the tag is not to blame', async () => {
  const post = (body: string) => ({
    '_posts/2024-01-01-a.md': `---\ntitle: A\n---\n${body}`,
    'index.html': '---\n---\n{{ site.posts.first.excerpt }}',
  });
  const cut = await buildTexts(post('{% assign x = "one\n\ntwo" %}\n\nrest'));
  expect(cut.result.diagnostics).toMatchObject([
    { code: 'excerpt/cut', place: { file: '_posts/2024-01-01-a.md', line: 4, column: 1 } },
  ]);
  const open = await buildTexts(post('{% assign x = "one"\n\nrest'));
  expect(open.result.diagnostics.map(({ code }) => code)).toContain('liquid/unterminated');
});

test('a priority that does not exist is reported, and the plugin generates as a normal one', async () => {
  const plugin = (name: string, priority: string) =>
    `module.exports = { name: '${name}', priority: '${priority}',
      generate: (_, generation) => generation.addPage({ path: '${name}.html', content: '' }) };`;
  const { told, read } = await buildTexts({
    '_plugins/a.cjs': plugin('late', 'low'),
    '_plugins/b.cjs': plugin('odd', 'urgent'),
    'z.txt': '---\n---\n{% for page in site.pages %}{{ page.name }} {% endfor %}',
  });
  expect(told).toEqual(['warning plugin/unknown-priority']);
  expect(read('z.txt')).toBe('z.txt odd.html late.html ');
});
