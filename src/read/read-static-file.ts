/** A file that is copied as it is. Jekyll's `StaticFile`. */

import { isWithin, toSourcePath } from '../base/paths.ts';
import type { StaticFile } from '../model/inventory.ts';
import { type ReadContext, shownPath } from './context.ts';
import type { ProbedFile } from './probe-file.ts';

/** A file to copy. `relativePath` is what templates see, without its leading slash. */
export function readStaticFile(
  context: ReadContext,
  { path, stat }: ProbedFile,
  relativePath: string,
  collection?: string,
): StaticFile {
  return {
    // a theme's file is called as if it were the site's own
    path: toSourcePath(
      isWithin(context.config.source, path) ? shownPath(context.config, path) : relativePath,
    ),
    relativePath,
    absolutePath: path,
    size: stat.size,
    modifiedMs: stat.mtimeMs,
    ...(collection === undefined ? {} : { collection }),
    data: context.defaults.all(relativePath, collection),
  };
}
