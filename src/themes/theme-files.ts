/** The files that a theme gives to a site, wherever it lies. */

import { baseName, folderOf, joinPaths } from '../base/paths.ts';
import type { Theme } from '../model/config.ts';
import { FsError, type ReadFs } from '../ports/fs.ts';
import { isThemeFile } from './unpack.ts';

/** Their paths in the theme, in the order of the disk; links are passed over. */
export function themeFiles(fs: ReadFs, { root, lacks }: Theme): readonly string[] {
  const files: string[] = [];
  const enter = (prefix: string): void => {
    for (const { name, kind } of listed(fs, joinPaths(root, prefix))) {
      const path = prefix === '' ? name : `${prefix}/${name}`;
      if (lacks.includes(path)) continue;
      if (kind === 'file' && isThemeFile(path)) files.push(path);
      // no file of a theme is in any other folder
      if (kind === 'folder' && isThemeFile(`${path}/x`)) enter(path);
    }
  };
  enter('');
  return files;
}

function listed(fs: ReadFs, folder: string) {
  try {
    return fs.list(folder);
  } catch (error) {
    if (error instanceof FsError) return [];
    throw error;
  }
}

/** The specification of an installed gem, which lies beside the gem and not in it: an absolute path. */
export function installedSpecification({ root }: Pick<Theme, 'root'>): string {
  return joinPaths(folderOf(folderOf(root)), 'specifications', `${baseName(root)}.gemspec`);
}
