/** `successor` against what Ruby 3.1 answers to `succ`. */

import { expect, test } from 'vitest';
import { successor } from '../../../src/ruby/successor.ts';

test.each([
  ['article', 'articlf'],
  ['key01', 'key02'],
  ['Az', 'Ba'],
  ['zz', 'aaa'],
  ['a9', 'b0'],
  ['zZ9', 'aaA0'],
  ['1.9.9', '2.0.0'],
  ['-9', '-10'],
  ['<<koala>>', '<<koalb>>'],
  ['a-9', 'a-10'],
  ['b:z9', 'c:a0'],
  ['***', '**+'],
  ['', ''],
])('%s is followed by %s', (text, next) => {
  expect(successor(text)).toBe(next);
});
