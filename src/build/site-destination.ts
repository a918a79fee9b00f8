/** A site's destination: the guard's answer for what the configuration says. */

import type { Diagnostic } from '../base/diagnostic.ts';
import type { Env } from '../base/env.ts';
import type { ReadFs } from '../base/fs.ts';
import type { Config } from '../model/config.ts';
import { type Destination, guardDestination } from './destination.ts';
import { inputFolders } from './inputs.ts';

/** The destination as it may be written to, or the reason why not. Reads only. */
export function siteDestination(fs: ReadFs, env: Env, config: Config): Destination | Diagnostic {
  const { destination, source, cacheFolder } = config;
  return guardDestination(fs, {
    destination,
    source,
    cacheFolder,
    home: env.get('HOME') ?? env.get('USERPROFILE'),
    inputs: inputFolders(config),
  });
}

/** `keep_files`: what stays in the destination though no build made it. */
export function keptFiles(config: Config): readonly string[] {
  const kept = config.values.get('keep_files');
  return Array.isArray(kept) ? kept.map(String) : [];
}
