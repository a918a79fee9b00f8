/** The benchmark's arithmetic: medians, the order of rounds, aims, and the tables that print them. */

import { describe, expect, test } from 'vitest';
import { flags, report, rows, statistics, table } from './bench-modules.ts';

describe('statistics', () => {
  test('the median is the middle, whatever the order, and the mean of two middles', () => {
    expect(statistics.median([100, 3, 20])).toBe(20);
    expect(statistics.median([4, 1, 10, 2])).toBe(3);
    expect(statistics.median([])).toBeNaN();
  });

  test('a save that was never seen counts as later than all others', () => {
    expect(statistics.median([5, Number.POSITIVE_INFINITY, 7])).toBe(7);
    expect(statistics.median([Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, 7])).toBe(
      Number.POSITIVE_INFINITY,
    );
  });

  test('measures that nobody took are left out', () => {
    expect(statistics.medians({ cpu: [3, 1, 2], memory: [] })).toEqual({ cpu: 2 });
  });

  test('every second round runs backwards', () => {
    const names = ['a', 'b', 'c'];
    expect([0, 1, 2].map((round) => statistics.roundOrder(names, round).join(''))).toEqual([
      'abc',
      'cba',
      'abc',
    ]);
    expect(names).toEqual(['a', 'b', 'c']);
  });
});

describe('aims', () => {
  const figures = new Map([
    ['posts/hastie/cpu', 3],
    ['posts/jekyll/cpu', 20],
    ['serve-post/own/ms', 48.6],
    ['serve-sass/own/ms', 320],
    ['serve-sass/sass-embedded/ms', 280],
  ]);

  test('are ratios, differences or plain figures, met up to and with their bound', () => {
    const ratio = { name: '', of: 'posts/hastie/cpu', to: 'posts/jekyll/cpu' };
    expect(rows.judge({ ...ratio, most: 0.15 }, figures)).toMatchObject({ value: 0.15, met: true });
    expect(rows.judge({ ...ratio, most: 0.1 }, figures)).toMatchObject({ met: false });
    expect(rows.judge({ name: '', of: 'serve-post/own/ms', most: 60 }, figures)).toMatchObject({ met: true });
    const difference = { name: '', of: 'serve-sass/own/ms', minus: 'serve-sass/sass-embedded/ms', most: 30 };
    expect(rows.judge(difference, figures)).toMatchObject({ value: 40, met: false });
  });

  test('without a figure are neither met nor missed', () => {
    const aim = { name: '', of: 'posts/hastie/cpu', to: 'posts/hugo/cpu', most: 0.5 };
    expect(rows.judge(aim, figures)).toEqual({
      value: undefined,
      met: undefined,
      missing: ['posts/hugo/cpu'],
    });
  });

  test('name peers that take part in a row of the same site, so that each of them can be judged', () => {
    for (const { aims } of [...rows.ROWS, ...rows.FOLDER_ROWS]) {
      for (const name of aims.flatMap(({ of, to, minus }) => [of, to ?? of, minus ?? of])) {
        const [where, who = ''] = name.split('/');
        const row = [...rows.ROWS, ...rows.FOLDER_ROWS].filter(
          ({ id, site }) => id === where || site === where,
        );
        const takesPart =
          rows.peersOf(row, false).includes(who) || row.some(({ serve }) => serve !== undefined);
        expect(takesPart, name).toBe(true);
      }
    }
  });
});

describe('rows', () => {
  test('are chosen by number or by name, and a name that none has is told', () => {
    const { chosen, unknown } = rows.chooseRows(rows.ROWS, 'serve-sass,6,nonsense');
    expect(chosen.map(({ id }) => id)).toEqual(['serve-post', 'serve-post-many', 'serve-sass']);
    expect(unknown).toEqual(['nonsense']);
  });

  test('ask the slow peers for the big site only when they are wanted', () => {
    const { chosen } = rows.chooseRows(rows.ROWS, '4,5');
    expect(rows.peersOf(chosen, false)).toEqual(['hugo', 'hastie', 'hastie again']);
    expect(rows.peersOf(chosen, true)).toEqual(['jekyll', 'hugo', 'eleventy', 'hastie', 'hastie again']);
  });
});

describe('flags', () => {
  test('quick makes everything smaller, and what is typed stays', () => {
    const [usual, quick] = [[], ['--quick', '--many', '77']].map(flags.readFlags);
    expect(quick?.many).toBe(77);
    for (const name of ['posts', 'rounds', 'rounds-posts', 'saves'])
      expect(Number(quick?.[name]), name).toBeLessThan(Number(usual?.[name]));
  });

  test('that make no sense are refused', () => {
    expect(() => flags.readFlags(['--posts', 'many'])).toThrow('--posts takes a whole number');
    expect(() => flags.readFlags(['--rounds', '0'])).toThrow('--rounds takes a whole number');
    expect(() => flags.readFlags(['--site', '.', '--only', '1'])).toThrow('--only');
  });
});

describe('tables', () => {
  test('are Markdown with numbers on the right', () => {
    expect(table.markdownTable(['peer', 'CPU'], 'lr', [['a|b', 1]])).toBe(
      '| peer | CPU |\n|---|--:|\n| a\\|b | 1 |',
    );
  });

  test('print three digits that mean something, and never invent one', () => {
    expect([0.0756, 0.5, 9.876, 12.34, 553.2].map(table.threeDigits)).toEqual([
      '0.076',
      '0.50',
      '9.88',
      '12.3',
      '553',
    ]);
    expect([undefined, Number.NaN, Number.POSITIVE_INFINITY].map(table.threeDigits)).toEqual(['–', '–', '∞']);
    expect([undefined, 41.5, Number.POSITIVE_INFINITY].map(table.whole)).toEqual(['–', '42', '∞']);
  });

  test('put the figure first and say whether the aim beside it is met', () => {
    const row = {
      number: '3',
      id: 'posts',
      site: 'posts',
      title: '{posts} posts, empty cache',
      aims: [
        { name: 'CPU ÷ Jekyll', of: 'posts/hastie/cpu', to: 'posts/jekyll/cpu', most: 0.1 },
        { name: 'CPU ÷ Hugo', of: 'posts/hastie/cpu', to: 'posts/hugo/cpu', most: 0.5 },
        { name: 'its page, ms', of: 'posts/own/ms', most: 60 },
      ],
    };
    const figures = new Map([
      ['posts/hastie/cpu', 3],
      ['posts/jekyll/cpu', 20],
      ['posts/own/ms', 41.2],
    ]);
    const [, , ...lines] = report.aimsTable({ rows: [row], figures, sizes: { posts: 1000 } }).split('\n');
    expect(lines).toEqual([
      '| 3 | 0.15 | CPU ÷ Jekyll | 1,000 posts, empty cache | ≤ 0.1 | **no** |',
      '| 3 | – | CPU ÷ Hugo | 1,000 posts, empty cache | ≤ 0.5 | no figure for posts/hugo/cpu |',
      '| 3 | 41 | its page, ms | 1,000 posts, empty cache | ≤ 60 | yes |',
    ]);
  });

  test('point at a site whose pages are not Jekyll’s', () => {
    const wrong = { pages: 3, equalPages: 2, files: 5, differ: ['index.html'] };
    expect(report.equalityRemarks(wrong)[0]).toMatch(
      /^\*\*Differs from Jekyll\*\*: 2 of 3 pages and 4 of 5 files/,
    );
    expect(report.equalityRemarks({ ...wrong, equalPages: 3, differ: [] })[0]).toMatch(/^3 of 3 pages/);
  });
});
