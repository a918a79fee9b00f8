/** Data files that make a reader do useless work, by name. */

import { around, type Families, lines, repeat, within } from '../texts.ts';

export const csv: Families = {
  rows: repeat('a,b\n'),
  commas: repeat(','),
  'wide rows': (length) => `${repeat('a,')(length / 2)}\n${repeat('b,')(length / 2)}\n`,
  quotes: repeat('"'),
  'open quotes': repeat('"a,'),
  'quoted fields': repeat('"a",'),
  'quoted line ends': repeat('"a\n'),
  'doubled quotes': within('"', '""', '"'),
  'quotes in fields': repeat('a"b,'),
  'carriage returns': repeat('a,b\r'),
  'line ends of all kinds': repeat('a\r\nb\nc\r'),
  'blank lines': repeat('\n'),
  spaces: repeat(' '),
  'mistake at the end': within('', 'a,b\n', 'a"b'),
  headers: lines((n) => `a${n},b`),
  'one long field': repeat('a'),
};

export const json: Families = {
  'open arrays': repeat('['),
  arrays: around('[', '', ']'),
  'open objects': repeat('{"a":'),
  items: within('[', '1,', '1]'),
  'empty arrays': within('[', '[],', '1]'),
  pairs: (length) => `{${lines((n) => `"a${n}": 1,`)(length)}"b": 1}`,
  'same pairs': within('{', '"a":1,', '"a":1}'),
  'open strings': repeat('"a'),
  'one long string': within('"', 'a', '"'),
  escapes: within('"', '\\n', '"'),
  'code points': within('"', '\\u0041', '"'),
  'broken code points': within('"', '\\u004', '"'),
  surrogates: within('"', '\\ud800', '"'),
  digits: within('', '1', ''),
  'digits and dots': within('[1', '.1', ']'),
  exponents: within('1e', '1', ''),
  'minus signs': repeat('-'),
  spaces: repeat(' '),
  'spaces in an array': within('[', ' ', ']'),
  commas: within('[', ',', ']'),
  words: within('[', 'true,', 'true]'),
  'unknown words': within('[', 'tru', ']'),
  'text behind the end': within('1', ' a', ''),
  'mistake at the end': within('[', '"a",\n', 'b]'),
};
