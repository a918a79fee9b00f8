/** What the package exports, as another program imports it. Needs `lib/`, which `npm ci` and `npm test` build. */

import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const { exports, bin, files } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  exports: Record<string, string | { types: string; default: string }>;
  bin: Record<string, string>;
  files: string[];
};

test('every file that package.json promises is there, and is published', () => {
  const promised = [
    ...Object.values(bin),
    ...Object.values(exports).flatMap((entry) => (typeof entry === 'string' ? [] : Object.values(entry))),
  ];
  for (const file of promised) {
    expect(existsSync(join(root, file)), file).toBe(true);
    expect(files, file).toContain(file.replace(/^\.\//, '').split('/')[0]);
  }
});

test('`hastie` builds a site and renders texts', async () => {
  const hastie = await import(join(root, 'lib', 'index.js'));
  const site = mkdtempSync(join(tmpdir(), 'hastie-package-'));
  try {
    writeFileSync(join(site, 'index.md'), '---\n---\n*Hello*\n');
    const result = await hastie.build({ workingFolder: site });
    expect(result).toMatchObject({ ok: true, diagnostics: [] });
    expect(readFileSync(join(site, 'dist', 'index.html'), 'utf8')).toBe('<p><em>Hello</em></p>\n');
  } finally {
    rmSync(site, { recursive: true, force: true });
  }
  expect(hastie.renderMarkdown('*x*')).toContain('<em>x</em>');
  expect(hastie.renderLiquid('{{ 1 | plus: 2 }}', {})).toBe('3');
});

test.each(['markdown', 'liquid'])('`hastie/%s` loads, and knows nothing of Node', async (engine) => {
  const file = join(root, 'lib', `${engine}.js`);
  expect(Object.keys(await import(file)).length).toBeGreaterThan(0);
  const text = readFileSync(file, 'utf8');
  expect(text.match(/\bfrom ?["']node:|\brequire\(["'](?:fs|path|crypto|stream)/g) ?? []).toEqual([]);
});
