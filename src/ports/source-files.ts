/** The port to files of the source folder that the site itself is not made of: `_bibliography/papers.bib`. */

export interface SourceFiles {
  /** The text of a file by its path from the source folder; undefined where there is none, or the path leads out of it. */
  read(path: string): string | undefined;
  /** The bytes of such a file, whatever they are. */
  readBytes(path: string): Uint8Array | undefined;
  /** The names of the files (not the folders) of a folder, in code point order; none where there is no such folder. */
  list(folder: string): readonly string[];
}

/** The same while a site is built: who reads a file is rendered again when it has changed. */
export interface SiteFiles extends SourceFiles {
  /**
   * What is made of files, once a build for each key: a parsed bibliography. Whoever asks for it rests on every file and
   * folder that `make` read through its argument.
   */
  derive<Made>(key: string, make: (files: SourceFiles) => Made): Made;
}

export const noFiles: SiteFiles = {
  read: () => undefined,
  readBytes: () => undefined,
  list: () => [],
  derive: (_, make) => make(noFiles),
};
