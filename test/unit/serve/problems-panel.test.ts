import { expect, test } from 'vitest';
import type { Diagnostic } from '../../../src/diagnostics/diagnostic.ts';
import { problemsPanel } from '../../../src/serve/page/problems-panel.ts';

const source = { file: 'a.md', text: 'one\ntwo <b>\nthree & three\nfour\nfive\n' };
const mistake = (more: Partial<Diagnostic> = {}): Diagnostic => ({
  code: 'liquid/unknown-tag',
  severity: 'error',
  message: 'there is no tag `nope`',
  place: { file: 'a.md', line: 3, column: 7, length: 1 },
  ...more,
});
const panel = (diagnostics: readonly Diagnostic[], isStale = false) =>
  problemsPanel({ diagnostics, sources: (file) => (file === 'a.md' ? source : undefined), isStale });

test('a mistake has its place, its sentence, the lines around it with the spot marked, and its hint', () => {
  const html = panel([mistake({ hint: 'write `yes`' })]);
  expect(html).toContain('<b>a.md:3:7</b> <code>liquid/unknown-tag</code>');
  expect(html).toContain('<h2>there is no tag <code>nope</code></h2>');
  expect(html).toContain('<i>2</i> two &lt;b&gt;');
  expect(html).toContain('<span class="at"><i>3</i> three <mark>&amp;</mark> three</span>');
  expect(html).toContain('<i>5</i> five');
  expect(html).not.toContain('<i>6</i>');
  expect(html).toContain('<p class="hint">write <code>yes</code></p>');
});

test('the same mistake in many places is said once, each place once', () => {
  const at = (line: number) => mistake({ place: { file: 'b.md', line, column: 1 } });
  const html = panel([at(1), at(2), at(2), at(1)]);
  expect(html.match(/<article/g)).toHaveLength(1);
  expect(html).toContain('also at <b>b.md:2:1</b>');
  expect(html).toContain('2 errors prevent the site from being built');
});

test('the sentence is written as in the terminal', () => {
  expect(panel([mistake({ message: 'knuth has `year` twice' })])).toContain(
    '<h2>knuth has <code>year</code> twice',
  );
  expect(panel([mistake({ message: 'the file is broken' })])).toContain('<h2>the file is broken');
});

test('the way to it is told', () => {
  const trail = [{ kind: 'include', place: { file: 'c.html', line: 4, column: 2 } }] as const;
  expect(panel([mistake({ trail })])).toContain('included at <b>c.html:4:2</b>');
});

test('of very many the rest is counted, and the page behind is spoken of only if there is one', () => {
  const many = Array.from({ length: 30 }, (_, i) => mistake({ message: `m${i}` }));
  expect(panel(many)).toContain('and 10 more');
  expect(panel(many)).not.toContain('The page behind');
  expect(panel(many, true)).toContain('The page behind');
});

test('nothing of the site’s text is taken for HTML', () => {
  const html = panel([
    mistake({
      message: '<img src=x onerror=alert(1)> `<i>`',
      hint: '<script>',
      place: { file: '<b>.md', line: 1, column: 1 },
    }),
  ]);
  expect(html).not.toMatch(/<img|<script|<b>\.md/);
});

test('a long line is cut to what can be seen', () => {
  const long = { file: 'a.md', text: `${'x'.repeat(5000)}HERE${'y'.repeat(5000)}` };
  const html = problemsPanel({
    diagnostics: [mistake({ place: { file: 'a.md', line: 1, column: 5001, length: 4 } })],
    sources: () => long,
    isStale: false,
  });
  expect(html).toMatch(/<i> *1<\/i> …x{45}<mark>HERE<\/mark>y+/);
  expect(html.length).toBeLessThan(1500);
});
