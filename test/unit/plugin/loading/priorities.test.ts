import { expect, test } from 'vitest';
import type { Priority } from '../../../../src/plugin/api/plugin.ts';
import { orderPlugins } from '../../../../src/plugin/loading/priorities.ts';
import { builtInPlugins } from '../../../../src/plugins/all.ts';

const names = (...plugins: readonly { name: string; priority?: Priority }[]) =>
  orderPlugins(plugins).map(({ name }) => name);

test('plugins of one priority generate in the order of loading', () => {
  expect(names({ name: 'b' }, { name: 'a' }, { name: 'c', priority: 'normal' })).toEqual(['b', 'a', 'c']);
});

test('priorities go before the order of loading', () => {
  const given = (['lowest', 'low', 'normal', 'high', 'highest'] as const).map((priority) => ({
    name: priority,
    priority,
  }));
  expect(names(...given)).toEqual(['highest', 'high', 'normal', 'low', 'lowest']);
});

test('the built-in generators have the priorities that the gems give theirs', () => {
  const of = (priority: Priority) =>
    builtInPlugins
      .filter((plugin) => plugin.generate !== undefined && (plugin.priority ?? 'normal') === priority)
      .map(({ name }) => name)
      .filter((name) => name.startsWith('jekyll-'))
      .sort();
  expect(of('high')).toEqual(['jekyll-scholar']);
  expect(of('low')).toEqual(['jekyll-readme-index']);
  expect(of('lowest')).toEqual([
    'jekyll-default-layout',
    'jekyll-feed',
    'jekyll-paginate',
    'jekyll-paginate-v2',
    'jekyll-relative-links',
    'jekyll-sitemap',
    'jekyll-titles-from-headings',
  ]);
});
