/** What makes the results of one build good for another: the same engines, and the same files under the plugins' hands. */

import type { ReadFs } from '../base/fs.ts';
import { fingerprint } from '../base/hash.ts';
import type { SourceFiles } from '../base/source-files.ts';
import { fingerprintValue } from '../graph/fingerprint-value.ts';
import type { Store } from '../graph/store.ts';
import type { Config } from '../model/config.ts';
import type { Plugin } from '../plugin/api.ts';
import { toValue } from '../plugin/values.ts';
import type { Memory } from './build.ts';
import { createSourceFiles } from './source-files.ts';

/** Settings that engines are made with: whoever uses an engine rests on all of them. */
const ENGINE_SETTINGS = [
  'commonmark',
  'encoding',
  'highlighter',
  'kramdown',
  'liquid',
  'markdown',
  'markdown_ext',
  'safe',
] as const;

export interface NotedFiles {
  readonly files: SourceFiles;
  readonly seen: () => ReadonlyMap<string, string>;
}

/** Source files with a note of what was read. */
export function noteFiles(files: SourceFiles): NotedFiles {
  const seen = new Map<string, string>();
  return {
    files: {
      read(path) {
        const text = files.read(path);
        seen.set(`file ${path}`, textFingerprint(text));
        return text;
      },
      list(folder) {
        const names = files.list(folder);
        seen.set(`folder ${folder}`, fingerprint(names.join('\n')));
        return names;
      },
    },
    seen: () => seen,
  };
}

/** Undefined where a plugin is not one of ours: nobody knows what it looks at. */
export function createMemory(
  store: Store | undefined,
  fs: ReadFs,
  config: Config,
  plugins: readonly Plugin[],
  builtIn: readonly Plugin[],
  prefetched: ReadonlyMap<string, unknown>,
  noted: NotedFiles,
): Memory | undefined {
  if (store === undefined || !plugins.every((plugin) => builtIn.includes(plugin))) return undefined;
  const fetched = fetchedFingerprint(prefetched);
  const key = [
    ...[config.source, config.environment, config.timeZone, config.theme?.root ?? ''],
    ...plugins.map(({ name }) => name),
    ...ENGINE_SETTINGS.map((name) => fingerprintValue(config.values.get(name)) ?? ''),
  ];
  return {
    store,
    key: key.join('\n'),
    filesSeen: () => new Map([...noted.seen(), ['prefetched', fetched]]),
    sameFiles(before) {
      if (fetched === 'unknown') return false;
      const now = createSourceFiles(fs, config, () => {});
      for (const [name, found] of before) {
        const at = name.indexOf(' ');
        const path = name.slice(at + 1);
        const current = name.startsWith('file ')
          ? textFingerprint(now.read(path))
          : name.startsWith('folder ')
            ? fingerprint(now.list(path).join('\n'))
            : name === 'prefetched'
              ? fetched
              : undefined;
        if (current !== found) return false;
      }
      return true;
    },
  };
}

function textFingerprint(text: string | undefined): string {
  return text === undefined ? 'nil' : fingerprint(text);
}

/** Of what plugins have fetched; another one each time where it can't be told. */
function fetchedFingerprint(prefetched: ReadonlyMap<string, unknown>): string {
  try {
    return fingerprintValue(toValue(prefetched)) ?? 'unknown';
  } catch {
    return 'unknown';
  }
}
