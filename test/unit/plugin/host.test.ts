import { expect, test } from 'vitest';
import { orderPlugins } from '../../../src/plugin/host.ts';

const names = (...plugins: readonly { name: string; after?: readonly string[] }[]) =>
  orderPlugins(plugins).map(({ name }) => name);

test('plugins generate in the order of the configuration', () => {
  expect(names({ name: 'b' }, { name: 'a' })).toEqual(['b', 'a']);
});

test('a plugin that names another one comes behind it, wherever it is configured', () => {
  expect(names({ name: 'feed', after: ['redirects'] }, { name: 'seo' }, { name: 'redirects' })).toEqual([
    'redirects',
    'feed',
    'seo',
  ]);
});

test('a name that is not configured is no obstacle, and two that name each other keep their order', () => {
  expect(names({ name: 'a', after: ['gone', 'b'] }, { name: 'b', after: ['a'] })).toEqual(['b', 'a']);
});
