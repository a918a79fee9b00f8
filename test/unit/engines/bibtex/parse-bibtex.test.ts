/** Reading .bib files: what is read, and that a broken entry costs no other. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../../../src/diagnostics/diagnostic.ts';
import { inheritFields } from '../../../../src/engines/bibtex/crossref.ts';
import { parseBibtex } from '../../../../src/engines/bibtex/parse-bibtex.ts';

function parse(text: string) {
  const told: Diagnostic[] = [];
  const bibliography = parseBibtex({ file: 'a.bib', text }, { report: (each) => told.push(each) });
  return {
    ...bibliography,
    told: told.map(({ code, message, place }) => `${place?.line}:${place?.column} ${code} ${message}`),
  };
}

const fields = (text: string) => Object.fromEntries(parse(text).entries[0]?.fields ?? []);

describe('a file of everything', () => {
  const file = join(import.meta.dirname, '../../../cases/bibtex/hostile.bib');
  const { entries, strings, told } = parse(readFileSync(file, 'utf8'));

  test('gives all entries that are whole', () => {
    expect(entries.map(({ type, key }) => `${type} ${key}`)).toEqual([
      'article good1',
      'book parens',
      'inproceedings child',
      'proceedings parent',
      'article after',
      'article nocomma',
      'misc double',
      'misc good1',
      'misc ',
      'online url',
    ]);
  });

  test('puts strings in, joins pieces, keeps inner braces', () => {
    expect(Object.fromEntries(entries[0]!.fields)).toEqual({
      author: 'Knuth, Donald E. and Ludwig van Beethoven and {NASA {Ames}}',
      title: 'A {\\"U}ber-title: {LaTeX} \\& more',
      journal: 'Journal of Boats, Series 2',
      year: '1984',
      month: 'jan',
      note: 'He said {"}hello{"}',
    });
    expect(entries[1]!.fields.get('publisher')).toBe('Lake Press');
    expect(Object.fromEntries(strings)).toEqual({ jb: 'Journal of Boats', press: 'Lake Press' });
  });

  test('tells each mistake with its line and column', () => {
    expect(told).toEqual([
      '22:11 bibtex/unclosed-value the value of `title` in `broken` is never closed, so the entry is skipped',
      '29:3 bibtex/missing-comma a comma is missing before `year` in `nocomma`',
      '32:22 bibtex/unclosed-value the value of `title` in `quote` is never closed, so the entry is skipped',
      '34:28 bibtex/duplicate-field `double` sets `title` twice; the last value is used',
      '34:48 bibtex/unknown-string unknown `@string` `undefinedname`',
      '35:1 bibtex/duplicate-key the key `good1` is already used by the entry in line 7',
      '36:1 bibtex/no-key this `@misc` entry has no key',
      '38:1 bibtex/unclosed-entry `@misc{stop` is never closed, so the entry is skipped',
    ]);
  });

  test('lets a part have what its parent says', () => {
    const find = (key: string) => entries.find((entry) => entry.key === key);
    expect(Object.fromEntries(inheritFields(find('child')!, find).fields)).toMatchObject({
      title: 'Part',
      booktitle: 'The Whole',
      year: '2010',
    });
    const lost: string[] = [];
    inheritFields({ ...find('child')!, fields: new Map([['crossref', 'gone']]) }, find, (_, name) =>
      lost.push(name),
    );
    expect(lost).toEqual(['gone']);
  });
});

test('entries that refer to one another in a ring end', () => {
  const { entries } = parse('@misc{a, crossref={b}, x={1}}\n@misc{b, crossref={a}, y={2}}');
  const whole = inheritFields(entries[0]!, (key) => entries.find((entry) => entry.key === key));
  expect(whole.fields.get('y')).toBe('2');
});

test('an entry that is never closed is told, and the next one is read', () => {
  const { entries, told } = parse('@article{a, title={x}, year=2020\n@book{b, title={y}}');
  expect(entries.map(({ key }) => key)).toEqual(['b']);
  expect(told).toEqual(['1:1 bibtex/unclosed-entry `@article{a` is never closed, so the entry is skipped']);
});

test('of entries in one line the broken one alone is lost', () => {
  expect(parse('@a{x, t={1}} @b{y, t=} @c{z, t={2}}').entries.map(({ key }) => key)).toEqual(['x']);
  expect(parse('@a{x, t={1}}\n@b{y, t=}\n@c{z, t={2}}').entries.map(({ key }) => key)).toEqual(['x', 'z']);
});

test('what can be no field is told at its place', () => {
  expect(parse('@misc{k,\n  title {x}}').told).toEqual([
    '2:9 bibtex/syntax expected `=` after `title` in `k`, but found `{`, so the entry is skipped',
  ]);
  expect(parse('@misc{k, t = }\n@misc{l, u={1}}').told[0]).toContain(
    '1:14 bibtex/syntax expected a value for `t` in `k`',
  );
});

test('a string of an earlier file is known, a misspelt one gets the nearest', () => {
  const told: Diagnostic[] = [];
  parseBibtex(
    { file: 'b.bib', text: '@a{k, j = jcs, v = jbs}' },
    { strings: new Map([['jcs', 'J. C. S.']]), report: (each) => told.push(each) },
  );
  expect(told).toMatchObject([{ code: 'bibtex/unknown-string', hint: 'did you mean `jcs`?' }]);
});

test.each([
  ['text around entries is no entry', 'mail me at a@b.c {x}\n@misc{k, t={1}}', { t: '1' }],
  [
    'names of fields may hold dashes and colons',
    '@misc{k, citeulike-article-id={7}, bdsk:url={u}}',
    { 'citeulike-article-id': '7', 'bdsk:url': 'u' },
  ],
  ['line ends of Windows', '@misc{k,\r\n  t = {a\r\nb}\r\n}\r\n', { t: 'a\r\nb' }],
  ['a comment between fields', '@misc{k,\n% no\n t={1}}', { t: '1' }],
])('%s', (_, text, expected) => {
  expect(fields(text)).toEqual(expected);
});

test('a file of nothing but openings ends soon', () => {
  const { entries, told } = parse('@a{b, x={\n'.repeat(50_000));
  expect(entries).toEqual([]);
  expect(told.at(-1)).toContain('bibtex/too-broken');
  expect(parse('@a{b, x={'.repeat(50_000)).entries).toEqual([]);
  expect(parse(`@a{b, x=${'{'.repeat(200_000)}`).entries).toEqual([]);
});
