/** Files of the source folder for plugins, by paths that can't lead out of it. A file is read, and a folder listed, once a build. */

import { isWithin, pathOfKey, toOutputKey } from '../../base/paths.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { readText } from '../../files/read-text.ts';
import type { Config } from '../../model/config.ts';
import { FsError, type ReadFs } from '../../ports/fs.ts';
import type { SourceFiles } from '../../ports/source-files.ts';

export function createSourceFiles(
  fs: ReadFs,
  config: Pick<Config, 'source' | 'settings'>,
  report: (diagnostic: Diagnostic) => void,
): SourceFiles {
  const { encoding } = config.settings;
  const texts = new Map<string, string | undefined>();
  const lists = new Map<string, readonly string[]>();
  /** The absolute path of what is there, links resolved, when it lies in the source folder. */
  const find = (path: string, kind: 'file' | 'folder'): string | undefined => {
    const key = toOutputKey(path);
    if (key === undefined) return undefined;
    const full = pathOfKey(config.source, key);
    if (fs.stat(full)?.kind !== kind) return undefined;
    const real = fs.realPath(full);
    return isWithin(config.source, real) ? real : undefined;
  };
  const namesIn = (full: string | undefined): readonly string[] => {
    if (full === undefined) return [];
    try {
      return fs
        .list(full)
        .filter(({ kind }) => kind === 'file')
        .map(({ name }) => name);
    } catch (error) {
      if (error instanceof FsError) return [];
      throw error;
    }
  };
  return {
    read(path) {
      if (texts.has(path)) return texts.get(path);
      const full = find(path, 'file');
      let text: string | undefined;
      if (full !== undefined) {
        const name = toOutputKey(path) ?? path;
        const read = readText(fs, full, name, encoding);
        for (const diagnostic of read.diagnostics) report(diagnostic);
        text = read.source?.text;
      }
      texts.set(path, text);
      return text;
    },
    readBytes(path) {
      const full = find(path, 'file');
      return full === undefined ? undefined : fs.readBytes(full);
    },
    list(folder) {
      let names = lists.get(folder);
      if (names === undefined) lists.set(folder, (names = namesIn(find(folder, 'folder'))));
      return names;
    },
  };
}
