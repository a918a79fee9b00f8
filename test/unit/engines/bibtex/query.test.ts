/** Queries, printing and references. */

import { describe, expect, test } from 'vitest';
import { parseBibtex } from '../../../../src/engines/bibtex/parse-bibtex.ts';
import { printEntry } from '../../../../src/engines/bibtex/print-entry.ts';
import { parseQuery } from '../../../../src/engines/bibtex/query.ts';
import { formatCitation, formatReference } from '../../../../src/engines/bibtex/reference.ts';

const { entries } = parseBibtex(
  {
    file: 'a.bib',
    text: `
@article{a, author={Knuth, Donald E. and Plass, Michael F.}, title={Breaking Paragraphs}, journal={Software}, volume=11, number=11, pages={1119--1184}, year=1981, month={November}, doi={10.1002/spe.1}, selected={true}}
@inproceedings{b, author={van Dyk, A. and B, C and D, E}, title={{On} Boats}, booktitle={Proc. of Boats}, year=2024, pages={7}, editor={Ed, I.}}
@phdthesis{c, author={Jean-Pierre Serre}, title={A Thesis}, school={Paris}, year=1951}
@book{d, title={Anonymous}, publisher={Press}, year=1999, edition={2nd}}
@misc{e, author={{NASA}}, title={Data}, howpublished={Web}, url={https://x.example/a\\_b}, year=2020, month=jun}`,
  },
  { report: () => {} },
);
const keys = (query: string) =>
  entries
    .filter(parseQuery(query))
    .map(({ key }) => key)
    .join('');

test.each([
  ['@*', 'abcde'],
  ['', 'abcde'],
  ['b', 'b'],
  ['@article', 'a'],
  ['@article || @book', 'ad'],
  ['!@article', 'bcde'],
  ['@*[selected=true]*', 'a'],
  ['@*[year>=1999 && year<2024]', 'de'],
  ['@*[year=1981 || year=2024]', 'ab'],
  ['@*[doi]', 'a'],
  ['@misc[!doi], @book', 'de'],
  ['@*[title ^= On]', ''],
  ['@*[title ^= {On]', 'b'],
  ['@*[journal ~= oft]', 'a'],
  ['@*[journal !~ oft]', 'bcde'],
  ['@*[school != Paris]', 'abde'],
])('the query %s', (query, expected) => {
  expect(keys(query)).toBe(expected);
});

test('an entry is printed as BibTeX, names in order, fields left out', () => {
  expect(printEntry(entries[0]!, { skip: new Set(['selected', 'doi', 'pages']) })).toBe(`@article{a,
  author = {Knuth, Donald E. and Plass, Michael F.},
  title = {Breaking Paragraphs},
  journal = {Software},
  volume = {11},
  number = {11},
  year = {1981},
  month = nov
}
`);
});

describe('references', () => {
  const written = (style: 'apa' | 'ieee') =>
    entries.map((entry, at) => formatReference(entry, { style, number: at + 1 }));

  test('in the manner of the APA', () => {
    expect(written('apa')).toEqual([
      'Knuth, D. E., &amp; Plass, M. F. (1981). Breaking Paragraphs. <i>Software</i>, <i>11</i>(11), 1119–1184. https://doi.org/10.1002/spe.1',
      'van Dyk, A., B, C., &amp; D, E. (2024). On Boats. In I. Ed (Ed.), <i>Proc. of Boats</i> (p. 7).',
      'Serre, J.-P. (1951). <i>A Thesis</i> [PhD thesis]. Paris.',
      '<i>Anonymous</i> (2nd ed.). (1999). Press.',
      'NASA. (2020). <i>Data</i>. Web. https://x.example/a_b',
    ]);
  });

  test('in IEEE style', () => {
    expect(written('ieee').slice(0, 3)).toEqual([
      '[1]D. E. Knuth and M. F. Plass, “Breaking Paragraphs,” <i>Software</i>, vol. 11, no. 11, pp. 1119–1184, Nov. 1981, doi: 10.1002/spe.1.',
      '[2]A. van Dyk, C. B, and E. D, “On Boats,” in <i>Proc. of Boats</i>, I. Ed, Ed., 2024, p. 7.',
      '[3]J.-P. Serre, “A Thesis,” PhD thesis, Paris, 1951.',
    ]);
  });

  test('cited in the text', () => {
    const items = entries.slice(0, 2).map((entry, at) => ({ entry, number: at + 1 }));
    expect(formatCitation(items, { style: 'apa' })).toBe('(Knuth &amp; Plass, 1981; van Dyk et al., 2024)');
    expect(formatCitation(items, { style: 'ieee' })).toBe('[1], [2]');
    expect(formatCitation([{ ...items[0]!, locator: '12' }], { style: 'apa', suppressAuthor: true })).toBe(
      '(“Breaking Paragraphs,” 1981, p. 12)',
    );
  });
});
