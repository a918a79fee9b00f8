import { describe, expect, test } from 'vitest';
import { definePlugin } from '../../../src/plugin/api/plugin.ts';
import { hastie, siteOnDisk } from '../../support/program.ts';

const PAGE = '---\n---\nx\n';

test('a plugin that fails while it fetches costs a warning, and the site is built without it', async () => {
  const plugin = definePlugin({
    name: 'flaky',
    prefetch: () => Promise.reject(new Error('no route to host')),
  });
  const fs = siteOnDisk({ '_config.yml': 'plugins: [flaky]\n', 'index.html': PAGE });
  const { status, err } = await hastie(fs, 'build', { world: { plugins: [plugin] } });
  expect(err).toContain('warning plugin/failed: the plugin `flaky` failed in `prefetch`: no route to host');
  expect(status).toBe(0);
});

test('an excerpt that fails does so for each page that shows it', async () => {
  const shows = '---\n---\n{% for post in site.posts %}{{ post.excerpt }}{% endfor %}\n';
  const fs = siteOnDisk({
    'a.html': shows,
    'b.html': shows,
    '_posts/2024-01-01-p.md': '---\n---\n{% include gone.html %}\n\nMore\n',
  });
  const { out } = await hastie(fs, 'build --json');
  const { errors } = JSON.parse(out);
  expect(errors).toHaveLength(3);
});

test('a plugin that throws while it generates is named, and nothing is written', async () => {
  const plugin = definePlugin({
    name: 'broken',
    generate: () => {
      throw new TypeError('it fell over');
    },
  });
  const fs = siteOnDisk({ '_config.yml': 'plugins: [broken]\n', 'index.html': PAGE });
  const { status, err } = await hastie(fs, 'build', { world: { plugins: [plugin] } });
  expect(err).toContain('error plugin/failed: the plugin `broken` failed in `generate`: it fell over');
  expect(err).not.toMatch(/\n\s+at /);
  expect(status).toBe(1);
});

test('a converter that throws is told with the file that it was converting', async () => {
  const plugin = definePlugin({
    name: 'broken',
    converters: [
      {
        extensions: ['.txt'],
        outputExtension: '.html',
        convert: () => {
          throw new TypeError('it fell over');
        },
      },
    ],
  });
  const fs = siteOnDisk({ '_config.yml': 'plugins: [broken]\n', 'a.txt': PAGE });
  const { status, err } = await hastie(fs, 'build', { world: { plugins: [plugin] } });
  expect(err).toContain('a.txt:1:1 error build/bug: internal error while rendering this file: it fell over');
  expect(status).toBe(1);
});

test('an address that no file can have is an error at its permalink', async () => {
  const fs = siteOnDisk({ 'a.md': '---\ntitle: a\npermalink: /%00\n---\nx\n' });
  const { status, err } = await hastie(fs, 'build');
  expect(err).toContain('a.md:3:12 error permalink/no-file');
  expect(status).toBe(1);
});

describe('a page with very many mistakes', () => {
  const config = 'kramdown:\n  show_warnings: true\n';
  const page = `---\n---\n${'a</b>\n'.repeat(100_000)}`;

  test('has the first hundred reported, and how many more there are', async () => {
    const { out, status } = await hastie(siteOnDisk({ '_config.yml': config, 'a.md': page }), 'build --json');
    const { warnings } = JSON.parse(out);
    expect(warnings).toHaveLength(101);
    expect(warnings[99]).toMatchObject({ code: 'markdown/stray-end-tag', line: 102, column: 2 });
    expect(warnings[100]).toMatchObject({
      code: 'build/more-in-file',
      message: '99900 more warnings in this file are not listed',
      file: 'a.md',
      line: 103,
    });
    expect(status).toBe(0);
  });

  test('keeps nothing of other files or of another severity from being reported', async () => {
    const site = siteOnDisk({
      '_config.yml': config,
      'a.md': page,
      'b.md': '---\n---\na</b>\n\n{{ 1 | divided_by: 0 }}\n',
      'c.md': '---\n---\na</b>\n',
    });
    const { out, status } = await hastie(site, 'build --json');
    const { errors, warnings } = JSON.parse(out);
    expect(errors).toMatchObject([{ file: 'b.md', line: 5 }]);
    expect(warnings).toHaveLength(102);
    expect(warnings).toContainEqual(expect.objectContaining({ file: 'c.md', line: 3 }));
    expect(status).toBe(1);
  });
});
