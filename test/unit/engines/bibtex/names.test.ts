/** Names as BibTeX divides them. */

import { expect, test } from 'vitest';
import { displayForm, parseName, parseNames, sortForm } from '../../../../src/engines/bibtex/names.ts';

test.each([
  ['Donald E. Knuth', ['Donald E.', '', 'Knuth', '']],
  ['Knuth, Donald E.', ['Donald E.', '', 'Knuth', '']],
  ['Ludwig van Beethoven', ['Ludwig', 'van', 'Beethoven', '']],
  ['de la Fontaine, Jean', ['Jean', 'de la', 'Fontaine', '']],
  [
    'Charles Louis Xavier Joseph de la Vall{\\’e}e Poussin',
    ['Charles Louis Xavier Joseph', 'de la', 'Vall{\\’e}e Poussin', ''],
  ],
  ['King, Jr., Martin Luther', ['Martin Luther', '', 'King', 'Jr.']],
  ['{NASA Ames Research Center}', ['', '', '{NASA Ames Research Center}', '']],
  ["{\\'E}mile Zola", ['', "{\\'E}mile", 'Zola', '']],
  ["{\\'E}mile {\\'E}lan Zola", ['', "{\\'E}mile {\\'E}lan", 'Zola', '']],
  ["\\'Elan d'Arc Bo", ["\\'Elan", "d'Arc", 'Bo', '']],
  ['Doe, Jane, ', ['', '', 'Doe', 'Jane']],
  ['Plato', ['', '', 'Plato', '']],
  ['van der Waals', ['', 'van der', 'Waals', '']],
  ['王 小明', ['小明', '', '王', '']],
  ['Jean~Paul Sartre', ['Jean~Paul', '', 'Sartre', '']],
])('%s', (text, [first, prefix, last, suffix]) => {
  expect(parseName(text)).toEqual({ first, prefix, last, suffix });
});

test('are parted by `and`, in any case, outside of braces', () => {
  expect(parseNames('A B AND {C and D} and others').map(({ last }) => last)).toEqual([
    'B',
    '{C and D}',
    'others',
  ]);
  expect(parseNames('Anders Sand\n  and  Bo Andersen').map(sortForm)).toEqual([
    'Sand, Anders',
    'Andersen, Bo',
  ]);
  expect(parseNames(' and ')).toEqual([]);
});

test('are written in both orders', () => {
  const [name] = parseNames('von Neumann, Jr., John');
  expect(sortForm(name!)).toBe('von Neumann, Jr., John');
  expect(displayForm(name!)).toBe('John von Neumann Jr.');
});
