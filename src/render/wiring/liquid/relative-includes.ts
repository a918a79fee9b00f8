/** The files that `include_relative` finds from a page's folder: read when they are first asked for, never outside of the source. */

import { expandPath, folderOf, isWithin } from '../../../base/paths.ts';
import type { SourceText } from '../../../diagnostics/source-text.ts';
import type { IncludeTable } from '../../../engines/liquid/host.ts';
import { FsError, type ReadFs } from '../../../ports/fs.ts';

/** A table for each folder; the same file is the same object from whatever page it is named. */
export function createRelativeIncludes(fs: ReadFs, source: string): (document: string) => IncludeTable {
  const texts = new Map<string, SourceText | undefined>();
  const read = (path: string): SourceText | undefined => {
    if (!texts.has(path)) texts.set(path, readInside(fs, source, path));
    return texts.get(path);
  };
  return (document) => {
    const folder = expandPath(folderOf(document), source);
    return {
      get: (name) => read(expandPath(name, folder)),
      *names() {
        try {
          for (const entry of fs.list(folder)) if (entry.kind === 'file') yield entry.name;
        } catch (error) {
          if (!(error instanceof FsError)) throw error;
        }
      },
    };
  };
}

function readInside(fs: ReadFs, source: string, path: string): SourceText | undefined {
  try {
    if (!isWithin(source, path) || fs.stat(path)?.kind !== 'file' || !isWithin(source, fs.realPath(path)))
      return undefined;
    return { file: path.slice(source.length + 1), text: new TextDecoder().decode(fs.readBytes(path)) };
  } catch (error) {
    if (error instanceof FsError) return undefined;
    throw error;
  }
}
