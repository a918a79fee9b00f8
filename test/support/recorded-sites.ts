/** Sites whose stylesheets and looks are compared with Jekyll's: some in test/sites, and the homepage. */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

const TEST = join(import.meta.dirname, '..');

export interface RecordedSite {
  readonly name: string;
  readonly source: string;
  /** What Jekyll made of it, files that it copies left out where `copied` is true. */
  readonly expected: string;
  /** Whether `expected` lacks what is copied: pictures, fonts and scripts. */
  readonly withoutCopies: boolean;
}

/** A NOTE that says so has a site's stylesheets compared by their declarations: sassc spells them in its own way. */
export function isComparedByDeclarations(site: string): boolean {
  const note = join(site, 'NOTE');
  return existsSync(note) && /^stylesheets: by declarations/m.test(readFileSync(note, 'utf8'));
}

export const HOMEPAGE: RecordedSite = {
  name: 'the homepage',
  source: join(TEST, '..'),
  expected: join(TEST, 'homepage/expected'),
  withoutCopies: true,
};

export const THEMES: readonly RecordedSite[] = readdirSync(join(TEST, 'sites'))
  .map((name) => ({ name, folder: join(TEST, 'sites', name) }))
  .filter(({ folder }) => isComparedByDeclarations(folder))
  .map(({ name, folder }) => ({
    name,
    source: join(folder, 'source'),
    expected: join(folder, 'expected'),
    withoutCopies: false,
  }));

/** The files in `folder` and below it, by their paths with `/`, sorted. */
export function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();
}
