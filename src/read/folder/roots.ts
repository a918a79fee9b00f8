/** The folders that layouts, includes, data and assets come from: the site's own first, then the theme's. */

import { expandPath, isWithin, joinPaths } from '../../base/paths.ts';
import type { Folder } from '../../files/link-loop.ts';
import { FsError } from '../../ports/fs.ts';
import type { ReadContext } from '../context.ts';
import { kindOf, refused } from './list-folder.ts';

/** The site's own folder `name` and the theme's `themeName`, as far as they exist, in the order of precedence. */
export function rootsOf(context: ReadContext, name: string, themeName: string): Folder[] {
  return [ownFolder(context, name), themeFolder(context, themeName)].filter((folder) => folder !== undefined);
}

/** A folder of the source, whatever its name leads to from there. */
export function ownFolder(context: ReadContext, name: string): Folder | undefined {
  const path = ownPath(context, name);
  return kindOf(context, path) === 'folder' ? { path } : undefined;
}

/** Where such a folder is, or would be. */
export function ownPath({ config }: Pick<ReadContext, 'config'>, name: string): string {
  return isWithin(config.source, name) ? name : joinPaths(config.source, expandPath(name, '/').slice(1));
}

/** A folder of the theme, links resolved; one that leads out of the theme does not count. */
export function themeFolder(context: ReadContext, name: string): Folder | undefined {
  const { config, fs } = context;
  if (config.theme === undefined || config.theme.lacks.includes(name)) return undefined;
  const { root } = config.theme;
  const path = joinPaths(root, name);
  if (kindOf(context, path) !== 'folder') return undefined;
  try {
    const real = fs.realPath(path);
    return isWithin(root, real) ? { path: real } : undefined;
  } catch (error) {
    if (!(error instanceof FsError)) throw error;
    refused(context, path, error);
    return undefined;
  }
}
