/** The folders that a site is made from: a destination inside one of them, or over one, would eat its own sources. */

import { expandPath, joinPaths } from '../base/paths.ts';
import type { Config } from '../model/config.ts';

/** Absolute paths; some may not exist. */
export function inputFolders(config: Config): readonly string[] {
  const { settings, source } = config;
  const folders = new Set<string>(config.files.map(({ file }) => expandPath(file, source)));
  const named = [
    ...[settings.layoutsDir, settings.includesDir, settings.dataDir],
    ...[...settings.pluginsDir, settings.collectionsDir, settings.sass.sassDir],
  ];
  for (const folder of named) if (folder !== '') folders.add(expandPath(folder, source));
  const base = settings.collectionsDir === '' ? source : joinPaths(source, settings.collectionsDir);
  for (const label of settings.collections.keys()) folders.add(joinPaths(base, `_${String(label)}`));
  folders.add(joinPaths(base, '_drafts'));
  if (config.theme !== undefined) folders.add(config.theme.root);
  folders.delete(source);
  return [...folders];
}
