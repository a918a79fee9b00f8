/** Opens a file once and tells by its first line whether it is to be rendered or copied. */

import { type FileStat, FsError } from '../base/fs.ts';
import type { ReadContext } from './context.ts';
import { hasFrontMatter } from './front-matter.ts';
import { refused } from './list-folder.ts';

export interface ProbedFile {
  /** Absolute. */
  readonly path: string;
  readonly stat: FileStat;
  readonly hasFrontMatter: boolean;
  /** The whole of it, where it was small enough to be read for its first line. */
  readonly bytes?: Uint8Array;
}

/** Up to this size reading all costs no more than reading the start. */
const smallFile = 65_536;
/** Enough for a first line of three hyphens and any white space that a person leaves behind them. */
const headLength = 512;

/** Undefined where the file can't be read, which is reported. */
export function probeFile(context: ReadContext, path: string): ProbedFile | undefined {
  const { fs } = context;
  try {
    const stat = fs.stat(path);
    if (stat === undefined) throw new FsError('ENOENT', path, 'no such file');
    if (stat.size > smallFile)
      return { path, stat, hasFrontMatter: hasFrontMatter(fs.readHead(path, headLength)) };
    const bytes = fs.readBytes(path);
    return { path, stat, hasFrontMatter: hasFrontMatter(bytes), bytes };
  } catch (error) {
    if (!(error instanceof FsError)) throw error;
    refused(context, path, error);
    return undefined;
  }
}
