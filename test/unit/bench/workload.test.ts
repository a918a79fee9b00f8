/** The repository's own workload: the same bytes every time, and everything that posts on research sites contain. */

import { describe, expect, test } from 'vitest';
import { workload } from './bench-modules.ts';

const filesOf = (posts: number, seed: number): Map<string, string> =>
  new Map([...workload.workloadFiles({ posts, seed })].map(({ path, text }) => [path, text]));

const postsOf = (files: ReadonlyMap<string, string>): string[] =>
  [...files].filter(([path]) => path.startsWith('_posts/')).map(([, text]) => text);

describe('the workload', () => {
  const files = filesOf(40, 1);

  test('is the same for the same seed and another for another', () => {
    expect([...filesOf(40, 1)]).toEqual([...files]);
    expect(postsOf(filesOf(40, 2))).not.toEqual(postsOf(files));
  });

  test('has as many posts as wanted, no two alike', () => {
    expect(postsOf(files)).toHaveLength(40);
    expect(new Set(postsOf(files)).size).toBe(40);
  });

  test('of a bigger site holds the smaller one, so that only the number grows', () => {
    const bigger = filesOf(90, 1);
    for (const [path, text] of files) expect(bigger.get(path), path).toBe(text);
  });

  test('ends before today at every size that is measured', () => {
    const [path = ''] = [...filesOf(10_000, 1).keys()].filter((each) => each.startsWith('_posts/')).slice(-1);
    expect(path < '_posts/2026').toBe(true);
  });

  test.each([
    ['Python', /^```python$/m],
    ['Bash', /^```bash$/m],
    ['JavaScript', /^```js$/m],
    ['tables', /^\|:--\|--:/m],
    ['lists', /^- .+\n {2}- /m],
    ['numbered lists', /^1\. .+\n2\. /m],
    ['footnotes', /\.\[\^1\].*^\[\^1\]: /ms],
    ['quotes', /^> /m],
    ['includes with parameters', /{% include figure\.html plate=\d+ caption="/],
    ['tags', /^tags: \[\w+/m],
  ])('has %s in its posts', (_, pattern) => {
    expect(postsOf(files).filter((text) => pattern.test(text)).length).toBeGreaterThan(0);
  });

  test('has layouts three deep, with includes that read the site alone and includes that read the page', () => {
    const layoutOf = (name: string): string | undefined =>
      /^layout: (\w+)$/m.exec(files.get(`_layouts/${name}.html`) ?? '')?.[1];
    expect([layoutOf('post'), layoutOf('page'), layoutOf('base')]).toEqual(['page', 'base', undefined]);
    const used = ['post', 'page', 'base'].flatMap((name) =>
      [...(files.get(`_layouts/${name}.html`) ?? '').matchAll(/{% include (\S+)/g)].map(
        ([, include]) => include,
      ),
    );
    const includes = used.map((name) => files.get(`_includes/${name}`) ?? '');
    expect(includes).not.toContain('');
    expect(includes.some((text) => !/\bpage\./.test(text) && /\bsite\./.test(text))).toBe(true);
    expect(includes.some((text) => /\bpage\./.test(text))).toBe(true);
  });

  test('has a stylesheet whose partials are all there', () => {
    const sheet = files.get('assets/sky.scss') ?? '';
    const names = [...sheet.matchAll(/@import "(\w+)"/g)].map(([, name]) => `_sass/_${name}.scss`);
    expect(names.length).toBeGreaterThan(5);
    expect(names.filter((name) => !files.has(name))).toEqual([]);
  });
});
