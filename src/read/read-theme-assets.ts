/** The files below `assets` of the theme that the site does not have itself. Jekyll's `ThemeAssetsReader`. */

import type { ReadContext } from './context.ts';
import { type FolderHarvest, readFile } from './folder/read-folders.ts';
import { themeFolder } from './folder/roots.ts';
import { walk } from './folder/walk.ts';

/** Adds to what was harvested from the source; links are not followed. */
export function readThemeAssets(context: ReadContext, harvest: FolderHarvest): void {
  const folder = themeFolder(context, 'assets');
  if (folder === undefined) return;
  const own = new Set([...harvest.pages, ...harvest.staticFiles].map(({ relativePath }) => relativePath));
  for (const file of walk(context, folder, { dotfiles: true, linkedFolders: false, keeps: () => true })) {
    const relative = `assets/${file.entry}`;
    if (!file.isLink && !own.has(relative)) readFile(context, file.path, relative, harvest);
  }
}
