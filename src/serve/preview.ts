/** What is shown: the outputs of the last build that succeeded, by key. The server knows nothing of the site but this. */

import type { Output } from '../model/output.ts';

export interface Preview {
  readonly outputs: ReadonlyMap<string, Output>;
  /** The folders that lie above some output, as keys without a slash at either end; the root is the empty one. */
  readonly folders: ReadonlySet<string>;
  /** Empty, or `/` and segments, without a slash at its end. */
  readonly baseurl: string;
}

export function createPreview(outputs: readonly Output[], baseurl: string): Preview {
  const byKey = new Map<string, Output>();
  const folders = new Set(['']);
  for (const output of outputs) {
    byKey.set(output.key, output);
    for (let slash = output.key.indexOf('/'); slash >= 0; slash = output.key.indexOf('/', slash + 1))
      folders.add(output.key.slice(0, slash));
  }
  const segments = baseurl.split('/').filter((segment) => segment !== '');
  return { outputs: byKey, folders, baseurl: segments.map((segment) => `/${segment}`).join('') };
}

/** The address of an output or, with a slash at the end of `key`, of a folder: made from what was built, never from what was asked. */
export function addressOf({ baseurl }: Preview, key: string): string {
  return `${baseurl}/${key}`.split('/').map(encodeSegment).join('/');
}

function encodeSegment(segment: string): string {
  // Half of a surrogate pair has no bytes.
  return encodeURIComponent(segment.replace(/\p{Surrogate}/gu, '\ufffd'));
}
