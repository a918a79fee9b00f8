/** git as a process of its own. */

import { execFile } from 'node:child_process';
import type { Git } from '../git.ts';

/** The history of a big repository with the names of its files. */
const MOST_BYTES = 512 * 1024 * 1024;

export const nodeGit: Git = (folder, args, signal) =>
  new Promise((resolve) => {
    execFile(
      'git',
      ['-c', 'core.quotepath=off', ...args],
      { cwd: folder, signal, maxBuffer: MOST_BYTES, encoding: 'utf8', windowsHide: true },
      (error, output) => resolve(error === null ? output : undefined),
    );
  });
