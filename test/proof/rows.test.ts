/** The rows of the long proof that no other test runs: a few attempts of each. */

import { expect, test } from 'vitest';
import { failuresOf } from './row.ts';
import { ROWS, rowNamed } from './rows.ts';

/** By name: what `npm test` has time for. Rows that are not here are run by the tests of their promises. */
const ATTEMPTS: Readonly<Record<string, number>> = {
  'fuzz-markdown': 1_500,
  'fuzz-liquid': 4_000,
  'fuzz-yaml': 6_000,
  'fuzz-front-matter': 3_000,
  'fuzz-bibtex': 1_500,
  'fuzz-latex': 1_500,
  'fuzz-queries': 1_500,
  'fuzz-csv': 1_500,
  'fuzz-json': 1_500,
  'fuzz-dates': 1_500,
  'fuzz-code': 1_000,
  'fuzz-html': 500,
  'fuzz-sass': 30,
  sites: 200,
  growth: 3,
};

test.each(Object.entries(ATTEMPTS))(
  'the first attempts of %s fail in nothing',
  { timeout: 60_000 },
  async (name, attempts) => {
    expect(await failuresOf(rowNamed(name)!, { attempts })).toEqual([]);
  },
);

test('every row has a name of its own and a promise', () => {
  expect(new Set(ROWS.map(({ name }) => name)).size).toBe(ROWS.length);
  expect(ROWS.filter(({ promise }) => !/^P\d+$/.test(promise))).toEqual([]);
});
