/**
 * The write of a preview that goes on: the same files as the last time, of which some have another content. What is in
 * the destination besides is looked at again when files come or go.
 */

import type { Output } from '../model/output.ts';
import { attempt, FsError, type WriteFs } from '../ports/fs.ts';
import type { Processes } from '../ports/processes.ts';
import { confine } from './confined-folder.ts';
import { takeLock } from './lock.ts';
import { createOutputWriter } from './output-writer.ts';
import { type FolderIdentity, isSameFolder, type Written } from './record.ts';
import { LOCK_NAME } from './survey.ts';
import type { WriteResult } from './write.ts';

/** Undefined where other files are to be written than the last time, or where that can't be done: then all is looked at. */
export function updateOutputs(
  fs: WriteFs,
  destination: string,
  outputs: readonly Output[],
  { folder, outputs: before }: Written,
  processes: Processes,
): WriteResult | undefined {
  if (outputs.length !== before.size || !outputs.every(({ key }) => before.has(key))) return undefined;
  if (!isStillThere(fs, destination, folder)) return undefined;
  const isChanged = (output: Output): boolean => !isSameContent(output, before.get(output.key));
  const changed = new Set(outputs.filter(isChanged));
  const written = [...changed].map(({ key }) => key);
  const unchanged = outputs.filter((output) => !changed.has(output)).map(({ key }) => key);
  const result = { written, unchanged, removed: [], diagnostics: [] };
  return changed.size === 0 || putAll(fs, destination, folder, changed, processes) ? result : undefined;
}

/** Puts outputs over files that are there. False where the folder is another one, somebody else is at work, or the system refuses. */
export function putAll(
  fs: WriteFs,
  destination: string,
  folder: FolderIdentity,
  outputs: Iterable<Output>,
  processes: Processes,
): boolean {
  const lock = `${destination}/${LOCK_NAME}`;
  try {
    if (!isSameFolder(fs.linkStat(destination), folder) || fs.linkStat(lock) !== undefined) return false;
    const taken = takeLock(fs, lock, processes);
    if (!('lock' in taken)) return false;
    try {
      const writer = createOutputWriter(fs, confine(fs, destination));
      for (const output of outputs) writer.put(output);
      return true;
    } finally {
      taken.lock.release();
    }
  } catch (error) {
    if (error instanceof FsError) return false;
    throw error;
  }
}

function isStillThere(fs: WriteFs, destination: string, folder: FolderIdentity): boolean {
  let isSame = false;
  attempt(() => {
    isSame = isSameFolder(fs.linkStat(destination), folder);
  });
  return isSame;
}

/** Whether two outputs of one key are the same file. */
export function isSameContent(a: Output, b: Output | undefined): boolean {
  if (b === undefined) return false;
  if ('text' in a) return 'text' in b && a.text === b.text;
  if ('text' in b || a.copy !== b.copy) return false;
  return a.size === b.size && a.modifiedMs === b.modifiedMs && a.changedMs === b.changedMs;
}
