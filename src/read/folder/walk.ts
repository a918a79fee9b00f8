/** All files below a folder in the order of Ruby's `Dir["**\/*"]`: by name, a folder's files where the folder stands. */

import type { Folder } from '../../files/link-loop.ts';
import type { ReadContext } from '../context.ts';
import { type Found, kindOf, listFolder } from './list-folder.ts';

/** A file with its path relative to the folder that was walked. */
export interface WalkedFile extends Found {
  readonly entry: string;
}

export interface WalkRules {
  /** Whether names that begin with a dot are seen (Ruby's `FNM_DOTMATCH`). */
  readonly dotfiles: boolean;
  /** Whether folders behind links are entered; Ruby's `**` does not. */
  readonly linkedFolders: boolean;
  /** Whether a file is wanted, by its path relative to the walked folder. */
  readonly keeps: (entry: string) => boolean;
}

export function walk(context: ReadContext, root: Folder, rules: WalkRules): WalkedFile[] {
  const files: WalkedFile[] = [];
  const enter = (folder: Folder, prefix: string): void => {
    const wanted = (name: string, isFolder: boolean): boolean =>
      (rules.dotfiles || !name.startsWith('.')) && (isFolder || rules.keeps(prefix + name));
    for (const found of listFolder(context, folder, wanted)) {
      const entry = prefix + found.name;
      if (found.kind === 'file') files.push({ ...found, entry });
      else if (!found.isLink || rules.linkedFolders) enter({ path: found.path, parent: folder }, `${entry}/`);
    }
  };
  if (kindOf(context, root.path) === 'folder') enter(root, '');
  return files;
}
