/** The outputs of an earlier run, for `--skip-initial-build`: the files of the destination that are Hastie's own. */

import { pathOfKey, toOutputKey } from '../base/paths.ts';
import type { Config } from '../model/config.ts';
import type { Output } from '../model/output.ts';
import type { Env } from '../ports/env.ts';
import { FsError, type ReadFs } from '../ports/fs.ts';
import { examineHolding } from '../write/ownership.ts';
import { keptFiles, siteDestination } from '../write/site-destination.ts';
import { surveyDestination } from '../write/survey.ts';

/** None where the destination may not be one, or holds nothing that Hastie made. */
export function earlierOutputs(fs: ReadFs, env: Env, config: Config): Output[] {
  const destination = siteDestination(fs, env, config);
  if ('code' in destination) return [];
  const { path } = destination;
  try {
    const { recorded } = examineHolding(fs, destination, keptFiles(config));
    return [...surveyDestination(fs, path, () => false).files].flatMap(([name, kind]): Output[] => {
      const key = toOutputKey(name);
      if (key === undefined || kind !== 'file' || !recorded.has(name)) return [];
      const copy = pathOfKey(path, key);
      const stat = fs.stat(copy);
      if (stat === undefined) return [];
      const { mtimeMs: modifiedMs, ctimeMs: changedMs, size } = stat;
      return [{ key, from: name, copy, modifiedMs, changedMs, size }];
    });
  } catch (error) {
    if (error instanceof FsError) return [];
    throw error;
  }
}
