/** The folders that a site is made from: a destination inside one of them, or over one, would eat its own sources. */

import { expandPath, joinPaths } from '../base/paths.ts';
import type { Config } from '../model/config.ts';

const FOLDER_SETTINGS = [
  'layouts_dir',
  'includes_dir',
  'data_dir',
  'plugins_dir',
  'collections_dir',
] as const;

/** Absolute paths; some may not exist. */
export function inputFolders(config: Config): readonly string[] {
  const folders = new Set<string>(config.files.map(({ file }) => expandPath(file, config.source)));
  for (const setting of FOLDER_SETTINGS) {
    const folder = config.values.get(setting);
    if (typeof folder === 'string' && folder !== '') folders.add(expandPath(folder, config.source));
  }
  const sass = config.values.get('sass');
  const sassDir = sass instanceof Map ? sass.get('sass_dir') : undefined;
  folders.add(expandPath(typeof sassDir === 'string' && sassDir !== '' ? sassDir : '_sass', config.source));
  const collections = config.values.get('collections');
  const home = config.values.get('collections_dir');
  const base = typeof home === 'string' && home !== '' ? joinPaths(config.source, home) : config.source;
  for (const label of collections instanceof Map ? collections.keys() : [])
    folders.add(joinPaths(base, `_${String(label)}`));
  folders.add(joinPaths(base, '_drafts'));
  if (config.theme !== undefined) folders.add(config.theme.root);
  folders.delete(config.source);
  return [...folders];
}
