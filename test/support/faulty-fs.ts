/** A file system that fails on purpose: the nth call that counts, with an error code, in one of several ways. */

import { FsError, type WriteFs } from '../../src/ports/fs.ts';

export type FaultManner =
  /** The call does nothing and is refused. */
  | 'refused'
  /** A write leaves half of the file behind, then is refused. */
  | 'half'
  /** The call is done, and reported as refused. */
  | 'done';

export interface Fault {
  /** The number of the call that fails, from 1; later calls work again unless `lasting`. */
  readonly at: number;
  readonly code: string;
  readonly manner?: FaultManner;
  readonly lasting?: boolean;
  /** Which calls count; those that write when absent. */
  readonly calls?: readonly (keyof WriteFs)[];
}

export const WRITE_CALLS: readonly (keyof WriteFs)[] = [
  'makeFolder',
  'createFile',
  'copyFile',
  'rename',
  'removeFile',
  'removeFolder',
  'setModified',
];

export const READ_CALLS: readonly (keyof WriteFs)[] = [
  'list',
  'stat',
  'linkStat',
  'realPath',
  'readBytes',
  'readHead',
];

export interface FaultyFs extends WriteFs {
  /** Whether the fault has struck. */
  readonly struck: () => boolean;
  /** The calls that counted, as `createFile /dist/a`. */
  readonly log: readonly string[];
}

/** Wraps `fs`; without a fault it only keeps the log. */
export function createFaultyFs(fs: WriteFs, fault?: Fault): FaultyFs {
  const calls = fault?.calls ?? WRITE_CALLS;
  const log: string[] = [];
  let struck = false;
  function guard<Arguments extends readonly unknown[], Result>(
    name: keyof WriteFs,
    call: (...values: Arguments) => Result,
  ): (...values: Arguments) => Result {
    return (...values) => {
      if (!calls.includes(name)) return call(...values);
      const path = String(values[name === 'copyFile' || name === 'rename' ? 1 : 0]);
      log.push(`${name} ${path}`);
      const due = fault !== undefined && (fault.lasting ? log.length >= fault.at : log.length === fault.at);
      if (!due) return call(...values);
      struck = true;
      if (fault.manner === 'done') call(...values);
      if (fault.manner === 'half' && name === 'createFile') {
        const content = values[1] as string | Uint8Array;
        fs.createFile(path, content.slice(0, content.length >> 1));
      }
      throw new FsError(fault.code, path, `${fault.code}: ${name} ${path}`);
    };
  }
  return {
    list: guard('list', fs.list),
    stat: guard('stat', fs.stat),
    linkStat: guard('linkStat', fs.linkStat),
    realPath: guard('realPath', fs.realPath),
    readBytes: guard('readBytes', fs.readBytes),
    readHead: guard('readHead', fs.readHead),
    makeFolder: guard('makeFolder', fs.makeFolder),
    createFile: guard('createFile', fs.createFile),
    copyFile: guard('copyFile', fs.copyFile),
    rename: guard('rename', fs.rename),
    removeFile: guard('removeFile', fs.removeFile),
    removeFolder: guard('removeFolder', fs.removeFolder),
    setModified: guard('setModified', fs.setModified),
    struck: () => struck,
    log,
  };
}
