import { expect, test } from 'vitest';
import { hastie, siteOnDisk } from '../../support/program.ts';

const program = (words: string) => hastie(siteOnDisk({}), words);

test('prints the style sheet of a theme', async () => {
  const { status, out, err } = await program('highlight-css github');
  expect(out).toMatch(/^\.highlight table td/);
  expect(out).toContain('.highlight .k');
  expect(err).toBe('');
  expect(status).toBe(0);
});

test('takes the mode and the selector of the wrapper', async () => {
  const { out } = await program('highlight-css gruvbox --mode dark --scope .code');
  expect(out).toContain('.code .k');
  expect(out).not.toContain('.highlight');
  expect(out).not.toBe((await program('highlight-css gruvbox --mode light --scope .code')).out);
});

test.each([
  ['highlight-css', 2, 'cli/missing-argument'],
  ['highlight-css github monokai', 2, 'cli/unwanted-argument'],
  ['highlight-css github --mode grey', 2, 'cli/unknown-mode'],
  ['highlight-css gihtub', 1, 'highlight/unknown-theme'],
  ['highlight-css constructor', 1, 'highlight/unknown-theme'],
  ['highlight-css monokai --mode light', 1, 'highlight/no-such-mode'],
])('`%s` ends with %i and says %s', async (words, status, code) => {
  const ran = await program(words);
  expect(ran.err).toContain(code);
  expect(ran.err).toContain('hint: ');
  expect(ran.out).toBe('');
  expect(ran.status).toBe(status);
});
