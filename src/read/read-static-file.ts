/** A file that is copied as it is. Jekyll's `StaticFile`. */

import { toSourcePath } from '../base/paths.ts';
import type { StaticFile } from '../model/inventory.ts';
import { type ReadContext, shownPath } from './context.ts';

/** The file at `path`. `relativePath` is what templates see, without its leading slash. */
export function readStaticFile(
  context: ReadContext,
  path: string,
  relativePath: string,
  collection?: string,
): StaticFile {
  const stat = context.fs.stat(path);
  return {
    path: toSourcePath(shownPath(context.config, path)),
    relativePath,
    absolutePath: path,
    size: stat?.size ?? 0,
    modifiedMs: stat?.mtimeMs ?? 0,
    ...(collection === undefined ? {} : { collection }),
    data: context.defaults.all(relativePath, collection),
  };
}
