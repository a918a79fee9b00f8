/** The picture of a page: `image`, or `path`, `facebook` or `twitter` of it. */

import type { TagCall } from '../../plugin/api/tag.ts';
import { isHash, isTruthy, read, type Value } from '../../plugin/api/values.ts';

export interface Image {
  /** Its whole address. */
  readonly path: string;
  /** `path` first, then what else the front matter says of it. */
  readonly facts: ReadonlyMap<Value, Value>;
}

export function findImage(page: Value, call: TagCall): Image | undefined {
  const image = read(page, 'image');
  const given = isHash(image)
    ? image
    : new Map<Value, Value>([['path', typeof image === 'string' ? image : undefined]]);
  const raw = ['path', 'facebook', 'twitter'].map((key) => given.get(key)).find(isTruthy);
  if (raw === undefined) return undefined;
  const address = typeof raw === 'string' && !isAbsolute(raw) ? call.filter('absolute_url', raw) : raw;
  const path = call.print(call.filter('uri_escape', address));
  return {
    path,
    facts: new Map<Value, Value>([['path', path], ...[...given].filter(([key]) => key !== 'path')]),
  };
}

/** Whether an address begins with a scheme. */
export function isAbsolute(address: string): boolean {
  return /^[a-z][a-z0-9+.-]*:/i.test(address);
}
