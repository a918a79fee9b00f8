/** Tells pages from files to copy by a file's first line. */

import { FsError } from '../base/fs.ts';
import type { ReadContext } from './context.ts';
import { hasFrontMatter } from './front-matter.ts';
import { refused } from './list-folder.ts';

/** Whether the file at `path` begins with a line of front matter; undefined where it can't be read, which is reported. */
export function fileHasFrontMatter(context: ReadContext, path: string): boolean | undefined {
  try {
    return hasFrontMatter(context.fs.readHead(path, headLength));
  } catch (error) {
    if (!(error instanceof FsError)) throw error;
    refused(context, path, error);
    return undefined;
  }
}

/** Enough for a first line of three hyphens and any white space that a person leaves behind them. */
const headLength = 512;
