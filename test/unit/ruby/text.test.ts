import { describe, expect, it } from 'vitest';
import { sortAsRuby } from '../../../src/ruby/sort.ts';
import {
  capitalize,
  characterCount,
  characterSlice,
  compareText,
  downcase,
  leftStrip,
  rightStrip,
  strip,
} from '../../../src/ruby/text.ts';

describe('text', () => {
  it('counts characters, not units', () => {
    expect([characterCount('🔥a'), characterCount('abc'), characterCount('')]).toEqual([2, 3, 0]);
  });

  it.each([
    ['hello', -3, 2, 'll'],
    ['🔥ab', 1, 1, 'a'],
    ['abc', 3, 1, ''],
    ['abc', 4, 1, undefined],
    ['abc', -4, 1, undefined],
    ['abc', 0, -1, undefined],
  ])('%j[%d, %d]', (text, start, length, slice) => {
    expect(characterSlice(text, start, length)).toBe(slice);
  });

  it('strips ASCII white space and NUL, and no other', () => {
    expect([strip(' \0a\t'), leftStrip('\n a '), rightStrip(' a\v'), strip('\u00a0a')]).toEqual([
      'a',
      'a ',
      ' a',
      '\u00a0a',
    ]);
  });

  it('changes case as Ruby does', () => {
    expect([capitalize('éCOLE'), capitalize('ǆx'), capitalize('ßa'), downcase('ΟΔΟΣ')]).toEqual([
      'École',
      'ǅx',
      'Ssa',
      'οδοσ',
    ]);
  });

  it('orders by code points', () => {
    expect([
      compareText('\u{1f600}', '\uffff'),
      compareText('a', 'B'),
      compareText('a', 'ab'),
      compareText('a', 'a'),
    ]).toEqual([1, 1, -1, 0]);
  });
});

describe('the merge sort', () => {
  it('keeps the order of equals', () => {
    const items = Array.from({ length: 50 }, (_, i) => ({ key: i % 3, i }));
    const sorted = sortAsRuby(items, (a, b) => a.key - b.key);
    expect(sorted).toEqual(items.toSorted((a, b) => a.key - b.key));
  });
});
