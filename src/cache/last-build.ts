/**
 * The memory of a whole build: what it asked of the world and what it left in the destination. Where both are as they
 * were, the next build has nothing to do but to say so, and to bring the time up to date where a page names it.
 */

import { fingerprint } from '../base/hash.ts';
import { pathOfKey, toOutputKey } from '../base/paths.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { readSealed, removeOthers, writeSealed } from '../files/cache-folder.ts';
import { isSameTime, type TimeReads } from '../graph/time-trace.ts';
import { isSameWorld, stampOf, type WorldReads } from '../graph/world-trace.ts';
import type { Output } from '../model/output.ts';
import type { Env } from '../ports/env.ts';
import { FsError, type ReadFs, type WriteFs } from '../ports/fs.ts';
import type { TimedText } from '../ruby/time/timed-text.ts';
import { LOCK_NAME } from '../write/survey.ts';

/** What a build is to be known by the next time: the program and what was typed. */
export interface BuildIdentity {
  /** Changes with the program's version and with that of what it runs on. */
  readonly program: string;
  readonly words: readonly string[];
  readonly workingFolder: string;
}

/** What is said of a build when it is over. */
export interface BuildAccount {
  readonly source: string;
  readonly destination: string;
  readonly cacheFolder: string;
  readonly counts: { readonly pages: number; readonly documents: number; readonly staticFiles: number };
  readonly diagnostics: readonly Diagnostic[];
}

/** `setting` is what the configuration asks for, `found` the name and version of what was taken. */
export interface UsedCompiler {
  readonly setting?: string | undefined;
  readonly found: string;
}

/** What lies in the destination after a build. */
export type OutputStamp = readonly [key: string, stamp: string];

/** Plain data. */
export interface LastBuild extends BuildIdentity, BuildAccount {
  readonly reads: WorldReads;
  readonly time: TimeReads;
  /** The site's. */
  readonly timeZone: string;
  /** The compiler of stylesheets; undefined where there are none. */
  readonly compiler?: UsedCompiler;
  readonly outputs: readonly OutputStamp[];
  /** Outputs that name the time of the build. */
  readonly timed: readonly (readonly [key: string, text: TimedText])[];
}

/** Builds of one site that are remembered: with other words each is another one. */
const KEPT = 8;

const FOLDER = 'last';
const ENDING = '.build';

function nameOf({ program, words, workingFolder }: BuildIdentity): string {
  return `${fingerprint(JSON.stringify([program, words, workingFolder]))}${ENDING}`;
}

export function loadLastBuild(
  fs: ReadFs,
  cacheFolder: string,
  identity: BuildIdentity,
): LastBuild | undefined {
  const body = readSealed(fs, cacheFolder, `${FOLDER}/${nameOf(identity)}`);
  // What can be read was written by `saveLastBuild`.
  return body === undefined ? undefined : (JSON.parse(new TextDecoder().decode(body)) as LastBuild);
}

export function saveLastBuild(fs: WriteFs, last: LastBuild): void {
  const { cacheFolder } = last;
  const name = nameOf(last);
  const text = new TextEncoder().encode(JSON.stringify(last));
  if (!writeSealed(fs, cacheFolder, `${FOLDER}/${name}`, text)) return;
  const entries = fs.list(`${cacheFolder}/${FOLDER}`);
  const others = entries.filter((entry) => entry.name !== name && entry.name.endsWith(ENDING));
  if (others.length >= KEPT) removeOthers(fs, cacheFolder, FOLDER, ENDING, new Set([name]));
}

/** Folders that the program itself writes to. */
export function ownFolders({
  destination,
  cacheFolder,
}: Pick<BuildAccount, 'destination' | 'cacheFolder'>): readonly string[] {
  return [destination, cacheFolder];
}

/** Throws `FsError`. */
export function stampOutputs(
  fs: ReadFs,
  destination: string,
  outputs: readonly Pick<Output, 'key'>[],
): readonly OutputStamp[] {
  return outputs.map(({ key }) => [key, stampOf(fs.linkStat(pathOfKey(destination, key)))]);
}

/** Whether a build would find the world, and the destination, as the last one left them. */
export function isUpToDate(
  last: LastBuild,
  fs: ReadFs,
  env: Env,
  identify: (setting: string | undefined) => string,
): boolean {
  const { destination } = last;
  try {
    return (
      isSameWorld(last.reads, fs, env, ownFolders(last)) &&
      (last.compiler === undefined || last.compiler.found === identify(last.compiler.setting)) &&
      fs.linkStat(`${destination}/${LOCK_NAME}`) === undefined &&
      last.outputs.every(([key, stamp]) => {
        const known = toOutputKey(key);
        return known !== undefined && stampOf(fs.linkStat(pathOfKey(destination, known))) === stamp;
      })
    );
  } catch (error) {
    if (error instanceof FsError) return false;
    throw error;
  }
}

/** Whether the pages that do not name the time openly would be the same in a build at `nowMs`. */
export function isTimely(last: LastBuild, nowMs: number): boolean {
  return isSameTime(last.time, nowMs, last.timeZone);
}
