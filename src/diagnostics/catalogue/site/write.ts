/** Failures to write the outputs of a build to disk. */

import { message } from '../../diagnostic.ts';

export const writeFailed = message<{ file: string; reason: string; code: string }>({
  code: 'write/failed',
  severity: 'error',
  message: ({ file, reason }) => `cannot write \`${file}\`: ${reason}`,
  hint: ({ code }) =>
    `${remedyOf(code)} and build again; every file in the destination is intact, old or new`,
});

export const removeFailed = message<{ file: string; reason: string; code: string }>({
  code: 'write/not-removed',
  severity: 'error',
  message: ({ file, reason }) => `cannot remove \`${file}\`, which is no longer part of the site: ${reason}`,
  hint: ({ code }) => `${remedyOf(code)} and build again, or remove it by hand`,
});

/** By the system's error codes. */
const REMEDIES: Readonly<Record<string, string>> = {
  ENOSPC: 'free some space',
  EDQUOT: 'free some space',
  EACCES: 'check who owns the destination and its permissions',
  EPERM: 'check who owns the destination and its permissions',
  EROFS: 'name a destination on a writable disk',
  EMFILE: 'close other programs or raise the limit on open files (`ulimit -n`)',
  ENFILE: 'close other programs or raise the limit on open files (`ulimit -n`)',
  ENAMETOOLONG: 'give the page a shorter permalink',
};

function remedyOf(code: string): string {
  return REMEDIES[code] ?? 'fix the cause';
}

/** One output needs a folder where another one is a file. */
export const fileWhereFolder = message<{ file: string; from: string; inside: string; insideFrom: string }>({
  code: 'write/file-and-folder',
  severity: 'error',
  message: ({ file, from, inside, insideFrom }) =>
    `\`${from}\` is written to the file \`${file}\`, but \`${insideFrom}\` needs a folder of that name for \`${inside}\``,
  hint: () => 'change the permalink of one of the two',
});

/** Two outputs have the same name: a mistake in the plan of the outputs, reported so that neither is lost silently. */
export const outputTwice = message<{ file: string; from: string; other: string }>({
  code: 'write/output-twice',
  severity: 'error',
  message: ({ file, from, other }) => `\`${file}\` is written twice, from \`${other}\` and from \`${from}\``,
  hint: () => 'change the permalink of one of the two',
});

export const linkInTheWay = message<{ file: string; link: string }>({
  code: 'write/link-in-the-way',
  severity: 'error',
  message: ({ file, link }) =>
    file === link
      ? `\`${file}\` is a link in the destination; writing through it could change files outside`
      : `\`${file}\` is behind the link \`${link}\` in the destination; writing through it could change files outside`,
  hint: () => 'remove the link from the destination',
});

/** A file that Hastie did not write is where an output has to go. */
export const foreignInTheWay = message<{ file: string; obstacle: string }>({
  code: 'write/in-the-way',
  severity: 'error',
  message: ({ file, obstacle }) =>
    file === obstacle
      ? `\`${file}\` already exists in the destination, and Hastie did not write it`
      : `cannot write \`${file}\`: \`${obstacle}\` is in the way, and Hastie did not write it`,
  hint: ({ file, obstacle }) =>
    file === obstacle
      ? 'move it away, change the permalink of the page, or replace it with `--adopt-destination`'
      : 'move it away, or change the permalink of the page',
});

/** A permalink into version control, or to a name that the writer reserves for itself. */
export const reservedName = message<{ file: string; from: string; name: string }>({
  code: 'write/reserved-name',
  severity: 'error',
  message: ({ file, from, name }) =>
    `\`${from}\` would be written to \`${file}\`, but \`${name}\` is a reserved name`,
  hint: () => 'change its permalink',
});

export const lockObstructed = message<{ lock: string; kind: string }>({
  code: 'write/lock-in-the-way',
  severity: 'error',
  message: ({ lock, kind }) => `\`${lock}\` is ${kind} and not the lock file of a build`,
  hint: () => 'remove it and build again',
});

/** Printed while it waits. */
export const buildWaits = message<{ destination: string; owner: string; seconds: number }>({
  code: 'build/waiting',
  severity: 'info',
  message: ({ destination, owner, seconds }) =>
    `waiting up to ${seconds} ${seconds === 1 ? 'second' : 'seconds'} for ${owner}, which is writing to \`${destination}\``,
});

export const buildLocked = message<{ destination: string; owner: string; lock: string; seconds: number }>({
  code: 'build/locked',
  severity: 'error',
  message: ({ destination, owner, seconds }) =>
    `${owner} is writing to \`${destination}\` and did not finish within ${seconds} ${seconds === 1 ? 'second' : 'seconds'}`,
  hint: ({ lock }) => `wait and build again; if no other build is running, remove \`${lock}\``,
});
