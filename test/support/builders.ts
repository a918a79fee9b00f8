/** The three ways in which builds follow one another, and what tells their results from those of a clean build. */

import { readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DiskCache, noCache, type ResultCache } from '../../src/cache/disk-cache.ts';
import { changeSince, loadLastBuild } from '../../src/cache/last-build.ts';
import { createPacker } from '../../src/node/packer.ts';
import { buildSite, type SiteResult } from '../../src/pipeline/build-site.ts';
import type { BuildVariant } from '../../src/pipeline/variant.ts';
import { SingleBuild } from '../../src/pipeline/variants/single-build.ts';
import type { BuildFlags } from '../../src/pipeline/world.ts';
import type { StylesheetKeeper } from '../../src/preview/stylesheet-keeper.ts';
import type { FileChange } from '../../src/read/reread-site.ts';
import { createRebuilder } from '../../src/serve/rebuild.ts';
import { filesIn } from './edit-scripts.ts';
import { createTestWorld } from './node-world.ts';
import { MemoryCache, SharedCompilerBuild } from './variants.ts';

export async function buildAt(
  source: string,
  destination: string,
  variant: BuildVariant = new SingleBuild(noCache),
): Promise<SiteResult> {
  return await buildSite(createTestWorld(), flagsFor(source, destination), variant);
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
  return lines.map((line) => line.replace(/\/dist(?:-\w+)?\b/g, '/dist'));
}

/** What is in one of the two alone. */
export function differences(a: SiteResult, b: SiteResult): readonly string[] {
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
export interface Builder {
  /** Undefined where there was nothing to build. */
  build(): Promise<SiteResult | undefined>;
  close(): void;
}

/** As `hastie build` goes on: everything is looked at. */
export function createMemoryBuilder(
  source: string,
  destination: string,
  stylesheets?: StylesheetKeeper,
): Builder {
  const cache: ResultCache = new MemoryCache();
  return {
    build: () =>
      buildAt(
        source,
        destination,
        stylesheets === undefined ? new SingleBuild(cache) : new SharedCompilerBuild(cache, stylesheets),
      ),
    close: () => {},
  };
}

/** As one process after the other goes on. */
export function createDiskBuilder(source: string, destination: string): Builder {
  const packer = createPacker('1', '');
  const flags = flagsFor(source, destination, false);
  const identity = { program: '1', words: ['build'], workingFolder: source };
  return {
    async build() {
      const world = createTestWorld();
      const last = loadLastBuild(world.fs, join(source, '.hastie-cache'), identity);
      const now = { fs: world.fs, env: world.env, nowMs: world.clock.now, identify: world.sass.identify };
      if (last !== undefined && changeSince(last, now) === undefined) return undefined;
      // the files of a script are younger than a build would trust
      const startedMs = Date.now() + 60_000;
      return await buildSite(
        world,
        flags,
        new SingleBuild(new DiskCache(packer, { ...identity, startedMs })),
      );
    },
    close: () => {},
  };
}

/** As a preview goes on: it is told which files have changed. */
export function createPreviewBuilder(source: string, destination: string): Builder {
  const world = createTestWorld();
  const rebuilder = createRebuilder(world, () => world.clock, flagsFor(source, destination));
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
