/** Categories and tags out of folders and front matter. */

import { isArray, isNil, type RubyHash, type Value } from '../../ruby/values.ts';
import { isTrue } from '../context.ts';

/** The folders above the special one: `es` for `es/_posts/…`, none for `_posts/es/…`. */
export function categoriesOfFolders(relativePath: string, specialFolder: string): string[] {
  if (relativePath.startsWith(specialFolder)) return [];
  const at = relativePath.indexOf(specialFolder);
  const above = at < 0 ? relativePath : relativePath.slice(0, at);
  const name = relativePath.slice(relativePath.lastIndexOf('/') + 1);
  return above.split('/').filter((folder) => folder !== '' && folder !== specialFolder && folder !== name);
}

/** `Utils.pluralized_array_from_hash`: the singular key as one item, else the plural one as a list or words; flat, without nils. */
export function pluralList(data: RubyHash, singular: string, plural: string): Value[] {
  const one = data.get(singular);
  const value = isTrue(one) ? one : wordsOrList(data.get(plural));
  return flat(isArray(value) ? value : [value]).filter((item) => !isNil(item));
}

function wordsOrList(value: Value): Value {
  if (typeof value === 'string') return value.split(/[ \t\r\n\f\v]+/).filter((word) => word !== '');
  return isArray(value) ? value : null;
}

function flat(values: readonly Value[]): Value[] {
  return values.flatMap((value) => (isArray(value) ? flat(value) : [value]));
}
