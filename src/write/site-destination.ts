/** A site's destination: the guard's answer for what the configuration says. */

import { isWithin } from '../base/paths.ts';
import { inputFolders } from '../config/inputs.ts';
import { placeInConfig } from '../config/place-in-config.ts';
import { cacheNotUsed, destinationLinksOutside } from '../diagnostics/catalogue/site/destination.ts';
import { type Diagnostic, diagnose, type Place, placed } from '../diagnostics/diagnostic.ts';
import type { Config } from '../model/config.ts';
import type { Env } from '../ports/env.ts';
import { attempt, type ReadFs } from '../ports/fs.ts';
import { cacheObstacle } from './cache-folder.ts';
import { type Destination, guardDestination } from './destination.ts';
import { systemReason } from './system-reason.ts';

/** The destination as it may be written to, or the reason why not. Reads only. */
export function siteDestination(fs: ReadFs, env: Env, config: Config): Destination | Diagnostic {
  const found = examine(fs, env, config);
  return 'code' in found ? placed(found, () => placeOf(config, 'destination')) : found;
}

/** Where the configuration sets a folder; undefined where it was typed, or is the usual one. */
function placeOf(config: Config, key: string): Place | undefined {
  return config.typed.has(key) ? undefined : placeInConfig(config, [key]);
}

function examine(fs: ReadFs, env: Env, config: Config): Destination | Diagnostic {
  const { destination, source, cacheFolder } = config;
  const link = config.typed.has('destination') ? undefined : linkOutside(fs, source, destination);
  if (link !== undefined)
    return diagnose(destinationLinksOutside, { destination, through: link.link, target: link.target });
  return guardDestination(fs, {
    destination,
    source,
    cacheFolder,
    isCached: mayUseCache(config),
    home: env.get('HOME') ?? env.get('USERPROFILE'),
    inputs: inputFolders(config),
  });
}

/** Whether anything may be read from the cache folder or kept there: not where `--safe` was typed. */
export function mayUseCache({ typed }: Pick<Config, 'typed'>): boolean {
  return typed.get('safe') !== true;
}

/** Why the cache folder is not used, if it is not for what is in its place. */
export function cacheNote(fs: ReadFs, config: Config): Diagnostic | undefined {
  if (!mayUseCache(config)) return undefined;
  const { cacheFolder } = config;
  let why: string | undefined;
  const refusal = attempt(() => {
    why = cacheObstacle(fs, cacheFolder);
  });
  if (refusal !== undefined) why = systemReason(refusal);
  return why === undefined
    ? undefined
    : diagnose(cacheNotUsed, { folder: cacheFolder, why }, { place: placeOf(config, 'cache_dir') });
}

/** The link inside of the source through which a destination that is called as if it lay there leads out of it. */
function linkOutside(
  fs: ReadFs,
  source: string,
  destination: string,
): { readonly link: string; readonly target: string } | undefined {
  if (!isWithin(source, destination)) return undefined;
  let found: { readonly link: string; readonly target: string } | undefined;
  attempt(() => {
    let link = source;
    for (const segment of destination.slice(source.length + 1).split('/')) {
      link += `/${segment}`;
      if (fs.linkStat(link)?.kind !== 'link' || fs.stat(link) === undefined) continue;
      const target = fs.realPath(link);
      if (!isWithin(source, target)) found ??= { link, target };
    }
  });
  return found;
}

/** `keep_files`: what stays in the destination though no build made it. */
export function keptFiles(config: Config): readonly string[] {
  return config.settings.keepFiles;
}
