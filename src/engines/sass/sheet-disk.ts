/** What stylesheets are made from, as one build finds it on disk: texts, and which files answer an import. */

import { FsError, type ReadFs } from '../../ports/fs.ts';
import { absolutePath, type FolderTable, type Root } from './imports/folder-table.ts';
import { fromRootedPath } from './imports/importer.ts';
import { candidates } from './imports/resolve.ts';
import type { Compiled, Reads, StylesheetJob } from './jobs.ts';

/** Keeps compiled stylesheets from one build to the next, each while everything that it was made from is as it was. */
export interface SheetMemory {
  /** The result of an earlier build for `job`. */
  find(job: StylesheetJob): Compiled | undefined;
  /** Whether what the stylesheet at `path` imported is as it was; its own text is not looked at. */
  importsHold(path: string): boolean;
  keep(job: StylesheetJob, compiled: Compiled): void;
}

export const noSheetMemory: SheetMemory = {
  find: () => undefined,
  importsHold: () => false,
  keep: () => {},
};

export class SheetDisk {
  /** Equal where the same stylesheet compiles in the same way: the compiler, its settings, where it looks for imports. */
  readonly variant: string;
  readonly #fs: ReadFs;
  readonly #table: FolderTable;
  readonly #roots: readonly Root[];

  constructor(fs: ReadFs, table: FolderTable, roots: readonly Root[], variant: string) {
    this.#fs = fs;
    this.#table = table;
    this.#roots = roots;
    this.variant = variant;
  }

  /** The fingerprint of a text, by its path from a root (`source/_sass/_a.scss`); undefined where it can't be read. */
  fingerprint(path: string): string | undefined {
    const file = fromRootedPath(path, this.#roots);
    return quietly(() =>
      file !== undefined && this.#table.inside(file) ? this.#table.fingerprint(file) : undefined,
    );
  }

  /** The files that answer an import of `name` in a folder; undefined where the folder can't be read. */
  found(place: string, name: string, fromImport: boolean): readonly string[] | undefined {
    const folder = fromRootedPath(place, this.#roots);
    return folder && quietly(() => candidates(this.#table, folder, name, fromImport));
  }

  /** Asks the build's file system for all that a compilation has read: the compiler's worker reads by itself. */
  visit({ files, lookups }: Reads): void {
    for (const [path] of files) {
      const file = fromRootedPath(path, this.#roots);
      if (file !== undefined) this.#fs.stat(absolutePath(file));
    }
    for (const [place, name, fromImport] of lookups) this.found(place, name, fromImport);
  }
}

function quietly<Result>(ask: () => Result): Result | undefined {
  try {
    return ask();
  } catch (error) {
    if (error instanceof FsError) return undefined;
    throw error;
  }
}
