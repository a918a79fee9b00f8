/** Compares what a build made with what lies in the destination: what stands in the way, what must go, what is kept. Pure. */

import {
  fileWhereFolder,
  foreignInTheWay,
  linkInTheWay,
  outputTwice,
  reservedName,
} from '../diagnostics/catalogue/site/write.ts';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts';
import { type Output, placeOfOutput } from '../model/output.ts';
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
  /** Whether an output may take the place of a file that the record does not name. */
  readonly mayReplace: (output: Output) => boolean;
}

/** Whether a file of the destination is Hastie's to remove. */
function isRemovable(key: string, { recorded, keepFiles }: WriteRules): boolean {
  return isTemporary(key) || (recorded.has(key) && !isKept(key, keepFiles));
}

export function planWrite(outputs: readonly Output[], survey: Survey, rules: WriteRules): WritePlan {
  const byKey = new Map<string, Output>();
  const diagnostics: Diagnostic[] = [];
  for (const output of outputs) {
    const { key, from } = output;
    const other = byKey.get(key);
    const name = key.split('/').find(isReserved);
    const isWrong = other !== undefined || name !== undefined;
    const place = isWrong ? placeOfOutput(output) : undefined;
    if (other !== undefined)
      diagnostics.push(diagnose(outputTwice, { file: key, from, other: other.from }, { place }));
    else if (name !== undefined)
      diagnostics.push(diagnose(reservedName, { file: key, from, name }, { place }));
    byKey.set(key, output);
  }
  const removable = (key: string) => isRemovable(key, rules);
  const neededFolders = new Map<string, Output>();
  for (const output of outputs) {
    for (const folder of foldersOf(output.key))
      if (!neededFolders.has(folder)) neededFolders.set(folder, output);
  }
  const { obstacles, obstacleFolders } = findObstacles(byKey, neededFolders, survey, rules, diagnostics);
  const strays = [...survey.files.keys()].filter(
    (key) => !byKey.has(key) && !obstacles.has(key) && removable(key),
  );
  const cleared = new Set(obstacleFolders);
  return {
    obstacles: [...obstacles],
    obstacleFolders,
    strays,
    emptyFolders: findEmptyFolders(survey, new Set([...strays, ...obstacles]), neededFolders, rules).filter(
      (folder) => !cleared.has(folder),
    ),
    diagnostics,
  };
}

/** Version control's folders and the writer's own names. */
function isReserved(segment: string): boolean {
  return isVersionControl(segment) || segment.startsWith(LOCK_NAME) || segment.startsWith(TEMPORARY_PREFIX);
}

function findObstacles(
  byKey: ReadonlyMap<string, Output>,
  neededFolders: ReadonlyMap<string, Output>,
  survey: Survey,
  rules: WriteRules,
  diagnostics: Diagnostic[],
): { obstacles: Set<string>; obstacleFolders: string[] } {
  const removable = (key: string) => isRemovable(key, rules);
  const obstacles = new Set<string>();
  const obstacleFolders: string[] = [];
  for (const [folder, inside] of neededFolders) {
    const file = byKey.get(folder);
    const kind = survey.files.get(folder);
    if (file !== undefined) {
      const facts = { file: folder, from: file.from, inside: inside.key, insideFrom: inside.from };
      diagnostics.push(diagnose(fileWhereFolder, facts, { place: placeOfOutput(file) }));
    } else if (kind === 'link') diagnostics.push(diagnose(linkInTheWay, { file: inside.key, link: folder }));
    else if (kind !== undefined && removable(folder)) obstacles.add(folder);
    else if (kind !== undefined) {
      diagnostics.push(diagnose(foreignInTheWay, { file: inside.key, obstacle: folder }));
    }
  }
  for (const [key, output] of byKey) {
    const kind = survey.files.get(key);
    if (kind === 'link') diagnostics.push(diagnose(linkInTheWay, { file: key, link: key }));
    const isForeign = kind === 'other' ? !removable(key) : kind === 'file' && !rules.recorded.has(key);
    if (isForeign && (kind === 'other' || !rules.mayReplace(output)))
      diagnostics.push(diagnose(foreignInTheWay, { file: key, obstacle: key }));
    if (!survey.folders.has(key) || neededFolders.has(key)) continue;
    const inside = [...survey.files.keys()].filter((file) => file.startsWith(`${key}/`));
    const foreign = inside.find((file) => !removable(file));
    if (foreign !== undefined) diagnostics.push(diagnose(foreignInTheWay, { file: key, obstacle: foreign }));
    for (const file of inside) obstacles.add(file);
    obstacleFolders.push(
      ...[...survey.folders].filter((folder) => folder === key || folder.startsWith(`${key}/`)).reverse(),
    );
  }
  return { obstacles, obstacleFolders };
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
