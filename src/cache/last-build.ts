/**
 * The memory of a whole build: what it asked of the world and what it left in the destination. Where both are as they
 * were, the next build has nothing to do but to say so, and to bring the time up to date where a page names it.
 */

import { fingerprint } from '../base/hash.ts';
import { pathOfKey, toOutputKey } from '../base/paths.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { readSealed } from '../files/sealed.ts';
import { type Node, type Resolvers, resolveSome } from '../graph/nodes.ts';
import { type PackedReadings, unpackReadings } from '../graph/readings.ts';
import { timeResolvers } from '../graph/time-recorder.ts';
import { stampOf, worldResolvers } from '../graph/world-recorder.ts';
import type { Output } from '../model/output.ts';
import type { Env } from '../ports/env.ts';
import { FsError, type ReadFs, type WriteFs } from '../ports/fs.ts';
import type { TimedText } from '../ruby/time/timed-text.ts';
import { removeOthers, writeSealed } from '../write/cache-folder.ts';
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

/** What lies in the destination after a build. */
export type OutputStamp = readonly [key: string, stamp: string];

/** Plain data. */
export interface LastBuild extends BuildIdentity, BuildAccount {
  /** What the build as a whole read of the world and of the time. */
  readonly readings: PackedReadings;
  /** The time of the build, in milliseconds since the epoch. */
  readonly nowMs: number;
  /** The site's. */
  readonly timeZone: string;
  readonly outputs: readonly OutputStamp[];
  /** Outputs that name the time of the build. */
  readonly timed: readonly (readonly [key: string, text: TimedText])[];
}

/** Builds of one site that are remembered: with other words each is another one. */
const KEPT = 8;

const FOLDER = 'last';
const ENDING = '.build';

/** What was typed, without what changes only the report. */
export function wordsOfBuild(words: readonly string[]): readonly string[] {
  return words.filter((word) => word !== '--why');
}

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
  const text = new TextEncoder().encode(JSON.stringify({ ...last, readings: plainReadings(last.readings) }));
  if (!writeSealed(fs, cacheFolder, `${FOLDER}/${name}`, text)) return;
  const entries = fs.list(`${cacheFolder}/${FOLDER}`);
  const others = entries.filter((entry) => entry.name !== name && entry.name.endsWith(ENDING));
  if (others.length >= KEPT) removeOthers(fs, cacheFolder, FOLDER, ENDING, new Set([name]));
}

/** The same with JSON's own arrays of numbers. */
function plainReadings({ nodes, fingerprints }: PackedReadings): PackedReadings {
  const { kindOf, values } = nodes;
  return { nodes: { ...nodes, kindOf: Array.from(kindOf), values: Array.from(values) }, fingerprints };
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

/** The world as a build would find it now. */
export interface WorldNow {
  readonly fs: ReadFs;
  readonly env: Env;
  readonly nowMs: number;
  /** Name and version of the Sass compiler that would be taken. */
  identify(setting: string | undefined): string;
}

/** What has changed since the last build: the first thing that it read, or a file of the destination; undefined for nothing. */
export function changeSince(last: LastBuild, world: WorldNow): Node | 'the destination' | undefined {
  const { fs, env, nowMs } = world;
  const resolvers: Resolvers<BuildNodeKind> = {
    ...worldResolvers(fs, env, ownFolders(last)),
    ...timeResolvers(nowMs, last.timeZone),
    sassCompiler: ({ setting }) => world.identify(setting || undefined),
  };
  for (const { node, fingerprint: before } of unpackReadings(last.readings))
    if (quietly(() => resolveSome(resolvers, node, before)) !== before) return node;
  return quietly(() => isDestinationAsLeft(last, fs)) === true ? undefined : 'the destination';
}

type BuildNodeKind =
  | 'entry'
  | 'link'
  | 'listing'
  | 'realPath'
  | 'variable'
  | 'timeZone'
  | 'now'
  | 'formattedNow'
  | 'timeWithin'
  | 'sassCompiler';

function isDestinationAsLeft({ destination, outputs }: LastBuild, fs: ReadFs): boolean {
  return (
    fs.linkStat(`${destination}/${LOCK_NAME}`) === undefined &&
    outputs.every(([key, stamp]) => {
      const known = toOutputKey(key);
      return known !== undefined && stampOf(fs.linkStat(pathOfKey(destination, known))) === stamp;
    })
  );
}

/** Undefined where the system refuses: that is another answer than before. */
function quietly<Result>(ask: () => Result): Result | undefined {
  try {
    return ask();
  } catch (error) {
    if (error instanceof FsError) return undefined;
    throw error;
  }
}
