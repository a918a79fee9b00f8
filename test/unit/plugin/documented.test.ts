/** The examples of docs/plugins.md are built, each in a folder of its own, and give what the document says. Needs `lib/`. */

import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { createTestWorld } from '../../support/node-world.ts';
import { buildOnce } from '../../support/variants.ts';

const text = readFileSync(join(import.meta.dirname, '../../../docs/plugins.md'), 'utf8');
const examples = text
  .split(/^## /m)
  .filter((section) => section.startsWith('Example'))
  .map((section) => ({ title: section.split('\n')[0] ?? '', files: filesOf(section) }));

/** Code blocks by the file that their first line names. */
function filesOf(section: string): ReadonlyMap<string, string> {
  const blocks = section.matchAll(/^```\w+\n(?:\/\/|#|<!--) (\S+)(?: -->)?\n([\s\S]*?)^```$/gm);
  return new Map(Array.from(blocks, ([, name = '', content = '']) => [name, content]));
}

const folders: string[] = [];

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

describe.each(examples)('$title', ({ files }) => {
  test('gives what the document says', async () => {
    const source = mkdtempSync(join(tmpdir(), 'documented-'));
    folders.push(source);
    for (const [name, content] of files) {
      if (name.startsWith('dist/')) continue;
      mkdirSync(dirname(join(source, name)), { recursive: true });
      writeFileSync(join(source, name), content);
    }
    const overrides = new Map<string, string | boolean>([
      ['source', source],
      ['destination', join(source, 'dist')],
      ['disable_disk_cache', true],
    ]);
    const result = await buildOnce(createTestWorld(), { workingFolder: source, overrides });
    expect(result.diagnostics).toEqual([]);
    const expected = [...files].filter(([name]) => name.startsWith('dist/'));
    expect(expected).not.toEqual([]);
    for (const [name, content] of expected)
      expect(readFileSync(join(source, name), 'utf8'), name).toBe(content);
  });
});

test('there are four of them', () => {
  expect(examples).toHaveLength(4);
});
