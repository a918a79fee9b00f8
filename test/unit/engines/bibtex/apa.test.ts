/** References by kinds of entries. The rules are those of apa.csl as citeproc-ruby 2.1.8 applies them. */

import { expect, test } from 'vitest';
import { concat, ordinal, pageRanges, titleCase } from '../../../../src/engines/bibtex/csl/format.ts';
import { parseBibtex } from '../../../../src/engines/bibtex/parse-bibtex.ts';
import { formatCitation, formatReference } from '../../../../src/engines/bibtex/reference.ts';

const entryOf = (text: string) => parseBibtex({ file: 'a.bib', text }, { report: () => {} }).entries[0]!;
const reference = (text: string) => formatReference(entryOf(text), { style: 'apa' });

test.each([
  ['@misc{a, title={T}, howpublished={\\url{https://a.example}}}', '<i>T</i>. Retrieved https://a.example'],
  [
    '@book{a, author={Roe, R}, title={T}, year=2001, edition={2}, volume={3}, publisher={P}}',
    'Roe, R. (2001). <i>T</i> (2nd ed., Vol. 3). P.',
  ],
  [
    '@book{a, editor={Roe, R and Poe, E}, title={T}, year=2001}',
    'Roe, R., &amp; Poe, E. (Eds.). (2001). <i>T</i>.',
  ],
  [
    '@incollection{a, author={Roe, R}, title={T}, booktitle={B}, editor={Poe, Ed and Moe, M}, pages={5}, year=2001}',
    'Roe, R. (2001). T. In E. Poe &amp; M. Moe (Eds.), <i>B</i> (p. 5).',
  ],
  [
    '@techreport{a, author={Roe, R}, title={T}, institution={I}, number={5}, type={Technical report}, year=2001}',
    'Roe, R. (2001). <i>T</i> (Technical Report No. 5; Issue 5). I.',
  ],
  [
    '@phdthesis{a, author={Roe, R}, title={T}, school={S}, url={https://a.example}, year=2001}',
    'Roe, R. (2001). <i>T</i> [PhD thesis, S]. https://a.example',
  ],
  ['@mastersthesis{a, author={Roe, R}, title={T}, school={S}}', "Roe, R. <i>T</i> [Master's thesis]. S."],
  [
    '@misc{a, author={Roe, R and others}, title={Why?}, year={in press}}',
    'Roe, R., &amp; others. (in press). <i>Why?</i>',
  ],
  [
    '@inproceedings{a, author={von Roe, Jr., R}, title={T}, booktitle={On the way of things}, month=3, day=5, year=2001}',
    'von Roe, R., Jr. (2001, March 5). T. <i>On the Way of Things</i>.',
  ],
  [
    '@article{a, author={Roe, R}, title={A & B}, journal={J}, number=4, year=2001}',
    'Roe, R. (2001). A &amp; B. <i>J</i>, (4).',
  ],
])('%s', (entry, expected) => {
  expect(reference(entry)).toBe(expected);
});

test('of twenty-one authors nineteen and the last are named', () => {
  const authors = Array.from({ length: 21 }, (_, at) => `L${String.fromCharCode(97 + at)}, A`).join(' and ');
  expect(reference(`@misc{a, author={${authors}}, title={T}, year=2001}`)).toContain(
    'Ls, A., … Lu, A. (2001)',
  );
});

test('a locator has the label of pages and paragraphs alone', () => {
  const entry = entryOf('@misc{a, author={Roe, R and Poe, E and Moe, M}, title={T}, year=2001}');
  const cited = (locator: string, label?: string) =>
    formatCitation([{ entry, number: 1, locator, label }], { style: 'apa' });
  expect(cited('4')).toBe('(Roe et al., 2001, p. 4)');
  expect(cited('4, 7')).toBe('(Roe et al., 2001, pp. 4, 7)');
  expect(cited('4', 'paragraph')).toBe('(Roe et al., 2001, para. 4)');
  expect(cited('4', 'chapter')).toBe('(Roe et al., 2001, 4)');
});

test('texts are joined without doubled punctuation', () => {
  expect(concat('A.', '. ')).toBe('A. ');
  expect(concat('<i>Why?</i>', '. ')).toBe('<i>Why?</i> ');
  expect(concat('“A”', ', ')).toBe('“A,” ');
  expect(concat('', 'x')).toBe('x');
});

test('titles, numbers and pages', () => {
  expect(titleCase('the IEEE transactions on things we think of')).toBe(
    'The IEEE Transactions on Things We Think Of',
  );
  expect(titleCase('annales de l’exemple')).toBe('Annales De l’Exemple');
  expect(['1', '2', '3', '11', '112', '2nd'].map(ordinal)).toEqual([
    '1st',
    '2nd',
    '3rd',
    '11th',
    '112th',
    '2nd',
  ]);
  expect(pageRanges('321--8, e12-e14')).toBe('321–328, e12–e14');
});
