/** Where the cache lies: a folder of the site, whatever a file of the site says, unless another one was typed. */

import { baseName, expandPath, folderOf, isWithin } from '../base/paths.ts';
import { configMessages } from '../diagnostics/catalogue/site/config.ts';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts';
import type { Overrides } from '../model/config.ts';
import { FsError, type ReadFs } from '../ports/fs.ts';
import type { ConfigFiles } from './config-files.ts';
import { placeInFiles } from './place-in-config.ts';

const USUAL = '.hastie-cache';

export interface CacheQuestion {
  /** Absolute, links resolved. */
  readonly source: string;
  /** As configured. */
  readonly name: string;
  readonly files: ConfigFiles;
  readonly typed: Overrides;
}

/** The folder, absolute; the usual one, with a diagnostic, where the configuration names one that is not in the site. */
export function findCacheFolder(
  fs: ReadFs,
  { source, name, files, typed }: CacheQuestion,
): { readonly folder: string; readonly diagnostics: readonly Diagnostic[] } {
  const folder = expandPath(name, source);
  if (typed.has('cache_dir')) return { folder: withRealParent(fs, folder), diagnostics: [] };
  const inside = folder.slice(source.length).split('/');
  const isFit =
    folder !== source && isWithin(source, folder) && !inside.some((part) => /^\.(?:git|svn|hg)$/i.test(part));
  if (isFit) return { folder, diagnostics: [] };
  const place = placeInFiles(files.sources, ['cache_dir']);
  const usual = expandPath(USUAL, source);
  return {
    folder: usual,
    diagnostics: [diagnose(configMessages.cacheOutside, { folder: name, usual: USUAL }, { place })],
  };
}

/** What was typed may lead through links; the cache itself is none. */
function withRealParent(fs: ReadFs, folder: string): string {
  try {
    return `${fs.realPath(folderOf(folder)).replace(/\/$/, '')}/${baseName(folder)}`;
  } catch (error) {
    if (error instanceof FsError) return folder;
    throw error;
  }
}
