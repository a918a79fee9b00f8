/** Gathers the files of the destination by key: which of two sources of one key wins, and what would clash on a disk. */

import type { OutputKey } from '../base/paths.ts';
import { findTooLong, reasonAgainstName } from '../base/portable-name.ts';
import { buildMessages } from '../diagnostics/catalogue/site/build.ts';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts';
import type { PlacedDocument } from '../model/document.ts';
import { type PlaceOf, placeOfOutput, startOfFile } from '../model/output.ts';

/** What identifies an output: its key, and what it was made from. */
interface Keyed {
  readonly key: OutputKey;
  readonly from: string;
  readonly of?: PlacedDocument | undefined;
  /** Not reported when another one has its key. */
  readonly mayCollide?: boolean;
}

export interface GatheredOutputs<Output extends Keyed> {
  /** No key twice, in the order in which Jekyll writes. */
  readonly outputs: readonly Output[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * @param written in Jekyll's order of writing: pages, static files, documents; of two with one key the later wins
 * @param destination absolute, for the message
 */
export function gatherOutputs<Output extends Keyed>(
  written: readonly Output[],
  destination: string,
  memory: GatherMemory = { known: undefined },
  placeOf: PlaceOf = startOfFile,
): GatheredOutputs<Output> {
  const { known } = memory;
  // files of the same names from the same sources clash as they did
  if (known !== undefined && known.length === written.length && written.every(isAsKnown, known))
    return { outputs: written, diagnostics: [] };
  const gathered = gatherAnew(written, destination, placeOf);
  const isPlain = gathered.diagnostics.length === 0 && gathered.outputs.length === written.length;
  memory.known = isPlain ? written.map(({ key, from }) => ({ key, from })) : undefined;
  return gathered;
}

/** The names of an earlier gathering that had nothing to say; undefined where there was something. */
export interface GatherMemory {
  known: readonly Pick<Keyed, 'key' | 'from'>[] | undefined;
}

function isAsKnown(this: readonly Pick<Keyed, 'key' | 'from'>[], { key, from }: Keyed, at: number): boolean {
  return this[at]?.key === key && this[at].from === from;
}

function gatherAnew<Output extends Keyed>(
  written: readonly Output[],
  destination: string,
  placeOf: PlaceOf,
): GatheredOutputs<Output> {
  const byKey = new Map<OutputKey, Output>();
  const sources = new Map<OutputKey, string[]>();
  for (const output of written) {
    const named = sources.get(output.key);
    if (output.mayCollide === true) {
      byKey.set(output.key, output);
      continue;
    }
    if (named === undefined) sources.set(output.key, [output.from]);
    else named.push(output.from);
    byKey.set(output.key, output);
  }
  const diagnostics: Diagnostic[] = [];
  for (const [key, named] of sources) {
    if (named.length < 2) continue;
    const place = placeOfOutput(byKey.get(key)!, placeOf);
    diagnostics.push(
      diagnose(buildMessages.conflict, { url: `/${key}`, destination, sources: named }, { place }),
    );
  }
  diagnostics.push(
    ...findFileFolders(byKey, placeOf),
    ...findCaseConflicts(byKey, placeOf),
    ...findUnportable(byKey, placeOf),
  );
  return { outputs: [...byKey.values()], diagnostics };
}

/** A key that is also a folder of another one: no disk can hold both. */
function findFileFolders(byKey: ReadonlyMap<OutputKey, Keyed>, placeOf: PlaceOf): Diagnostic[] {
  const found: Diagnostic[] = [];
  for (const key of byKey.keys()) {
    for (let slash = key.indexOf('/'); slash >= 0; slash = key.indexOf('/', slash + 1)) {
      const file = byKey.get(key.slice(0, slash) as OutputKey);
      if (file === undefined) continue;
      const place = placeOfOutput(file, placeOf);
      found.push(diagnose(buildMessages.fileInFolder, { key: file.key, inside: key }, { place }));
    }
  }
  return found;
}

/** Names that another system does not take; a folder's is reported once. */
function findUnportable(byKey: ReadonlyMap<OutputKey, Keyed>, placeOf: PlaceOf): Diagnostic[] {
  const found: Diagnostic[] = [];
  const known = new Set<string>();
  for (const output of byKey.values()) {
    const { key } = output;
    for (const name of key.split('/')) {
      if (known.has(name)) continue;
      known.add(name);
      const why = reasonAgainstName(name);
      if (why === undefined) continue;
      const place = placeOfOutput(output, placeOf);
      found.push(diagnose(buildMessages.reservedName, { name, key, why }, { place }));
    }
    const tooLong = findTooLong(key);
    if (tooLong !== undefined)
      found.push(diagnose(buildMessages.longName, tooLong, { place: placeOfOutput(output, placeOf) }));
  }
  return found;
}

function findCaseConflicts(byKey: ReadonlyMap<OutputKey, Keyed>, placeOf: PlaceOf): Diagnostic[] {
  const folded = new Map<string, OutputKey>();
  const found: Diagnostic[] = [];
  for (const [key, output] of byKey) {
    const plain = key.normalize('NFC').toLowerCase();
    const other = folded.get(plain);
    if (other === undefined) folded.set(plain, key);
    else
      found.push(
        diagnose(
          buildMessages.caseConflict,
          { keys: [other, key] },
          { place: placeOfOutput(output, placeOf) },
        ),
      );
  }
  return found;
}
