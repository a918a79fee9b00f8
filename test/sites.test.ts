/** Builds every site below test/sites and compares all of its files with what Jekyll made of the same source. */

import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { buildInto } from './support/build-into.ts';
import { filesBelow, isComparedByDeclarations } from './support/recorded-sites.ts';
import { stylesheetDifference } from './support/stylesheet-difference.ts';

const sites = join(import.meta.dirname, 'sites');

describe.each(readdirSync(sites).filter((name) => statSync(join(sites, name)).isDirectory()))(
  'the site %s',
  (name) => {
    const source = join(sites, name, 'source');
    const expected = join(sites, name, 'expected');
    const byDeclarations = isComparedByDeclarations(join(sites, name));

    test('comes out as Jekyll makes it, with the diagnostics that are written down', async () => {
      const folder = mkdtempSync(join(tmpdir(), 'site-'));
      try {
        const destination = join(folder, '_site');
        const result = await buildInto(destination, source);
        const told = result.diagnostics.map(({ code, severity, place }) =>
          [
            severity,
            code,
            ...(place === undefined ? [] : [`${place.file}:${place.line}:${place.column}`]),
          ].join(' '),
        );
        const notes = join(sites, name, 'expect.json');
        expect(told).toEqual(existsSync(notes) ? JSON.parse(readFileSync(notes, 'utf8')) : []);
        expect(filesBelow(destination)).toEqual(filesBelow(expected));
        for (const file of filesBelow(expected)) {
          const text = readFileSync(join(destination, file), 'utf8');
          const theirs = readFileSync(join(expected, file), 'utf8');
          if (byDeclarations && file.endsWith('.css'))
            expect(stylesheetDifference(theirs, text), file).toBeUndefined();
          else expect(text, file).toBe(theirs);
        }
      } finally {
        rmSync(folder, { recursive: true });
      }
    });
  },
);
