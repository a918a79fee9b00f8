/** Builds every site below test/sites and compares all of its files with what Jekyll made of the same source. */

import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { buildInto } from './support/build-into.ts';
import { filesBelow, isComparedByDeclarations } from './support/recorded-sites.ts';
import { stylesheetDifference } from './support/stylesheet-difference.ts';

const sites = join(import.meta.dirname, 'sites');

/** The builders whose answers are recorded, each in a folder of its own beside the source. */
const BUILDERS = [
  { builder: 'Jekyll', expected: 'expected', diagnostics: 'expect.json', settings: {} },
  {
    builder: 'GitHub Pages',
    expected: 'expected-on-github-pages',
    diagnostics: 'expect-on-github-pages.json',
    settings: { github_pages: true },
  },
] as const;

const RECORDED = readdirSync(sites)
  .filter((name) => statSync(join(sites, name)).isDirectory())
  .flatMap((name) => BUILDERS.map((each) => ({ name, ...each })))
  .filter(({ name, expected }) => existsSync(join(sites, name, expected)));

describe.each(RECORDED)('the site $name', ({ name, builder, expected: answer, diagnostics, settings }) => {
  const source = join(sites, name, 'source');
  const expected = join(sites, name, answer);
  const byDeclarations = isComparedByDeclarations(join(sites, name));

  test(`comes out as ${builder} makes it, with the diagnostics that are written down`, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'site-'));
    try {
      const destination = join(folder, '_site');
      const result = await buildInto(destination, source, settings);
      const told = result.diagnostics.map(({ code, severity, place }) =>
        [
          severity,
          code,
          ...(place === undefined ? [] : [`${place.file}:${place.line}:${place.column}`]),
        ].join(' '),
      );
      const notes = join(sites, name, diagnostics);
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
});
