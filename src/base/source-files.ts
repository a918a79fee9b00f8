/** The port to files of the source folder that the site itself is not made of: `_bibliography/papers.bib`. */

export interface SourceFiles {
  /** The text of a file by its path from the source folder; undefined where there is none, or the path leads out of it. */
  read(path: string): string | undefined;
  /** The names of the files (not the folders) of a folder, in code point order; none where there is no such folder. */
  list(folder: string): readonly string[];
}

export const noFiles: SourceFiles = { read: () => undefined, list: () => [] };
