import { expect, test } from 'vitest';
import { TITLED } from '../../../src/plugins/relative-links/link-end.ts';
import { replaceLinks } from '../../../src/plugins/relative-links/replace-links.ts';

const toHtml = (path: string) => (path.endsWith('.md') ? path.replace('.md', '.html') : undefined);

test.each([
  ['[a](b.md)', '[a](b.html)'],
  ['[a](b.md#c d "t (x)") ', '[a](b.html#c d "t (x)") '],
  ['[a][b] ![c](d.md)', '[a][b] ![c](d.html)'],
  ['x\n\n\n  [b]: c.md#d "t"  \ny', 'x\n\n[b]: c.html#d "t"\ny'],
  ['[a](#b.md) [c](http://d/e.md) [f](g.txt)', '[a](#b.md) [c](http://d/e.md) [f](g.txt)'],
  ['[a [b](c.md) d](e.md)', '[a [b](c.html) d](e.md)'],
  ['[a](b.md', '[a](b.md'],
  ['', ''],
])('%j becomes %j', (text, replaced) => {
  expect(replaceLinks(text, TITLED, toHtml)).toBe(replaced);
});

test('takes long and hostile texts without hanging', () => {
  const many = 20_000;
  for (const text of ['[', '](', '[](', '[a](', '\n', '[a]: x "', '[a](b#', '   \n', '[a](b "\\"'])
    expect(replaceLinks(`${text.repeat(many)})`, TITLED, () => undefined)).toBe(`${text.repeat(many)})`);
});
