/** `citations:` of the configuration: where the data is. */

import { isHash, isTruthy, read, type Value } from '../../plugin/api/values.ts';

export interface CitationSettings {
  /** The folder, or the file in it, relative to the source. */
  readonly path: string;
  /** The branch that holds the files at its top; undefined where git is not to be asked. */
  readonly branch: string | undefined;
}

export const DATA_FILE = 'gs_data.json';
const FOLDER = 'google-scholar-stats';

const KEYS: ReadonlySet<string> = new Set(['path', 'branch', 'sources', 'semantic_scholar', 'openalex']);

/** Whether `citations:` is ours: `true`, or a hash of our keys. A site may have a setting of that name for itself. */
export function isSwitchedOn(config: (...keys: readonly string[]) => Value): boolean {
  const value = config('citations');
  if (!isHash(value)) return value === true;
  return value.size > 0 && [...value.keys()].every((key) => KEYS.has(String(key)));
}

/** `true`, or a hash with `path` and `branch`. A path of one's own means: not from a branch. */
export function readSettings(config: (...keys: readonly string[]) => Value): CitationSettings {
  const value = config('citations');
  if (typeof value === 'string') return { path: value, branch: undefined };
  const path = read(value, 'path');
  const branch = read(value, 'branch');
  return {
    path: typeof path === 'string' ? path : FOLDER,
    branch:
      typeof branch === 'string' && isSafeBranch(branch)
        ? branch
        : isTruthy(path) || branch === false
          ? undefined
          : FOLDER,
  };
}

/** The file of a path that may be a folder. */
export function dataPath({ path }: CitationSettings): string {
  return /\.json$/i.test(path) ? path : `${path.replace(/\/+$/, '')}/${DATA_FILE}`;
}

/** No option of git's, and nothing that git would read as more than a name. */
function isSafeBranch(name: string): boolean {
  return /^[\w][\w./-]*$/.test(name) && !name.includes('..');
}
