/** What is said when the outputs of a build can't be put on disk. */

import { message } from '../../diagnostic.ts';

export const writeFailed = message<{ file: string; reason: string; code: string }>({
  code: 'write/failed',
  severity: 'error',
  message: ({ file, reason }) => `${file} can't be written: ${reason}`,
  hint: ({ code }) =>
    `${REMEDIES[code] ?? 'mend the cause'} and build again: every file of the destination is whole, old or new`,
});

export const removeFailed = message<{ file: string; reason: string; code: string }>({
  code: 'write/not-removed',
  severity: 'error',
  message: ({ file, reason }) => `${file} no longer belongs to the site but can't be removed: ${reason}`,
  hint: ({ code }) => `${REMEDIES[code] ?? 'mend the cause'} and build again, or remove it by hand`,
});

const REMEDIES: Readonly<Record<string, string>> = {
  ENOSPC: 'free some space',
  EDQUOT: 'free some space',
  EACCES: 'check who owns the destination and its permissions',
  EPERM: 'check who owns the destination and its permissions',
  EROFS: 'name a destination on a disk that can be written to',
  EMFILE: 'close other programs or raise the limit of open files (`ulimit -n`)',
  ENFILE: 'close other programs or raise the limit of open files (`ulimit -n`)',
  ENAMETOOLONG: 'give the page a shorter permalink',
};

/** Two outputs, one of which needs a folder where the other one is a file. */
export const fileWhereFolder = message<{ file: string; from: string; inside: string; insideFrom: string }>({
  code: 'write/file-and-folder',
  severity: 'error',
  message: ({ file, from, inside, insideFrom }) =>
    `${from} becomes the file ${file}, but ${insideFrom} needs a folder of that name for ${inside}`,
  hint: () => 'change the permalink of one of the two',
});

/** Two outputs of one name: a mistake of whoever planned the outputs, told rather than lost. */
export const outputTwice = message<{ file: string; from: string; other: string }>({
  code: 'write/output-twice',
  severity: 'error',
  message: ({ file, from, other }) => `${file} is made twice: from ${other} and from ${from}`,
  hint: () => 'change the permalink of one of the two',
});

export const linkInTheWay = message<{ file: string; link: string }>({
  code: 'write/link-in-the-way',
  severity: 'error',
  message: ({ file, link }) =>
    file === link
      ? `${file} is a link in the destination, and writing through it could reach files outside`
      : `${file} lies behind the link ${link} of the destination, which may lead outside`,
  hint: () => 'remove the link from the destination',
});

/** Something that Hastie did not make stands where an output must go. */
export const foreignInTheWay = message<{ file: string; obstacle: string }>({
  code: 'write/in-the-way',
  severity: 'error',
  message: ({ file, obstacle }) =>
    file === obstacle
      ? `${file} is already in the destination, and Hastie did not make it`
      : `${file} can't be written: ${obstacle} stands in its way, and Hastie did not make it`,
  hint: ({ file, obstacle }) =>
    file === obstacle
      ? 'move it away, change the permalink of the page, or replace it with `--adopt-destination`'
      : 'move it away, or change the permalink of the page',
});

/** A permalink into version control or into names that the writer keeps for itself. */
export const reservedName = message<{ file: string; from: string; name: string }>({
  code: 'write/reserved-name',
  severity: 'error',
  message: ({ file, from, name }) => `${from} would become ${file}, but ${name} is never written to`,
  hint: () => 'change its permalink',
});

export const lockObstructed = message<{ lock: string; kind: string }>({
  code: 'write/lock-in-the-way',
  severity: 'error',
  message: ({ lock, kind }) => `${lock} is ${kind} and not the lock file of a build`,
  hint: () => 'remove it and build again',
});

export const buildLocked = message<{ destination: string; owner: string; lock: string; seconds: number }>({
  code: 'build/locked',
  severity: 'error',
  message: ({ destination, owner, seconds }) =>
    `${owner} is writing to ${destination} and was not done within ${seconds} seconds`,
  hint: ({ lock }) => `wait for it and build again; if no other build runs, remove ${lock}`,
});
