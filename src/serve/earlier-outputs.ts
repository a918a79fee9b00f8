/** The outputs of an earlier run, for `--skip-initial-build`: the files of the destination that are Hastie's own. */

import { FsError, type ReadFs } from '../base/fs.ts';
import { pathOfKey, toOutputKey } from '../base/paths.ts';
import { guardDestination } from '../build/destination.ts';
import { inputFolders } from '../build/inputs.ts';
import { isTemporary, surveyDestination } from '../build/survey.ts';
import type { Config } from '../model/config.ts';
import type { Output } from '../model/output.ts';

/** None where the destination may not be one, or holds nothing that Hastie made. */
export function earlierOutputs(fs: ReadFs, config: Config, home: string | undefined): Output[] {
  const { source, cacheFolder } = config;
  const destination = guardDestination(fs, {
    destination: config.destination,
    source,
    cacheFolder,
    home,
    inputs: inputFolders(config),
    keepFiles: [],
  });
  if ('code' in destination) return [];
  const { path, ownership, recorded } = destination;
  try {
    return [...surveyDestination(fs, path, () => false).files].flatMap(([name, kind]): Output[] => {
      const key = toOutputKey(name);
      if (key === undefined || kind !== 'file' || isTemporary(name)) return [];
      if (ownership !== 'whole' && !recorded.has(name)) return [];
      const copy = pathOfKey(path, key);
      const stat = fs.stat(copy);
      return stat === undefined ? [] : [{ key, from: name, copy, modifiedMs: stat.mtimeMs, size: stat.size }];
    });
  } catch (error) {
    if (error instanceof FsError) return [];
    throw error;
  }
}
