/**
 * P3 for mistakes in the homepage's front matter: `build`, `build` in CI and `serve` report an error with its place and a hint,
 * and the site built before stays unchanged, byte for byte.
 */

import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { startLiveSession } from '../support/live-session.ts';
import type { MemoryFs } from '../support/memory-fs.ts';
import { hastie, siteOnDisk } from '../support/program.ts';
import { temporaryFolder, writeTexts } from '../support/temporary-site.ts';

type Slip = readonly [what: string, text: string, code: string, at: string, hint: string];

const page = (settings: string): string => `---\n${settings}\n---\n# Hello\n`;
const GOOD = page('title: Home\npermalink: /');

const SLIPS: readonly Slip[] = [
  ['an open quote', page('title: "Home\npermalink: /'), 'front-matter/invalid-yaml', '2:8', 'title: "Home"'],
  [
    'two open quotes',
    page('title: "Home\nauthor: "Me"\npermalink: /'),
    'front-matter/invalid-yaml',
    '2:8',
    'title: "Home"',
  ],
  [
    'a colon',
    page('title: Jane: home\npermalink: /'),
    'front-matter/invalid-yaml',
    '2:12',
    'title: "Jane: home"',
  ],
  ['a second colon', page('title: x\npermalink: : /'), 'front-matter/invalid-yaml', '3:12', 'permalink: /'],
  ['a doubled colon', page('title: x\npermalink:: /'), 'yaml/stray-colon', '3:11', 'permalink: /'],
  ['a tab', page('title: Home\n\tpermalink: /'), 'front-matter/invalid-yaml', '3:1', 'indent with spaces'],
  [
    'no space behind a colon',
    page('title: x\npermalink:/'),
    'front-matter/invalid-yaml',
    '3:10',
    'permalink: /',
  ],
  ['a handle', page('author: @me\npermalink: /'), 'front-matter/invalid-yaml', '2:9', 'author: "@me"'],
  [
    'an open bracket',
    page('tags: [a, b\npermalink: /'),
    'front-matter/invalid-yaml',
    '2:7',
    'close it with `]`',
  ],
  [
    'a backslash',
    page('path: "C:\\docs"\npermalink: /'),
    'front-matter/invalid-yaml',
    '2:10',
    "path: 'C:\\docs'",
  ],
  ['lines indented less', page(' title: x\npermalink: /'), 'yaml/ignored-rest', '3:1', 'same column'],
  [
    'no closing fence',
    '---\ntitle: x\npermalink: /\n\n# Hello\n',
    'front-matter/not-closed',
    '1:1',
    'three hyphens',
  ],
  [
    'one unknown closing fence',
    '---\ntitle: x\npermalink: /\n----\n# Hello\n',
    'front-matter/not-closed',
    '4:1',
    'three hyphens',
  ],
  [
    'two hyphens for a fence',
    '---\ntitle: x\n--\n# Hello\n\n---\nx\n',
    'front-matter/not-closed',
    '3:1',
    'three hyphens',
  ],
  [
    'a rule that closes it',
    '---\ntitle: x\npermalink: /\n\nHello there.\n\n---\nx\n',
    'front-matter/not-closed',
    '1:1',
    'three hyphens',
  ],
  ['a blank line above it', `\n${GOOD}`, 'front-matter/not-opened', '2:1', 'remove everything above it'],
  ['a short opening fence', GOOD.slice(1), 'front-matter/not-opened', '1:1', 'three hyphens'],
  ['an indented opening fence', ` ${GOOD}`, 'front-matter/not-opened', '1:1', 'three hyphens'],
  ['lone carriage returns', GOOD.replaceAll('\n', '\r'), 'front-matter/not-opened', '1:1', 'save the file'],
];

async function builtThenBroken(text: string): Promise<{ fs: MemoryFs; before: unknown }> {
  const fs = siteOnDisk({ '_pages/about.md': GOOD, '_config.yml': 'include: [_pages]\n' });
  expect((await hastie(fs, 'build')).status).toBe(0);
  const before = fs.tree('/site/dist');
  expect(JSON.stringify(before)).toContain('index.html');
  fs.put('/site/_pages/about.md', text);
  return { fs, before };
}

describe.each(SLIPS)('%s on the homepage', (_, text, code, at, hint) => {
  test('ends a build, once, with its place and hint; the old site stays', async () => {
    const { fs, before } = await builtThenBroken(text);
    const { status, err } = await hastie(fs, 'build');
    expect(status).toBe(1);
    expect(fs.tree('/site/dist')).toEqual(before);
    expect(err.match(/ error /g)).toHaveLength(1);
    expect(err).toContain(`_pages/about.md:${at} error ${code}:`);
    expect(err).toContain(hint);
    expect(err).toContain('`strict_front_matter: false` in `_config.yml`');
  });

  test('is an annotation in CI', async () => {
    const { fs, before } = await builtThenBroken(text);
    const { status, err, out } = await hastie(fs, 'build', { env: { CI: 'true', GITHUB_ACTIONS: 'true' } });
    const [line, column] = at.split(':');
    expect(status).toBe(1);
    expect(fs.tree('/site/dist')).toEqual(before);
    expect(out + err).toContain(
      `::error file=_pages/about.md,line=${line},col=${column},title=${code.replace(':', '%3A')}::`,
    );
  });

  test('is a warning where that is asked for', async () => {
    const { fs } = await builtThenBroken(text);
    const { status, err } = await hastie(fs, 'build --no-strict_front_matter');
    expect(status).toBe(0);
    expect(err).toContain(`_pages/about.md:${at} warning ${code}:`);
    expect(err).not.toContain('strict_front_matter');
  });
});

test('a preview keeps the old page through every slip, and shows each over it', async () => {
  const folder = temporaryFolder();
  const site = join(folder, 'site');
  mkdirSync(site);
  writeTexts(site, { '_pages/about.md': GOOD, '_config.yml': 'include: [_pages]\n' });
  const live = await startLiveSession(site, join(folder, 'dist'));
  const put = (text: string): void => {
    mkdirSync(dirname(join(site, '_pages/about.md')), { recursive: true });
    writeFileSync(join(site, '_pages/about.md'), text);
  };
  try {
    const good = await live.page('/');
    expect(good).toContain('Hello');
    for (const [what, text, code, at] of SLIPS) {
      put(text);
      await expect.poll(() => live.codes(), { message: what, timeout: 5000 }).toEqual([code]);
      expect(await live.page('/'), what).toBe(good);
      const panel = await live.page('/__hastie/problems');
      expect(panel, what).toContain(`_pages/about.md:${at}`);
      expect(await live.page('/nowhere/'), what).toContain(`_pages/about.md:${at}`);
      put(GOOD);
      await expect.poll(() => live.codes(), { message: what, timeout: 5000 }).toEqual([]);
    }
    expect(await live.page('/__hastie/problems')).toBe('');
  } finally {
    await live.session.stop();
  }
}, 60_000);

describe('a text that is no front matter', () => {
  test.each([
    ['a rule on top', '---\n\nSome text.\n'],
    ['a rule, then a heading', '---\n# Title\n\nText: with a colon.\n'],
    ['a rule, then a note', '---\nNote: this is old.\n\nMore.\n'],
    ['rules around a heading', '----\n\n# Title\n\n----\n'],
    ['a long rule on top', '-----\n\nname: x\n\nand so on\n'],
    ['a list', '- a: b\n- c: d\n---\n'],
    ['a table', '| a | b |\n|---|---|\n| c | d |\n'],
    ['a blank line, a rule and text', '\n---\n\nSee also:\n\n---\n'],
  ])('%s is passed over', async (_, text) => {
    const fs = siteOnDisk({ 'index.md': GOOD, 'README.md': text });
    const { status, err } = await hastie(fs, 'build');
    expect(err).not.toContain('README.md');
    expect(status).toBe(0);
  });

  test('but one setting that nobody else knows is only a warning', async () => {
    const { status, err } = await hastie(siteOnDisk({ 'a.md': '---\nfoo: bar\n\ntext\n' }), 'build');
    expect(status).toBe(0);
    expect(err).toContain('a.md:1:1 warning front-matter/not-closed');
  });
});

test('layouts, posts and documents of collections count, too', async () => {
  const broken = page('title: a: b');
  const fs = siteOnDisk({
    '_config.yml': 'collections: {talks: {output: true}}\n',
    '_layouts/x.html': broken,
    '_posts/2020-01-01-a.md': broken,
    '_talks/b.md': broken,
    'c.html': broken,
  });
  const { status, err } = await hastie(fs, 'build');
  expect(status).toBe(1);
  for (const file of ['_layouts/x.html', '_posts/2020-01-01-a.md', '_talks/b.md', 'c.html'])
    expect(err).toContain(`${file}:2:9`);
});

test('one slip is one message, and other mistakes are told in the same run', async () => {
  const fs = siteOnDisk({
    '_config.yml': 'liquid: {strict_variables: true}\n',
    'a.md': page('title: a: b\nwho: me\npermalink: /x/').replace('# Hello', '{{ page.who }}'),
    'a.html': GOOD.replace('permalink: /', 'permalink: /a.html'),
    'c.md': GOOD.replace('# Hello', '{% nope %}'),
  });
  const { status, out } = await hastie(fs, 'build --json');
  const { errors, warnings } = JSON.parse(out);
  expect(status).toBe(1);
  const codes = errors.map(({ code, file }: { code: string; file: string }) => `${code} ${file}`).sort();
  expect(codes).toEqual(['front-matter/invalid-yaml a.md', 'liquid/unknown-tag c.md']);
  expect(warnings).toEqual([]);
});
