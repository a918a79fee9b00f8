/** Puts the outputs of a build on disk, each file whole or not at all: the last stage, and the only writer. */

import { pathOfKey } from '../base/paths.ts';
import { destinationIsNotOurs, destinationIsUnreadable } from '../diagnostics/catalogue/site/destination.ts';
import {
  buildLocked,
  buildWaits,
  lockObstructed,
  removeFailed,
  writeFailed,
} from '../diagnostics/catalogue/site/write.ts';
import { type Diagnostic, type DiagnosticSink, diagnose, hasErrors } from '../diagnostics/diagnostic.ts';
import { stampOf } from '../graph/world-recorder.ts';
import type { Output, PlaceOf } from '../model/output.ts';
import { attempt, FsError, type WriteFs } from '../ports/fs.ts';
import type { Processes } from '../ports/processes.ts';
import { type ConfinedFolder, confine, makeFolders } from './confined-folder.ts';
import { type Destination, isSameEntry } from './destination.ts';
import { PATIENCE_MS, takeLock } from './lock.ts';
import { createOutputWriter, isUnchanged } from './output-writer.ts';
import { examineHolding, type Holding, isKept } from './ownership.ts';
import { pathOfRecord, type Written, writeRecord } from './record.ts';
import { isTemporary, LOCK_NAME, type Survey, surveyDestination } from './survey.ts';
import { systemReason } from './system-reason.ts';
import { foldersAbove, planWrite, type WritePlan } from './write-plan.ts';

export interface WriteOptions {
  /** As configured. */
  readonly keepFiles: readonly string[];
  /** Write into a folder that holds files of somebody else's; all of these stay that no output replaces. */
  readonly adopt: boolean;
  readonly processes: Processes;
  /** Finds where a document that asks for an output is written, for messages. */
  readonly placeOf: PlaceOf;
  /** What an earlier build of this process wrote there. */
  readonly before?: Written | undefined;
  /** Asked between two files; a build that is stopped has written whole files and removed none. */
  readonly stopped?: () => boolean;
  /** Receives a note that is to be printed at once. */
  readonly announce?: DiagnosticSink;
}

export interface WriteResult {
  /** Keys, in the order of the outputs. */
  readonly written: readonly string[];
  readonly unchanged: readonly string[];
  /** Keys that no longer belonged. */
  readonly removed: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Writes all of `outputs` and then removes what no longer belongs; with an error nothing is removed. */
export function writeOutputs(
  fs: WriteFs,
  destination: Destination,
  outputs: readonly Output[],
  options: WriteOptions,
): WriteResult {
  const steps = writeStepwise(fs, destination, outputs, options);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** The same, pausing after each file with the count of those done, so that a caller can listen for signals in between. */
export function* writeStepwise(
  fs: WriteFs,
  destination: Destination,
  outputs: readonly Output[],
  options: WriteOptions,
): Generator<number, WriteResult> {
  const refused = (diagnostics: readonly Diagnostic[]) => ({
    written: [],
    unchanged: [],
    removed: [],
    diagnostics,
  });
  const before = prepare(fs, destination, outputs, options);
  if (Array.isArray(before)) return refused(before);
  const locked = lock(fs, destination, options);
  if ('code' in locked) return refused([locked]);
  try {
    const isOutdated = locked.waited || recordStamp(fs, destination) !== before.recordStamp;
    const now = isOutdated ? prepare(fs, destination, outputs, options) : before;
    if (Array.isArray(now)) return refused(now);
    return yield* carryOut(fs, destination, outputs, now, options);
  } finally {
    locked.release();
  }
}

/** What is there and what is to be done about it. */
interface Prepared {
  readonly holding: Holding;
  /** Of the record's file: with another one, another build has written in between. */
  readonly recordStamp: string;
  readonly plan: WritePlan;
}

/** Another one where the system refuses: then all is looked at, and what is wrong is reported. */
function recordStamp(fs: WriteFs, { record }: Destination): string {
  let stamp = 'unreadable';
  attempt(() => {
    stamp = stampOfRecord(fs, record);
  });
  return stamp;
}

function stampOfRecord(fs: WriteFs, record: Destination['record']): string {
  return record === undefined ? '' : stampOf(fs.linkStat(pathOfRecord(record)));
}

/** Looks and plans; what it finds wrong is reported before anything is touched. */
function prepare(
  fs: WriteFs,
  destination: Destination,
  outputs: readonly Output[],
  { keepFiles, adopt, before, placeOf }: WriteOptions,
): Prepared | Diagnostic[] {
  const kept = (folder: string) =>
    isKept(folder, keepFiles) && !outputs.some(({ key }) => key.startsWith(`${folder}/`));
  try {
    const stamp = stampOfRecord(fs, destination.record);
    const held = examineHolding(fs, destination, keepFiles, before);
    const survey = surveyDestination(fs, destination.path, kept);
    const holding = { ...held, found: findFolders(held, survey, outputs) };
    if (holding.ownership === 'unproven' && !adopt) {
      const foreign = findForeign(fs, destination, outputs, survey, keepFiles);
      if (foreign.length > 0) {
        const facts = {
          destination: destination.path,
          files: foreign.slice(0, 3),
          count: foreign.length,
          isRecorded: destination.record !== undefined,
        };
        return [diagnose(destinationIsNotOurs, facts)];
      }
    }
    const plan = planWrite(outputs, survey, {
      recorded: holding.recorded,
      found: holding.found,
      keepFiles,
      placeOf,
      mayReplace: (output) =>
        adopt ||
        holding.ownership !== 'recorded' ||
        isKept(output.key, keepFiles) ||
        isUnchanged(fs, pathOfKey(destination.path, output.key), output),
    });
    return hasErrors(plan.diagnostics) ? [...plan.diagnostics] : { holding, recordStamp: stamp, plan };
  } catch (error) {
    if (!(error instanceof FsError)) throw error;
    const facts = { destination: destination.path, path: error.path, reason: systemReason(error) };
    return [diagnose(destinationIsUnreadable, facts)];
  }
}

/** The folders that the owner made: those of earlier, and the empty ones into which a file of ours comes for the first time. */
function findFolders(
  { recorded, found }: Holding,
  { folders, files }: Survey,
  outputs: readonly Output[],
): ReadonlySet<string> {
  const used = foldersAbove([...recorded, ...files.keys()]);
  const needed = foldersAbove(outputs.map(({ key }) => key));
  const fresh = [...folders].filter((folder) => needed.has(folder) && !used.has(folder));
  return new Set([...[...found].filter((folder) => folders.has(folder)), ...fresh]);
}

/**
 * The files of a folder without a record that speak against its being an earlier build of this site. There are none when
 * each is one of this build's, and at least one to the byte: a `_site` of Jekyll's, a clone that has its built site
 * committed, a cache folder that was removed.
 */
function findForeign(
  fs: WriteFs,
  destination: Destination,
  outputs: readonly Output[],
  survey: Survey,
  keepFiles: readonly string[],
): readonly string[] {
  const byKey = new Map<string, Output>(outputs.map((output) => [output.key, output]));
  const files = [...survey.files.keys()].filter((key) => !isKept(key, keepFiles) && !isTemporary(key));
  const foreign = files.filter((key) => !byKey.has(key) || survey.files.get(key) !== 'file');
  if (foreign.length > 0) return foreign.sort();
  const proof = files.some((key) => {
    const output = byKey.get(key);
    return output !== undefined && isUnchanged(fs, pathOfKey(destination.path, output.key), output);
  });
  return proof ? [] : files.sort();
}

function lock(
  fs: WriteFs,
  { path }: Destination,
  { processes, announce }: WriteOptions,
): { waited: boolean; release(): void } | Diagnostic {
  const file = `${path}/${LOCK_NAME}`;
  try {
    makeFolders(fs, path);
    const seconds = PATIENCE_MS / 1000;
    const taken = takeLock(fs, file, processes, (owner) =>
      announce?.(diagnose(buildWaits, { destination: path, owner, seconds })),
    );
    if ('lock' in taken) return { waited: taken.waited, release: taken.lock.release };
    if ('obstacle' in taken) return diagnose(lockObstructed, { lock: file, kind: taken.obstacle });
    const facts = { destination: path, owner: taken.heldBy, lock: file, seconds };
    return diagnose(buildLocked, facts);
  } catch (error) {
    return failure(error, path);
  }
}

function* carryOut(
  fs: WriteFs,
  destination: Destination,
  outputs: readonly Output[],
  { holding, plan }: Prepared,
  options: WriteOptions,
): Generator<number, WriteResult> {
  const { recorded } = holding;
  const written: string[] = [];
  const unchanged: string[] = [];
  const keys = new Set<string>(outputs.map(({ key }) => key));
  const stop = (diagnostics: readonly Diagnostic[]) => ({ written, unchanged, removed: [], diagnostics });
  const folder = confine(fs, destination.path);
  let now = destination.path;
  try {
    if (destination.record !== undefined) now = pathOfRecord(destination.record);
    // First both the old names and the new, so that a build that dies in between leaves no file nobody answers for.
    record(fs, destination, holding, new Set([...recorded, ...keys]), recorded);
    for (const key of plan.obstacles) folder.remove((now = key));
    for (const key of plan.obstacleFolders) folder.removeFolder((now = key));
    const writer = createOutputWriter(fs, folder);
    for (const [index, output] of outputs.entries()) {
      if (options.stopped?.() === true) return stop([]);
      now = output.key;
      (writer.put(output) ? written : unchanged).push(output.key);
      yield index + 1;
    }
  } catch (error) {
    return stop([failure(error, now)]);
  }
  if (options.stopped?.() === true) return stop([]);
  return { written, unchanged, ...cleanUp(fs, folder, destination, holding, keys, plan) };
}

/** Removes what no longer belongs, all of it that can be, and brings the record up to date. */
function cleanUp(
  fs: WriteFs,
  folder: ConfinedFolder,
  destination: Destination,
  holding: Holding,
  keys: ReadonlySet<string>,
  plan: WritePlan,
): { removed: string[]; diagnostics: Diagnostic[] } {
  const removed: string[] = [];
  const left = new Set(keys);
  const diagnostics: Diagnostic[] = [];
  const spellings = new Map([...keys].map((key) => [fold(key), key]));
  for (const key of plan.strays) {
    const path = `${destination.path}/${key}`;
    const spelling = spellings.get(fold(key));
    const twin = spelling === undefined ? undefined : `${destination.path}/${spelling}`;
    // On a disk that ignores letter case the stray may *be* the output, under its old spelling.
    const respelled = twin !== undefined && isSameFile(fs, path, twin);
    const refusal = attempt(() => (respelled ? fs.rename(path, twin) : folder.remove(key)));
    if (refusal === undefined || isGone(fs, path)) {
      if (!respelled) removed.push(key);
    } else {
      left.add(key);
      const facts = { file: key, reason: systemReason(refusal), code: refusal.code };
      diagnostics.push(diagnose(removeFailed, facts));
    }
  }
  for (const key of plan.emptyFolders) {
    const path = `${destination.path}/${key}`;
    const refusal = attempt(() => folder.removeFolder(key));
    if (refusal === undefined || refusal.code === 'ENOTEMPTY' || isGone(fs, path)) continue;
    // Not a file's key, but it says that the folder was ours.
    left.add(`${key}/`);
    const facts = { file: key, reason: systemReason(refusal), code: refusal.code };
    diagnostics.push(diagnose(removeFailed, facts));
  }
  const refusal = attempt(() =>
    record(fs, destination, holding, left, new Set([...holding.recorded, ...keys])),
  );
  if (refusal !== undefined) diagnostics.push(failure(refusal, refusal.path));
  return { removed, diagnostics };
}

/** What the record says already is not recorded again. */
function record(
  fs: WriteFs,
  { path, record }: Destination,
  { isMade, found }: Holding,
  keys: ReadonlySet<string>,
  known: ReadonlySet<string>,
): void {
  if (record === undefined) return;
  if (keys.size === known.size && [...keys].every((key) => known.has(key)) && keys.size > 0) return;
  writeRecord(fs, record, path, { isMade, keys, found });
}

/** Somebody else was quicker, which is as good. */
function isGone(fs: WriteFs, path: string): boolean {
  let gone = false;
  attempt(() => {
    gone = fs.linkStat(path) === undefined;
  });
  return gone;
}

function isSameFile(fs: WriteFs, a: string, b: string): boolean {
  return isSameEntry(fs.linkStat(a), fs.linkStat(b));
}

function fold(key: string): string {
  return key.normalize('NFC').toLowerCase();
}

/** Any other exception than the system's refusal is a bug and flies on. */
function failure(error: unknown, file: string): Diagnostic {
  if (!(error instanceof FsError)) throw error;
  return diagnose(writeFailed, { file, reason: systemReason(error), code: error.code });
}
