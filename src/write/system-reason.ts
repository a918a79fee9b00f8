/** Says in words what the system's error codes mean; the writer's and the guard's sentences end with it. */

import type { FsError } from '../ports/fs.ts';

const REASONS: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EACCES: 'permission denied',
  EPERM: 'the system does not permit it',
  EROFS: 'the disk is read-only',
  EIO: 'the disk reports an error',
  EMFILE: 'too many files are open',
  ENFILE: 'too many files are open',
  ENOENT: 'it has vanished',
  EISDIR: 'a folder is in its place',
  ENOTDIR: 'a file is in the place of a folder',
  ENAMETOOLONG: 'its name is too long for this disk',
  EBUSY: 'another program holds it',
  ETXTBSY: 'another program holds it',
  ELOOP: 'a link stands in the way',
  ENOTEMPTY: 'the folder is not empty',
  EINVAL: 'this disk does not take such a name',
};

/** `the disk is full (ENOSPC)`. */
export function systemReason(error: FsError): string {
  const words = REASONS[error.code];
  return words === undefined ? error.code : `${words} (${error.code})`;
}
