/** Which changes are beyond a program that runs: code that it has loaded, and that it would go on with. Pure. */

import { expandPath, extensionOf, isWithin } from '../../base/paths.ts';
import type { Config } from '../../model/config.ts';
import type { Change } from './snapshot.ts';

const CODE: ReadonlySet<string> = new Set(['.js', '.mjs', '.cjs', '.ts', '.mts', '.cts', '.json']);

/**
 * The changed files of the site's own plugins, relative to the source, the modules that they import included. A file that is
 * new was not loaded yet; under `safe` none is.
 */
export function changedCode({ source, settings }: Config, changes: readonly Change[]): readonly string[] {
  if (settings.safe) return [];
  const folders = settings.pluginsDir.map((name) => expandPath(name, source));
  return changes
    .filter(({ kind, path }) => kind !== 'added' && CODE.has(extensionOf(path)))
    .filter(({ path }) => folders.some((folder) => isWithin(folder, path)))
    .map(({ path }) => (isWithin(source, path) ? path.slice(source.length + 1) : path));
}
