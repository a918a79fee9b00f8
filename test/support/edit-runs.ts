/** Runs edit scripts: after each step an incremental build is compared with a clean one, and a script that fails is cut down. */

import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { noCache } from '../../src/cache/disk-cache.ts';
import type { StylesheetKeeper } from '../../src/preview/stylesheet-keeper.ts';
import {
  type Builder,
  buildAt,
  createDiskBuilder,
  createMemoryBuilder,
  createPreviewBuilder,
  differences,
} from './builders.ts';
import { treeOf } from './disk-tree.ts';
import { applyEdit, type Chance, chooseEdit, type Edit, type EditShape, siteOf } from './edit-scripts.ts';
import { filesBelow } from './recorded-sites.ts';
import { SharedCompilerBuild } from './variants.ts';

/** The edits of each step; the first step makes the site. */
export type EditScript = readonly (readonly Edit[])[];

export type Way = 'memory' | 'disk' | 'preview';

/** The compilers of stylesheets: one for the builds that follow one another, one for clean builds. */
export interface Keepers {
  readonly incremental: StylesheetKeeper;
  readonly clean: StylesheetKeeper;
}

export interface Run {
  /** How many results were kept, in all steps together; a step with nothing to build counts as one. */
  readonly reused: number;
  /** What differs from a clean build after the last step that was run; empty where nothing does. */
  readonly differences: readonly string[];
  /** What was run. */
  readonly script: EditScript;
}

/** A folder as the site of a script. */
export function siteBelow(folder: string): readonly Edit[] {
  return siteOf(
    Object.fromEntries(filesBelow(folder).map((file) => [file, readFileSync(join(folder, file), 'utf8')])),
  );
}

/** Runs a script to its end or to the first step whose result is not that of a clean build. */
export async function runScript(script: EditScript, way: Way, keepers: Keepers): Promise<Run> {
  let step = 0;
  return await runSteps(() => script[step++], way, keepers);
}

/** The same with edits by chance: at most twenty steps of up to three edits. */
export async function runRandomScript(
  chance: Chance,
  shape: EditShape,
  way: Way,
  keepers: Keepers,
): Promise<Run> {
  let steps = 1 + chance.number(20);
  let isFirst = true;
  const next = (root: string): readonly Edit[] | undefined => {
    if (isFirst) {
      isFirst = false;
      return shape.site;
    }
    if (steps-- === 0) return undefined;
    const edits: Edit[] = [];
    for (let i = chance.number(3); i >= 0; i--) {
      const edit = chooseEdit(chance, root, shape);
      if (edit === undefined) continue;
      edits.push(edit);
      // the next edit is chosen of what this one leaves
      applyEdit(root, edit);
    }
    return edits;
  };
  return await runSteps(next, way, keepers, { isApplied: true });
}

async function runSteps(
  next: (root: string) => readonly Edit[] | undefined,
  way: Way,
  keepers: Keepers,
  { isApplied = false } = {},
): Promise<Run> {
  const root = mkdtempSync(join(tmpdir(), 'edits-'));
  const source = join(root, 'site');
  mkdirSync(source);
  const builder = createBuilder(way, source, keepers);
  const script: (readonly Edit[])[] = [];
  let reused = 0;
  try {
    for (let edits = next(source); edits !== undefined; edits = next(source)) {
      if (!isApplied || script.length === 0) for (const edit of edits) applyEdit(source, edit);
      script.push(edits);
      const lastGood = treeOf(join(root, 'dist-incremental'));
      const incremental = await builder.build();
      const clean = await buildAt(source, 'dist-clean', new SharedCompilerBuild(noCache, keepers.clean));
      reused += incremental?.reused ?? 1;
      const found = [
        ...(incremental === undefined ? [] : differences(incremental, clean)),
        ...differentFiles(
          treeOf(join(root, 'dist-incremental')),
          clean.ok ? treeOf(join(root, 'dist-clean')) : lastGood,
        ),
      ];
      if (found.length > 0) return { reused, differences: found, script };
    }
  } finally {
    builder.close();
    rmSync(root, { recursive: true });
  }
  return { reused, differences: [], script };
}

function createBuilder(way: Way, source: string, { incremental }: Keepers): Builder {
  switch (way) {
    case 'memory':
      return createMemoryBuilder(source, 'dist-incremental', incremental);
    case 'disk':
      return createDiskBuilder(source, 'dist-incremental');
    case 'preview':
      return createPreviewBuilder(source, 'dist-incremental');
  }
}

function differentFiles(own: Readonly<Record<string, string>>, wanted: typeof own): readonly string[] {
  const keys = [...new Set([...Object.keys(own), ...Object.keys(wanted)])].sort();
  return keys
    .filter((key) => own[key] !== wanted[key])
    .map((key) => `on disk ${key}: ${JSON.stringify(own[key])}, clean ${JSON.stringify(wanted[key])}`);
}

/** A script that still fails, with no edit that could be left out. */
export async function shrink(script: EditScript, way: Way, keepers: Keepers): Promise<EditScript> {
  let smallest = script.map((edits) => [...edits]);
  const fails = async (candidate: EditScript): Promise<boolean> =>
    (await runScript(candidate, way, keepers)).differences.length > 0;
  const attempt = async (candidate: Edit[][]): Promise<boolean> => {
    if (!(await fails(candidate))) return false;
    smallest = candidate;
    return true;
  };
  // whole steps, most of the site at once, then edit by edit
  for (let step = smallest.length - 2; step > 0; step--)
    await attempt(smallest.filter((_, at) => at !== step));
  for (let step = smallest.length - 1; step >= 0; step--) {
    for (
      let size = Math.ceil(smallest[step]!.length / 2);
      size >= 1;
      size = size === 1 ? 0 : Math.ceil(size / 2)
    ) {
      for (let at = smallest[step]!.length - size; at >= 0; at -= size)
        await attempt(
          smallest.map((edits, each) =>
            each === step ? edits.filter((_, i) => i < at || i >= at + size) : edits,
          ),
        );
    }
  }
  // texts, line by line
  for (let step = 0; step < smallest.length; step++) {
    for (let i = 0; i < smallest[step]!.length; i++) {
      const edit = smallest[step]![i]!;
      if (edit.do !== 'write') continue;
      const lines = edit.text.split('\n');
      for (let line = lines.length - 1; line >= 0; line--) {
        const text = lines.filter((_, at) => at !== line).join('\n');
        const changed = smallest.map((edits, each) =>
          each === step ? edits.map((old, at) => (at === i ? { ...edit, text } : old)) : edits,
        );
        if (await attempt(changed)) lines.splice(line, 1);
      }
    }
  }
  return smallest;
}
