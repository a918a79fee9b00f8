/** The homepage of this repository against what Jekyll made of it (`node scripts/record-sites.mjs homepage` records it again). */

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildInto } from '../support/build-into.ts';
import { filesBelow, HOMEPAGE } from '../support/recorded-sites.ts';
import { stylesheetDifference } from '../support/stylesheet-difference.ts';

const folder = mkdtempSync(join(tmpdir(), 'homepage-'));
const site = join(folder, '_site');
const read = (root: string, file: string): string => readFileSync(join(root, file), 'utf8');

beforeAll(async () => {
  // Jekyll fills no citations in.
  await buildInto(site, HOMEPAGE.source, { citations: false });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const files = filesBelow(HOMEPAGE.expected);
const pages = files.filter((file) => file.endsWith('.html'));
const stylesheets = files.filter((file) => file.endsWith('.css'));

test('has the pages and stylesheets that Jekyll gives it', () => {
  expect(filesBelow(site).filter((file) => /\.(?:html|css)$/.test(file))).toEqual(files);
  expect([pages.length, stylesheets.length]).not.toContain(0);
});

test.each(pages)('%s is the page of Jekyll to the byte', (file) => {
  expect(read(site, file)).toBe(read(HOMEPAGE.expected, file));
});

test.each(stylesheets)('%s has the declarations of Jekyll in their order', (file) => {
  expect(stylesheetDifference(read(HOMEPAGE.expected, file), read(site, file))).toBeUndefined();
});
