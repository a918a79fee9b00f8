/** `defaults:` of the configuration: what front matter holds where a file does not say so itself. Jekyll's `FrontmatterDefaults`. */

import type { Config } from '../../model/config.ts';
import type { FrontMatterDefaults } from '../../model/inventory.ts';
import type { ReadFs } from '../../ports/fs.ts';
import { deepMerge } from '../../ruby/deep-merge.ts';
import { globPaths } from '../../ruby/paths/glob.ts';
import { toText } from '../../ruby/print.ts';
import { parseTime } from '../../ruby/time/parse-time.ts';
import { isArray, isHash, isNil, type RubyHash, RubyTime, type Value } from '../../ruby/values.ts';

interface DefaultSet {
  readonly hasScope: boolean;
  readonly path: string;
  readonly type: string | undefined;
  readonly values: RubyHash;
  readonly applies: (path: string, type: string | undefined) => boolean;
}

/** Reads the sets; globs of their scopes are looked up in the source once. */
export function createFrontMatterDefaults(
  config: Config,
  fs: ReadFs,
  nowMs: () => number,
): FrontMatterDefaults {
  const sets = readSets(config, fs, nowMs);
  if (sets.length === 0) return { all: () => new Map(), find: () => undefined };
  const known = new Map<string, RubyHash>();
  const matching = (path: string, type: string | undefined): DefaultSet[] =>
    sets.filter((set) => set.applies(withoutSlash(path), type));
  return {
    all(path, type) {
      const matched = matching(path, type);
      const key = matched.map((set) => sets.indexOf(set)).join();
      let merged = known.get(key);
      if (merged === undefined) known.set(key, (merged = mergeSets(matched)));
      return merged;
    },
    find(path, type, key) {
      let value: Value;
      let last: DefaultSet | undefined;
      for (const set of matching(path, type)) {
        if (!set.values.has(key) || !hasPrecedence(last, set)) continue;
        value = set.values.get(key);
        last = set;
      }
      return value;
    },
  };
}

function mergeSets(sets: readonly DefaultSet[]): RubyHash {
  let merged: RubyHash = new Map();
  let last: DefaultSet | undefined;
  for (const set of sets) {
    if (hasPrecedence(last, set)) {
      merged = deepMerge(merged, set.values);
      last = set;
    } else merged = deepMerge(set.values, merged);
  }
  return merged;
}

/** The longer path wins; of two as long, the one with a type; of two with types or without, the later. */
function hasPrecedence(last: DefaultSet | undefined, next: DefaultSet): boolean {
  // Jekyll forgets a set without a scope as soon as it has seen it.
  if (last === undefined || !last.hasScope) return true;
  if (next.path.length !== last.path.length) return next.path.length >= last.path.length;
  return next.type !== undefined || last.type === undefined;
}

function readSets(config: Config, fs: ReadFs, nowMs: () => number): DefaultSet[] {
  const sets = config.settings.defaults;
  if (!isArray(sets)) return [];
  return sets.flatMap((set) => {
    const values = isHash(set) ? set.get('values') : undefined;
    if (!isHash(set) || !isHash(values)) return [];
    const scope = set.get('scope');
    const inScope = (key: string): Value => (isHash(scope) ? scope.get(key) : undefined);
    const path = inScope('path');
    const type = inScope('type');
    const typeName = isNil(type) ? undefined : (newTypes.get(type) ?? toText(type));
    const reaches = pathTest(typeof path === 'string' ? path : '', config, fs);
    return [
      {
        hasScope: set.has('scope'),
        path: typeof path === 'string' ? withoutSlash(path) : '',
        type: typeName,
        values: withTime(values, config.timeZone, nowMs),
        applies: (file, ofType) => (typeName === undefined || typeName === ofType) && reaches(file),
      },
    ];
  });
}

const newTypes: ReadonlyMap<Value, string> = new Map([
  ['page', 'pages'],
  ['post', 'posts'],
  ['draft', 'drafts'],
]);

function pathTest(scope: string, config: Config, fs: ReadFs): (path: string) => boolean {
  if (scope === '') return () => true;
  const prefixes = scope.includes('*') ? globPaths(fs, config.source, scope) : [scope];
  const { collectionsDir } = config.settings;
  const parent = collectionsDir === '' ? undefined : `${collectionsDir}/`;
  const stripped = prefixes.map((prefix) =>
    parent !== undefined && prefix.startsWith(parent) ? prefix.slice(parent.length) : prefix,
  );
  return (path) => stripped.some((prefix) => path.startsWith(prefix));
}

/** A default `date` becomes a Time at once. */
function withTime(data: RubyHash, zone: string, nowMs: () => number): RubyHash {
  const date = data.get('date');
  if (!data.has('date') || date instanceof RubyTime) return data;
  const time = parseTime(toText(date), zone, nowMs);
  return time === undefined ? data : new Map(data).set('date', time);
}

function withoutSlash(path: string): string {
  return path.startsWith('/') ? path.slice(1) : path;
}
