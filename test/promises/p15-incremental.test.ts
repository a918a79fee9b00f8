/**
 * P15 and P19: what is built from what an earlier build has made, by bytes and by diagnostics, is a clean build's. Random
 * edit scripts, a few here; `EDIT_SCRIPTS=2000` runs as many, from the seed `EDIT_SEED`. A third of them keeps its results
 * in memory, a third in the cache folder (and builds nothing where the memory of the whole build holds), a third goes the
 * preview's way, which is told what has changed and reads no more than that. The files on disk are compared, too.
 */

import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { createPacker } from '../../src/base/node/packer.ts';
import { type BuildFlags, buildSite, type SiteResult, type World } from '../../src/build/build-site.ts';
import { isUpToDate, loadLastBuild } from '../../src/build/last-build.ts';
import { createStylesheetKeeper } from '../../src/build/stylesheet-keeper.ts';
import { createStore } from '../../src/graph/store.ts';
import type { FileChange } from '../../src/read/reread-site.ts';
import { createRebuilder } from '../../src/serve/rebuild.ts';
import { treeOf } from '../support/disk-tree.ts';
import { createChance, editOnce, filesIn, READER_SITE } from '../support/edit-scripts.ts';
import { createTestWorld } from '../support/node-world.ts';

const SITES = [
  'readers',
  'rendering-order',
  'collections',
  'plugin-include-cache',
  'feed-sitemap-redirects',
  'plugin-paginate-v2',
  'layouts',
  'data-files',
];
const SCRIPTS = Number(process.env.EDIT_SCRIPTS ?? 16);
const SEED = Number(process.env.EDIT_SEED ?? 1);

const keepers = [createStylesheetKeeper(), createStylesheetKeeper()] as const;
afterAll(() => {
  for (const keeper of keepers) keeper.close();
});

function makeSite(name: string): string {
  const source = join(mkdtempSync(join(tmpdir(), 'edits-')), 'site');
  if (name === 'readers') {
    for (const [path, content] of Object.entries(READER_SITE)) {
      mkdirSync(dirname(join(source, path)), { recursive: true });
      writeFileSync(join(source, path), content);
    }
  } else {
    cpSync(fileURLToPath(new URL(`../sites/${name}/source`, import.meta.url)), source, { recursive: true });
  }
  return source;
}

async function buildAt(source: string, destination: string, world: Partial<World>): Promise<SiteResult> {
  return await buildSite({ ...createTestWorld(), ...world }, flagsFor(source, destination));
}

function flagsFor(source: string, destination: string, withoutCache = true): BuildFlags {
  const overrides = new Map<string, string | boolean>([
    ['source', source],
    ['destination', join(dirname(source), destination)],
    ...(withoutCache ? ([['disable_disk_cache', true]] as const) : []),
  ]);
  return { workingFolder: source, overrides, adoptDestination: true };
}

/** All that a build comes to, without the folder that it is written to: outputs by key, then what was told. */
function seen({ outputs, diagnostics, ok, counts }: SiteResult): readonly string[] {
  const lines = [...outputs, ...diagnostics, { ok, counts }].map((each) =>
    JSON.stringify(each, (key, value) => (key === 'kept' ? undefined : value)),
  );
  return lines.map((line) => line.replaceAll('/dist-clean', '/dist'));
}

/** What is in one of the two alone. */
function differences(a: SiteResult, b: SiteResult): readonly string[] {
  const [own, other] = [seen(a), seen(b)];
  if (own.join('\n') === other.join('\n')) return [];
  const [ownSet, otherSet] = [new Set(own), new Set(other)];
  return [
    'in another order, or:',
    ...own.filter((line) => !otherSet.has(line)).map((line) => `incremental ${line}`),
    ...other.filter((line) => !ownSet.has(line)).map((line) => `clean ${line}`),
  ];
}

/** Builds from step to step. */
interface Builder {
  /** Undefined where there was nothing to build. */
  build(): Promise<SiteResult | undefined>;
  close(): void;
}

/** As `hastie build` goes on: everything is looked at. */
function createBuilder(source: string): Builder {
  const store = createStore();
  return { build: () => buildAt(source, 'dist', { store, stylesheets: keepers[0] }), close: () => {} };
}

/** As one process after the other goes on. */
function createDiskBuilder(source: string): Builder {
  const packer = createPacker('1', '');
  const flags = flagsFor(source, 'dist', false);
  const identity = { program: '1', words: ['build'], workingFolder: source };
  return {
    async build() {
      const world = createTestWorld();
      const last = loadLastBuild(world.fs, join(source, '.hastie-cache'), identity);
      if (last !== undefined && isUpToDate(last, world.fs, world.env, world.sass.identify)) return undefined;
      // the files of a script are younger than a build would trust
      const startedMs = Date.now() + 60_000;
      return await buildSite({ ...world, packer, identity: { ...identity, startedMs } }, flags);
    },
    close: () => {},
  };
}

/** As a preview goes on: it is told which files have changed. */
function createPreviewBuilder(source: string): Builder {
  const world = createTestWorld();
  const rebuilder = createRebuilder(world, () => world.clock, flagsFor(source, 'dist'));
  let before: ReadonlyMap<string, string> | undefined;
  return {
    async build() {
      const now = new Map(filesIn(source).map((path) => [join(source, path), lookOf(join(source, path))]));
      const changes = before && changesBetween(before, now);
      before = now;
      return (await rebuilder.rebuild(changes, () => {})).result;
    },
    close: rebuilder.close,
  };
}

/** What a watcher would tell one state of a file from another by: a file that was only touched has changed, too. */
function lookOf(path: string): string {
  return `${statSync(path).mtimeMs} ${readFileSync(path, 'latin1')}`;
}

function changesBetween(
  before: ReadonlyMap<string, string>,
  now: ReadonlyMap<string, string>,
): readonly FileChange[] {
  const found = [...now].filter(([path, text]) => before.get(path) !== text);
  return [
    ...found.map(([path]) => ({ path, kind: before.has(path) ? ('changed' as const) : ('added' as const) })),
    ...[...before.keys()]
      .filter((path) => !now.has(path))
      .map((path) => ({ path, kind: 'removed' as const })),
  ];
}

async function runScript(seed: number): Promise<number> {
  const chance = createChance(seed * 7919);
  const name = chance.pick(SITES);
  const source = makeSite(name);
  const builder = [createBuilder, createDiskBuilder, createPreviewBuilder][seed % 3]!(source);
  const done: string[] = [];
  let reused = 0;
  try {
    const steps = 1 + chance.number(20);
    for (let step = 0; step <= steps; step++) {
      if (step > 0) for (let i = chance.number(3); i >= 0; i--) done.push(editOnce(chance, source));
      const lastGood = treeOf(join(dirname(source), 'dist'));
      const incremental = await builder.build();
      const clean = await buildAt(source, 'dist-clean', { stylesheets: keepers[1] });
      reused += incremental?.reused ?? 1;
      const told = `seed ${seed}, ${name}:\n${done.join('\n')}`;
      if (incremental !== undefined) expect(differences(incremental, clean), told).toEqual([]);
      const wanted = clean.ok ? treeOf(join(dirname(source), 'dist-clean')) : lastGood;
      expect(treeOf(join(dirname(source), 'dist')), told).toEqual(wanted);
    }
  } finally {
    builder.close();
    rmSync(dirname(source), { recursive: true });
  }
  return reused;
}

test(`${SCRIPTS} edit scripts end with the bytes and the diagnostics of clean builds`, {
  timeout: 3_600_000,
}, async () => {
  let reused = 0;
  for (let seed = SEED; seed < SEED + SCRIPTS; seed++) reused += await runScript(seed);
  // a store that keeps nothing would pass as well
  expect(reused).toBeGreaterThan(SCRIPTS * 5);
});
