/** Builds every site below test/sites and compares all of its files with what Jekyll made of the same source. */

import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { buildSite } from '../src/build/build-site.ts';
import { createTestWorld } from './support/node-world.ts';

const sites = join(import.meta.dirname, 'sites');

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort();
}

async function buildInto(destination: string, source: string) {
  const overrides = new Map<string, string | boolean>([
    ['source', source],
    ['destination', destination],
    ['disable_disk_cache', true],
  ]);
  return await buildSite(createTestWorld({ JEKYLL_ENV: 'production' }), { workingFolder: source, overrides });
}

describe.each(readdirSync(sites).filter((name) => statSync(join(sites, name)).isDirectory()))(
  'the site %s',
  (name) => {
    const source = join(sites, name, 'source');
    const expected = join(sites, name, 'expected');

    test('comes out as Jekyll makes it, with the diagnostics that are written down', async () => {
      const folder = mkdtempSync(join(tmpdir(), 'site-'));
      try {
        const destination = join(folder, '_site');
        const result = await buildInto(destination, source);
        const told = result.diagnostics.map(({ code, severity, place }) =>
          `${severity} ${code} ${place === undefined ? '' : `${place.file}:${place.line}:${place.column}`}`.trim(),
        );
        const notes = join(sites, name, 'expect.json');
        expect(told).toEqual(existsSync(notes) ? JSON.parse(readFileSync(notes, 'utf8')) : []);
        expect(filesBelow(destination)).toEqual(filesBelow(expected));
        for (const file of filesBelow(expected)) {
          const text = readFileSync(join(destination, file), 'utf8');
          expect(text, file).toBe(readFileSync(join(expected, file), 'utf8'));
        }
      } finally {
        rmSync(folder, { recursive: true });
      }
    });
  },
);
