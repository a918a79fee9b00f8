/** Ruby's `Digest::MD5.hexdigest`. */

import { md5 } from '@noble/hashes/legacy.js';
import { bytesToHex } from '@noble/hashes/utils.js';

/** Of parts that stand one behind the other. */
export function md5Of(parts: Iterable<Uint8Array>): string {
  const hash = md5.create();
  for (const part of parts) hash.update(part);
  return bytesToHex(hash.digest());
}
