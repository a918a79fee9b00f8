/** A site's destination: the guard's answer for what the configuration says. */

import { inputFolders } from '../config/inputs.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Config } from '../model/config.ts';
import type { Env } from '../ports/env.ts';
import type { ReadFs } from '../ports/fs.ts';
import { type Destination, guardDestination } from './destination.ts';

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
  return config.settings.keepFiles;
}
