/** LaTeX's markup as text and as HTML. */

import { expect, test } from 'vitest';
import { decodeLatex } from '../../../../src/engines/bibtex/latex.ts';

test.each([
  ['Erd{\\H o}s', 'Erdős'],
  ['Fran\\c{c}ois', 'François'],
  ['{\\"{o}}\\"o\\"{\\i}', 'ööı\u0308'],
  ["Paran\\'a \\'{\\i} \\'\\i", 'Paraná ı\u0301 ı\u0301'],
  ['{\\L}ukasz {\\O}rsted {\\ss}', 'Łukasz Ørsted ß'],
  ['50\\% \\& \\$5 \\_ \\#', '50% & $5 _ #'],
  ["``quoted'' and `single'", '“quoted” and ‘single’'],
  ["Alzheimer's, '90s", 'Alzheimer’s, ’90s'],
  ['1--2 --- 3-4', '1–2 — 3-4'],
  ['a~b', 'a\u00a0b'],
  ['{{Two} {Words}}', 'Two Words'],
  ['$x_{1}^2$ costs \\$', 'x_1^2 costs $'],
  ['\\emph{very} \\unknown{kept}', '\\emphvery \\unknownkept'],
  ['\\O rsted \\o{} \\c cb \\oe', 'Ørsted ø çb \\oe'],
  ['$\\alpha$-helix, \\textendash{} \\dots', 'α-helix, – …'],
  ['----', ''],
  ['http://a.example/~b', 'http://a.example/\u00a0b'],
  ['\\{a\\}', '{a}'],
  ['\\href{https://a.example}{here}', '\\hrefhttps://a.examplehere'],
  ['trailing \\', 'trailing \\'],
  ['unbalanced } and {', 'unbalanced  and '],
])('%s', (text, expected) => {
  expect(decodeLatex(text)).toBe(expected);
});

test('becomes elements where HTML is wanted', () => {
  expect(decodeLatex('\\emph{a} \\textsuperscript{2} \\textsc{b}', { html: true })).toBe(
    '<i>a</i> <sup>2</sup> <font style="font-variant: small-caps">b</font>',
  );
  expect(decodeLatex('\\emph{a \\emph{b} {c}} \\textregistered', { html: true })).toBe(
    '<i>a \\emphb c</i> &#0174',
  );
  expect(decodeLatex('\\emph{open', { html: true })).toBe('\\emphopen');
});

test('nested beyond reason ends', () => {
  expect(decodeLatex('{'.repeat(100_000))).toBe('');
  expect(decodeLatex("\\'".repeat(50_000)).length).toBeLessThan(200_000);
});
