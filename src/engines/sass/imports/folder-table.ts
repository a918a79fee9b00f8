/** The files of the folders that stylesheets come from, each folder listed once; the only eyes of the importer. */

import { fingerprintBytes } from '../../../base/hash.ts';
import { baseName, folderOf, isWithin } from '../../../base/paths.ts';
import { FsError, type ReadFs } from '../../../ports/fs.ts';

/** A folder below which everything that is imported must lie. */
export interface Root {
  readonly name: 'source' | 'theme';
  /** Absolute, links resolved. */
  readonly folder: string;
}

/** A file or folder below a root: `path` has `/` between segments, none at its ends, and may be empty for the root itself. */
export interface RootPath {
  readonly root: Root;
  readonly path: string;
}

export interface FolderTable {
  /** Whether a folder is there but, its links resolved, lies outside of every root: then it counts as empty. */
  leadsOut(folder: RootPath): boolean;
  /** The names of the files in a folder, links to files among them; empty where there is no folder. */
  files(folder: RootPath): ReadonlySet<string>;
  /** The names of the folders in a folder. */
  folders(folder: RootPath): readonly string[];
  /** Those of them that are no links. */
  realFolders(folder: RootPath): readonly string[];
  /** Whether a file that was listed, its links resolved, lies below a root. */
  inside(file: RootPath): boolean;
  /** The fingerprint of a file's content. Throws `FsError`. */
  fingerprint(file: RootPath): string;
  /** UTF-8 without byte order mark. Throws `FsError`. */
  text(file: RootPath): string;
}

/** One table is good for one build: it remembers what it has listed and read. */
export function createFolderTable(fs: ReadFs, roots: readonly Root[]): FolderTable {
  const listed = new Map<string, Listing>();
  const contents = new Map<string, Uint8Array>();
  const decoder = new TextDecoder();
  const isInside = (real: string): boolean => roots.some((root) => isWithin(root.folder, real));
  const list = (folder: RootPath): Listing => {
    const absolute = absolutePath(folder);
    let found = listed.get(absolute);
    if (found === undefined) {
      found = listFolder(fs, absolute, isInside);
      listed.set(absolute, found);
    }
    return found;
  };

  const read = (file: RootPath): Uint8Array => {
    const absolute = absolutePath(file);
    let content = contents.get(absolute);
    if (content === undefined) {
      content = fs.readBytes(absolute);
      contents.set(absolute, content);
    }
    return content;
  };

  return {
    leadsOut: (folder) => list(folder).outside,
    files: (folder) => list(folder).files,
    folders: (folder) => list(folder).folders,
    realFolders(folder) {
      const { folders, links } = list(folder);
      return folders.filter((name) => !links.has(name));
    },
    inside(file) {
      const folder = list({ root: file.root, path: folderOf(file.path) });
      if (folder.outside) return false;
      return !folder.links.has(baseName(file.path)) || isInside(fs.realPath(absolutePath(file)));
    },
    fingerprint: (file) => fingerprintBytes(read(file)),
    text: (file) => decoder.decode(read(file)),
  };
}

export function absolutePath({ root, path }: RootPath): string {
  if (path === '') return root.folder;
  return root.folder.endsWith('/') ? root.folder + path : `${root.folder}/${path}`;
}

interface Listing {
  readonly files: ReadonlySet<string>;
  readonly folders: readonly string[];
  /** Those of the files and folders that are links. */
  readonly links: ReadonlySet<string>;
  readonly outside: boolean;
}

/** What can't be listed is empty: the import that looks there goes on looking, and says in the end that it found nothing. */
function listFolder(fs: ReadFs, folder: string, isInside: (real: string) => boolean): Listing {
  const files = new Set<string>();
  const folders: string[] = [];
  const links = new Set<string>();
  try {
    if (!isInside(fs.realPath(folder))) return { files, folders, links, outside: true };
    for (const { name, kind } of fs.list(folder)) {
      const real = kind === 'link' ? fs.stat(`${folder}/${name}`)?.kind : kind;
      if (kind === 'link') links.add(name);
      if (real === 'file') files.add(name);
      else if (real === 'folder') folders.push(name);
    }
  } catch (error) {
    if (!(error instanceof FsError)) throw error;
  }
  return { files, folders, links, outside: false };
}
