/** Opens a file once and tells by its first line whether it is to be rendered or copied. */

import { type FileStat, FsError, type ReadFs } from '../../ports/fs.ts';
import type { ReadContext } from '../context.ts';
import { hasFrontMatter } from '../documents/front-matter.ts';
import { refused } from './list-folder.ts';

export interface ProbedFile {
  /** Absolute. */
  readonly path: string;
  readonly stat: FileStat;
  readonly hasFrontMatter: boolean;
  /** Its first bytes. */
  readonly head: Uint8Array;
  /** The whole of it, where it was small enough to be read for its first line. */
  readonly bytes?: Uint8Array;
}

/** Up to this size reading all costs no more than reading the start. */
const smallFile = 65_536;
/** Enough for a first line of three hyphens and any white space that a person leaves behind them, and for most front matter. */
const headLength = 4096;

/** Undefined where the file can't be read, which is reported. */
export function probeFile(context: ReadContext, path: string): ProbedFile | undefined {
  try {
    return probe(context.fs, path);
  } catch {
    // A file that is being replaced may be gone for a moment.
  }
  try {
    return probe(context.fs, path);
  } catch (error) {
    if (!(error instanceof FsError)) throw error;
    refused(context, path, error);
    return undefined;
  }
}

function probe(fs: ReadFs, path: string): ProbedFile {
  const stat = fs.stat(path);
  if (stat === undefined) throw new FsError('ENOENT', path, 'no such file');
  if (stat.size > smallFile) {
    const head = fs.readHead(path, headLength);
    return { path, stat, hasFrontMatter: hasFrontMatter(head), head };
  }
  const bytes = fs.readBytes(path);
  return { path, stat, hasFrontMatter: hasFrontMatter(bytes), head: bytes.subarray(0, headLength), bytes };
}
