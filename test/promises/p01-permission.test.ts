/** P1 enforced by Node: a whole build as a process that may write only to the destination and the cache. */

import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';

const launcher = fileURLToPath(new URL('../../bin/hastie.js', import.meta.url));
const [major = 0] = process.versions.node.split('.').map(Number);
const flag = major < 24 ? '--experimental-permission' : '--permission';
/** Made beforehand: Node 20 falls over its own flags when a folder is named both as itself and with `*`. */
const FOLDERS = ['dist', '.hastie-cache'];
let site: string;

beforeAll(() => {
  site = mkdtempSync(join(tmpdir(), 'hastie-permission-'));
  for (const folder of FOLDERS) mkdirSync(join(site, folder));
  const files = {
    '_config.yml': 'title: Ada\nplugins: [jekyll-feed, jekyll-sitemap, jekyll-redirect-from]\n',
    '_layouts/default.html': '<p>{% include x.html %}{{ content }}',
    '_includes/x.html': 'included',
    '_data/a.yml': 'a: 1\n',
    '_posts/2020-01-01-b.md': '---\nlayout: default\nredirect_from: /old/\n---\nHello\n',
    'style.scss': '---\n---\na { b { color: red } }\n',
    'me.png': 'png',
    'escape.md': '---\npermalink: /../../../../escaped.html\n---\nx\n',
  };
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(site, path, '..'), { recursive: true });
    writeFileSync(join(site, path), text);
  }
});
afterAll(() => rmSync(site, { recursive: true, force: true }));

test.each(['the first build', 'the second one'])('%s needs no other right', () => {
  const rights = FOLDERS.map((folder) => `--allow-fs-write=${join(site, folder, '*')}`);
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [
      '--no-warnings',
      flag,
      '--allow-fs-read=*',
      ...rights,
      '--allow-worker',
      '--allow-child-process',
      launcher,
      'build',
      '--json',
    ],
    { cwd: site, encoding: 'utf8', timeout: 20_000 },
  );
  expect({
    status,
    errors: JSON.parse(stdout || '{}').errors,
    denied: /ERR_ACCESS_DENIED/.test(stderr),
  }).toEqual({
    status: 0,
    errors: [],
    denied: false,
  });
  expect(readFileSync(join(site, 'dist', 'escaped.html'), 'utf8')).toBe('<p>x</p>\n');
});
