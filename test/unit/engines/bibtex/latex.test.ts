/** LaTeX's markup as text and as HTML. */

import { expect, test } from 'vitest';
import { decodeLatex } from '../../../../src/engines/bibtex/latex.ts';

test.each([
  ['Erd{\\H o}s', 'Erdős'],
  ['Fran\\c{c}ois', 'François'],
  ['{\\"{o}}\\"o\\"{\\i}', 'ööï'],
  ["Paran\\'a \\'{\\i} \\'\\i", 'Paraná í í'],
  ['{\\L}ukasz {\\O}rsted {\\ss}', 'Łukasz Ørsted ß'],
  ['50\\% \\& \\$5 \\_ \\#', '50% & $5 _ #'],
  ["``quoted'' and `single'", '“quoted” and ‘single’'],
  ["Alzheimer's, '90s", 'Alzheimer’s, ’90s'],
  ['1--2 --- 3-4', '1–2 — 3-4'],
  ['a~b', 'a\u00a0b'],
  ['{{Two} {Words}}', 'Two Words'],
  ['$x_{1}^2$ costs \\$', '$x_{1}^2$ costs $'],
  ['\\emph{very} \\unknown{kept}', 'very kept'],
  ['\\href{https://a.example}{here}', 'here'],
  ['trailing \\', 'trailing '],
  ['unbalanced } and {', 'unbalanced  and '],
])('%s', (text, expected) => {
  expect(decodeLatex(text)).toBe(expected);
});

test('becomes elements where HTML is wanted', () => {
  expect(decodeLatex('\\emph{a} \\textsuperscript{2} \\textsc{b}', { html: true })).toBe(
    '<em>a</em> <sup>2</sup> <span style="font-variant: small-caps">b</span>',
  );
  expect(decodeLatex('\\href{https://a.example/"}{x}', { html: true })).toBe(
    '<a href="https://a.example/%22">x</a>',
  );
});

test('nested beyond reason ends', () => {
  expect(decodeLatex('{'.repeat(100_000))).toBe('');
  expect(decodeLatex("\\'".repeat(50_000)).length).toBeLessThan(200_000);
});
