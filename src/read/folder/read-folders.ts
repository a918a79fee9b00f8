/** The walk through the source that finds pages, files to copy and the folders in which posts may lie. Jekyll's `read_directories`. */

import type { Folder } from '../../files/link-loop.ts';
import type { Document } from '../../model/document.ts';
import type { StaticFile } from '../../model/inventory.ts';
import type { ReadContext } from '../context.ts';
import { canBePublished } from '../documents/publish.ts';
import { readPage } from '../documents/read-page.ts';
import { readStaticFile } from '../read-static-file.ts';
import { type Found, listFolder } from './list-folder.ts';
import { probeFile } from './probe-file.ts';

/** What the walk gathers, in the order of Jekyll's: the folders below come before a folder's own files. */
export interface FolderHarvest {
  readonly pages: Document[];
  readonly staticFiles: StaticFile[];
}

/** `visit` receives each folder before its entries are read: the absolute path, and the one relative to the source. */
export function readFolders(
  context: ReadContext,
  visit: (folder: Folder, relative: string) => void,
): FolderHarvest {
  const harvest: FolderHarvest = { pages: [], staticFiles: [] };
  const enter = (folder: Folder, relative: string): void => {
    visit(folder, relative);
    const entries = listFolder(context, folder, (name, isFolder) =>
      context.filter.keeps(name, relative, isFolder),
    );
    const below = relative === '' ? '' : `${relative}/`;
    for (const entry of entries)
      if (entry.kind === 'folder' && entry.path !== context.config.destination)
        enter({ path: entry.path, parent: folder }, below + entry.name);
    readFiles(context, entries, below, harvest);
  };
  enter({ path: context.config.source }, '');
  return harvest;
}

function readFiles(
  context: ReadContext,
  entries: readonly Found[],
  below: string,
  harvest: FolderHarvest,
): void {
  for (const entry of entries)
    if (entry.kind === 'file') readFile(context, entry.path, below + entry.name, harvest);
}

/** Reads one file into a page or a file to copy, whichever its first line says. */
export function readFile(context: ReadContext, path: string, relative: string, harvest: FolderHarvest): void {
  const probed = probeFile(context, path);
  if (probed === undefined) return;
  if (!probed.hasFrontMatter) {
    harvest.staticFiles.push(readStaticFile(context, probed, relative));
    return;
  }
  const page = readPage(context, probed, relative);
  if (page !== undefined && canBePublished(page.frontMatter, context.config)) harvest.pages.push(page);
}
