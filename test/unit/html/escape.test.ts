import { expect, test } from 'vitest';
import { escapeAttribute, escapeHtml, escapeText, escapeXml } from '../../../src/html/escape.ts';

const all = `a & b < c > d " e ' f &amp;`;

test.each([
  ['text', escapeText, `a &amp; b &lt; c &gt; d " e ' f &amp;amp;`],
  ['an attribute in double quotes', escapeAttribute, `a &amp; b &lt; c &gt; d &quot; e ' f &amp;amp;`],
  ['either quotes', escapeHtml, `a &amp; b &lt; c &gt; d &quot; e &#39; f &amp;amp;`],
  ['XML', escapeXml, `a &amp; b &lt; c &gt; d &quot; e &apos; f &amp;amp;`],
])('escapes for %s', (_, escapeFor, expected) => {
  expect(escapeFor(all)).toBe(expected);
  expect(escapeFor('plain text')).toBe('plain text');
});

test('escapes quotes in a text that has nothing else to escape', () => {
  expect(escapeAttribute('"')).toBe('&quot;');
  expect(escapeHtml("it's")).toBe('it&#39;s');
  expect(escapeXml("it's")).toBe('it&apos;s');
});
