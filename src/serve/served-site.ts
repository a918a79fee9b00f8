/** The site that is served: the outputs of the last build that succeeded, by key. The server knows nothing else of it. */

import type { Output } from '../model/output.ts';

export interface ServedSite {
  readonly outputs: ReadonlyMap<string, Output>;
  /** The folders that lie above some output, as keys without a slash at either end; the root is the empty one. */
  readonly folders: ReadonlySet<string>;
  /** Empty, or `/` and segments, without a slash at its end. */
  readonly baseurl: string;
}

/** `before` is the one served until now: most builds give other texts for the same keys, and so the same folders. */
export function createServedSite(
  outputs: readonly Output[],
  baseurl: string,
  before?: ServedSite,
): ServedSite {
  const byKey = new Map<string, Output>();
  for (const output of outputs) byKey.set(output.key, output);
  const folders = before !== undefined && hasSameKeys(byKey, before) ? before.folders : foldersOf(byKey);
  const segments = baseurl.split('/').filter((segment) => segment !== '');
  return { outputs: byKey, folders, baseurl: segments.map((segment) => `/${segment}`).join('') };
}

function hasSameKeys(outputs: ServedSite['outputs'], before: ServedSite): boolean {
  if (outputs.size !== before.outputs.size) return false;
  for (const key of outputs.keys()) if (!before.outputs.has(key)) return false;
  return true;
}

function foldersOf(outputs: ServedSite['outputs']): ReadonlySet<string> {
  const folders = new Set(['']);
  for (const key of outputs.keys()) {
    for (let slash = key.indexOf('/'); slash >= 0; slash = key.indexOf('/', slash + 1))
      folders.add(key.slice(0, slash));
  }
  return folders;
}

/** The address of an output or, with a slash at the end of `key`, of a folder: made from what was built, never from what was asked. */
export function addressOf({ baseurl }: ServedSite, key: string): string {
  return `${baseurl}/${key}`.split('/').map(encodeSegment).join('/');
}

function encodeSegment(segment: string): string {
  // Half of a surrogate pair has no bytes.
  return encodeURIComponent(segment.replace(/\p{Surrogate}/gu, '\ufffd'));
}
