import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parseFragment } from '../../../src/plugin/html/parse.ts';
import { printFragment } from '../../../src/plugin/html/print.ts';

const cases: readonly (readonly [string, string])[] = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../cases/html-fragments/libxml2.json'), 'utf8'),
);

test.each(cases)('prints %j as libxml2 does', (html, printed) => {
  expect(printFragment(parseFragment(html))).toBe(printed);
});

test('takes deep, broken and endless markup without hanging', () => {
  for (const html of [
    '<b>'.repeat(3000),
    '<a href="'.repeat(5000),
    '<!--'.repeat(5000),
    '</p>'.repeat(5000),
    '&'.repeat(9000),
  ])
    expect(typeof printFragment(parseFragment(html))).toBe('string');
});
