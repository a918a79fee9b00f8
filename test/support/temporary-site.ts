/** Sites of a few texts, built in temporary folders that are removed after the tests. */

import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { SiteResult } from '../../src/pipeline/site-result.ts';
import type { World } from '../../src/pipeline/world.ts';
import { createTestWorld } from './node-world.ts';
import { buildOnce } from './variants.ts';

export interface BuiltSite {
  readonly result: SiteResult;
  /** What the build has to say, as `severity code`. */
  readonly told: readonly string[];
  read(name: string): string;
}

/** An empty folder that is gone when the test is done. Call it inside of a test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'texts-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

/** @param files texts by their names inside of the folder */
export function writeTexts(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
}

/** Call it inside of a test. */
export async function buildTexts(
  files: Readonly<Record<string, string>>,
  world: Partial<World> = {},
): Promise<BuiltSite> {
  const source = temporaryFolder();
  writeTexts(source, files);
  const overrides = new Map<string, string | boolean>([
    ['source', source],
    ['destination', join(source, 'dist')],
    ['disable_disk_cache', true],
  ]);
  const result = await buildOnce({ ...createTestWorld(), ...world }, { workingFolder: source, overrides });
  return {
    result,
    told: result.diagnostics.map(({ severity, code }) => `${severity} ${code}`),
    read: (name) => readFileSync(join(source, 'dist', name), 'utf8'),
  };
}

/** An environment of these variables alone. */
export function environmentOf(variables: Readonly<Record<string, string>>): Pick<World, 'env'> {
  return { env: { get: (name) => variables[name], timeZone: 'UTC' } };
}
