/** The meaning of the system's error codes, with which many messages end. */

import type { FsError } from '../ports/fs.ts';

const REASONS: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EACCES: 'permission denied',
  EPERM: 'the system does not allow it',
  EROFS: 'the disk is read-only',
  EIO: 'the disk reported an error',
  EMFILE: 'too many files are open',
  ENFILE: 'too many files are open',
  ENOENT: 'it no longer exists',
  EISDIR: 'a folder is in its place',
  ENOTDIR: 'a file is in place of a folder',
  ENAMETOOLONG: 'its name is too long for this disk',
  EBUSY: 'another program is using it',
  ETXTBSY: 'another program is using it',
  ELOOP: 'a link is in the way',
  ENOTEMPTY: 'the folder is not empty',
  EINVAL: 'this disk does not allow such a name',
};

/** `the disk is full (ENOSPC)`. */
export function systemReason(error: FsError): string {
  const words = REASONS[error.code];
  return words === undefined ? error.code : `${words} (${error.code})`;
}
