/** The two files of the citation folder: how they are read, and how they are written, whole or not at all. */

import { folderOf } from '../base/paths.ts';
import { statsMessages } from '../diagnostics/catalogue/program/stats.ts';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts';
import { placeAt } from '../diagnostics/source-text.ts';
import { JsonMistake, parseJson, printJson } from '../files/json-text.ts';
import type { WriteFs } from '../ports/fs.ts';
import { isHash, type RubyHash, type Value } from '../ruby/values.ts';
import { confine, type NewFile } from '../write/confined-folder.ts';

export interface StatsFiles {
  readonly data: string;
  readonly badge: string;
}

/** The absolute paths for a path of the configuration, which may be the folder or the data file. */
export function statsFiles(source: string, path: string): StatsFiles {
  const bare = path.replace(/^\.?\/+|\/+$/g, '');
  const data = /\.json$/i.test(bare) ? `${source}/${bare}` : `${source}/${bare}/gs_data.json`;
  return { data, badge: `${folderOf(data)}/gs_data_shieldsio.json` };
}

/** The data file, or why it can't be used; undefined where there is none. Throws `FsError`. */
export function readStats(
  fs: WriteFs,
  { data: path }: StatsFiles,
  source: string,
): RubyHash | Diagnostic | undefined {
  const file = path.slice(source.length + 1);
  if (fs.linkStat(path)?.kind === 'link')
    return diagnose(
      statsMessages.badFile,
      { reason: 'it is a link' },
      { place: { file, line: 1, column: 1 } },
    );
  const text = readText(fs, path);
  if (text === undefined) return undefined;
  try {
    const value = parseJson(text);
    if (isHash(value)) return value;
    const place = { file, line: 1, column: 1 };
    return diagnose(statsMessages.badFile, { reason: 'it has an unexpected structure' }, { place });
  } catch (error) {
    if (!(error instanceof JsonMistake)) throw error;
    const place = placeAt({ file, text }, error.offset);
    return diagnose(statsMessages.badFile, { reason: error.message }, { place });
  }
}

/** The badge's file; one that can't be read is replaced. Throws `FsError`. */
export function readBadge(fs: WriteFs, { badge }: StatsFiles): Value {
  const text = readText(fs, badge);
  try {
    return text === undefined ? undefined : parseJson(text);
  } catch (error) {
    if (error instanceof JsonMistake) return undefined;
    throw error;
  }
}

function readText(fs: WriteFs, path: string): string | undefined {
  // what a link leads to is not the site's to publish
  if (fs.linkStat(path)?.kind !== 'file') return undefined;
  return new TextDecoder().decode(fs.readBytes(path));
}

/** The badge's data for a number; keys that somebody added stay. */
export function badgeData(old: Value, citations: number): RubyHash {
  const badge = new Map<Value, Value>(
    isHash(old)
      ? old
      : [
          ['schemaVersion', 1],
          ['label', 'citations'],
        ],
  );
  badge.set('message', String(citations));
  return badge;
}

/** Both or none: the new files are whole before they replace the old ones. Throws `FsError`. */
export function writeStats(
  fs: WriteFs,
  source: string,
  files: StatsFiles,
  data: RubyHash,
  badge: RubyHash,
): void {
  const folder = confine(fs, source);
  const pairs = [
    [files.data, printJson(data)],
    [files.badge, printJson(badge)],
  ] as const;
  const made: NewFile[] = [];
  try {
    for (const [path, text] of pairs) made.push(folder.create(path.slice(source.length + 1), { text }));
    for (const file of made) file.place();
  } catch (error) {
    for (const file of made) file.discard();
    throw error;
  }
}
