// The temporary folder of one run, which goes away with it whatever ends it.

import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { constants, tmpdir } from 'node:os';
import { join } from 'node:path';
import { stopAll } from './children.mjs';

/** Makes the folder, and sees to it that the program leaves neither it nor a process behind. */
export function openScratch() {
  const folder = mkdtempSync(join(tmpdir(), 'hastie-bench-'));
  const leave = () => {
    stopAll();
    // a process that was just killed may have written one more file
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
  };
  process.once('exit', leave);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.once(signal, () => process.exit(128 + constants.signals[signal]));
  return folder;
}

/** A folder below another one, made where it is missing. */
export function folderIn(...path) {
  const folder = join(...path);
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** Removes what is there. Some disks take minutes for a big site, and an interrupt is to be heard meanwhile. */
export async function remove(...paths) {
  for (const path of paths) await rm(path, { recursive: true, force: true });
}
