/** Compares what a build made with what lies in the destination: what stands in the way, what must go, what is kept. Pure. */

import {
  fileWhereFolder,
  foreignInTheWay,
  linkInTheWay,
  outputTwice,
  reservedName,
} from '../diagnostics/catalogue/site/write.ts';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts';
import { type Output, type PlaceOf, placeOfOutput } from '../model/output.ts';
import { TEMPORARY_PREFIX } from './confined-folder.ts';
import { isVersionControl } from './destination.ts';
import { isKept } from './ownership.ts';
import { foldersOf, isTemporary, LOCK_NAME, type Survey } from './survey.ts';

export interface WritePlan {
  /** Files that must go before an output can be written: each stands where a folder must be, or in a folder where a file must be. */
  readonly obstacles: readonly string[];
  /** Folders that must go for the same reason, innermost first. */
  readonly obstacleFolders: readonly string[];
  /** Files that no longer belong, in code point order. */
  readonly strays: readonly string[];
  /** Folders in which nothing is left then, innermost first. */
  readonly emptyFolders: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

export interface WriteRules {
  /** What the record of the destination names: what a build may remove. */
  readonly recorded: ReadonlySet<string>;
  /** Folders that are not Hastie's to remove. */
  readonly found: ReadonlySet<string>;
  /** As configured. */
  readonly keepFiles: readonly string[];
  /** Finds where a document that asks for an output is written. */
  readonly placeOf: PlaceOf;
  /** Whether an output may take the place of a file that the record does not name. */
  readonly mayReplace: (output: Output) => boolean;
}

/** Whether a file of the destination is Hastie's to remove. */
function isRemovable(key: string, { recorded, keepFiles }: WriteRules): boolean {
  return isTemporary(key) || (recorded.has(key) && !isKept(key, keepFiles));
}

export function planWrite(outputs: readonly Output[], survey: Survey, rules: WriteRules): WritePlan {
  const byKey = new Map<string, Output>();
  const neededFolders = new Map<string, Output>();
  for (const output of outputs) {
    byKey.set(output.key, output);
    for (const folder of foldersOf(output.key))
      if (!neededFolders.has(folder)) neededFolders.set(folder, output);
  }
  const obstacles = findObstacles(byKey, neededFolders, survey, rules);
  const strays = [...survey.files.keys()].filter(
    (key) => !byKey.has(key) && !obstacles.files.has(key) && isRemovable(key, rules),
  );
  const cleared = new Set(obstacles.folders);
  const removed = new Set([...strays, ...obstacles.files]);
  return {
    obstacles: [...obstacles.files],
    obstacleFolders: obstacles.folders,
    strays,
    emptyFolders: findEmptyFolders(survey, removed, neededFolders, rules).filter(
      (folder) => !cleared.has(folder),
    ),
    diagnostics: [...misnamed(outputs, rules.placeOf), ...obstacles.diagnostics],
  };
}

/** Outputs that share a name, or bear one that is not theirs to take. */
function misnamed(outputs: readonly Output[], placeOf: PlaceOf): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const before = new Map<string, Output>();
  for (const output of outputs) {
    const { key, from } = output;
    const other = before.get(key);
    const name = key.split('/').find(isReserved);
    if (other !== undefined) {
      const facts = { file: key, from, other: other.from };
      diagnostics.push(diagnose(outputTwice, facts, { place: placeOfOutput(output, placeOf) }));
    } else if (name !== undefined)
      diagnostics.push(
        diagnose(reservedName, { file: key, from, name }, { place: placeOfOutput(output, placeOf) }),
      );
    before.set(key, output);
  }
  return diagnostics;
}

/** Version control's folders and the writer's own names. */
function isReserved(segment: string): boolean {
  return isVersionControl(segment) || segment.startsWith(LOCK_NAME) || segment.startsWith(TEMPORARY_PREFIX);
}

/** What stands in the way of the outputs. */
interface Obstacles {
  readonly files: Set<string>;
  /** Innermost first. */
  readonly folders: string[];
  /** What may not be removed. */
  readonly diagnostics: Diagnostic[];
}

function findObstacles(
  byKey: ReadonlyMap<string, Output>,
  neededFolders: ReadonlyMap<string, Output>,
  survey: Survey,
  rules: WriteRules,
): Obstacles {
  const obstacles: Obstacles = { files: new Set(), folders: [], diagnostics: [] };
  for (const [folder, inside] of neededFolders)
    clearFolder(folder, inside, byKey.get(folder), survey, rules, obstacles);
  for (const output of byKey.values()) {
    clearFile(output, survey, rules, obstacles);
    if (survey.folders.has(output.key) && !neededFolders.has(output.key))
      clearTree(output.key, survey, rules, obstacles);
  }
  return obstacles;
}

/** Makes room for a folder that an output lies in. */
function clearFolder(
  folder: string,
  inside: Output,
  file: Output | undefined,
  survey: Survey,
  rules: WriteRules,
  { files, diagnostics }: Obstacles,
): void {
  const kind = survey.files.get(folder);
  if (file !== undefined) {
    const facts = { file: folder, from: file.from, inside: inside.key, insideFrom: inside.from };
    diagnostics.push(diagnose(fileWhereFolder, facts, { place: placeOfOutput(file, rules.placeOf) }));
  } else if (kind === 'link') diagnostics.push(diagnose(linkInTheWay, { file: inside.key, link: folder }));
  else if (kind !== undefined && isRemovable(folder, rules)) files.add(folder);
  else if (kind !== undefined)
    diagnostics.push(diagnose(foreignInTheWay, { file: inside.key, obstacle: folder }));
}

/** Looks at what lies where an output is to be: a file of ours is replaced, a foreign one only where that is allowed. */
function clearFile(output: Output, survey: Survey, rules: WriteRules, { diagnostics }: Obstacles): void {
  const { key } = output;
  const kind = survey.files.get(key);
  if (kind === 'link') diagnostics.push(diagnose(linkInTheWay, { file: key, link: key }));
  const isForeign =
    (kind === 'other' && !isRemovable(key, rules)) ||
    (kind === 'file' && !rules.recorded.has(key) && !rules.mayReplace(output));
  if (isForeign) diagnostics.push(diagnose(foreignInTheWay, { file: key, obstacle: key }));
}

/** Makes room for a file where a folder lies. */
function clearTree(key: string, survey: Survey, rules: WriteRules, obstacles: Obstacles): void {
  const inside = [...survey.files.keys()].filter((file) => file.startsWith(`${key}/`));
  const foreign = inside.find((file) => !isRemovable(file, rules));
  if (foreign !== undefined)
    obstacles.diagnostics.push(diagnose(foreignInTheWay, { file: key, obstacle: foreign }));
  for (const file of inside) obstacles.files.add(file);
  obstacles.folders.push(
    ...[...survey.folders].filter((folder) => folder === key || folder.startsWith(`${key}/`)).reverse(),
  );
}

/** The folders that lie above some of these files. */
export function foldersAbove(keys: Iterable<string>): Set<string> {
  const folders = new Set<string>();
  for (const key of keys) for (const folder of foldersOf(key)) folders.add(folder);
  return folders;
}

/** Only folders that our own files lay in are ours to clean. */
function findEmptyFolders(
  survey: Survey,
  removed: ReadonlySet<string>,
  neededFolders: ReadonlyMap<string, Output>,
  { recorded, found, keepFiles }: WriteRules,
): string[] {
  const stay = new Set<string>();
  for (const file of survey.files.keys()) {
    if (!removed.has(file)) for (const folder of foldersOf(file)) stay.add(folder);
  }
  for (const folder of survey.folders) {
    if (isKept(folder, keepFiles)) for (const parent of [folder, ...foldersOf(folder)]) stay.add(parent);
  }
  const ours = foldersAbove(recorded);
  for (const folder of found) ours.delete(folder);
  return [...survey.folders]
    .filter((folder) => !stay.has(folder) && !neededFolders.has(folder) && ours.has(folder))
    .sort((a, b) => b.length - a.length);
}
