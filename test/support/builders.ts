/** The three ways in which builds follow one another, and what distinguishes their results from those of a clean build. */

import { dirname, join } from 'node:path';
import { DiskCache, noCache, type ResultCache } from '../../src/cache/disk-cache.ts';
import { changeSince, loadLastBuild } from '../../src/cache/last-build.ts';
import { loadConfig } from '../../src/config/load-config.ts';
import { createPacker } from '../../src/node/packer.ts';
import { buildSite } from '../../src/pipeline/build-site.ts';
import type { SiteResult } from '../../src/pipeline/site-result.ts';
import type { BuildVariant } from '../../src/pipeline/variant.ts';
import { SingleBuild } from '../../src/pipeline/variants/single-build.ts';
import type { BuildFlags, World } from '../../src/pipeline/world.ts';
import type { StylesheetKeeper } from '../../src/preview/stylesheet-keeper.ts';
import { createRebuilder } from '../../src/serve/rebuild.ts';
import { pollFiles } from '../../src/serve/watch/poll.ts';
import type { Change } from '../../src/serve/watch/snapshot.ts';
import { createWatchScope } from '../../src/serve/watch/watch-scope.ts';
import { createTestWorld } from './node-world.ts';
import { redirectFolder } from './redirected-fs.ts';
import { MemoryCache, SharedCompilerBuild } from './variants.ts';

/** Writes to `folder` beside the source; the build itself takes it for `dist`, as all the others do. */
export async function buildAt(
  source: string,
  folder: string,
  variant: BuildVariant = new SingleBuild(noCache),
): Promise<SiteResult> {
  return await buildSite(worldAt(source, folder), flagsFor(source), variant);
}

/** Each with its own destination and cache folder, which hold the record of what was written there. */
function worldAt(source: string, folder: string): World {
  const world = createTestWorld();
  const beside = dirname(source);
  const fs = redirectFolder(world.fs, join(beside, 'dist'), join(beside, folder));
  return {
    ...world,
    fs: redirectFolder(fs, join(source, '.hastie-cache'), join(beside, `${folder}-cache`)),
  };
}

function flagsFor(source: string, withoutCache = true): BuildFlags {
  const overrides = new Map<string, string | boolean>([
    ['source', source],
    ['destination', join(dirname(source), 'dist')],
    ...(withoutCache ? ([['disable_disk_cache', true]] as const) : []),
  ]);
  return { workingFolder: source, overrides, adoptDestination: true };
}

/** All that a build comes to: outputs by key, then what was reported. Where a text is kept is no part of it. */
function seen({ outputs, diagnostics, ok, counts }: SiteResult): readonly string[] {
  return [...outputs, ...diagnostics, { ok, counts }].map((each) =>
    JSON.stringify(each, (key, value) => (key === 'kept' ? undefined : value)),
  );
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
export function createMemoryBuilder(source: string, folder: string, stylesheets?: StylesheetKeeper): Builder {
  const cache: ResultCache = new MemoryCache();
  return {
    build: () =>
      buildAt(
        source,
        folder,
        stylesheets === undefined ? new SingleBuild(cache) : new SharedCompilerBuild(cache, stylesheets),
      ),
    close: () => {},
  };
}

/** As one process after the other goes on. */
export function createDiskBuilder(source: string, folder: string): Builder {
  const packer = createPacker('1', '');
  const flags = flagsFor(source, false);
  const identity = { program: '1', words: ['build'], workingFolder: source };
  return {
    async build() {
      const world = worldAt(source, folder);
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

/**
 * As a preview goes on: the files that it watches are polled as the server does it, and it builds when something has changed
 * there. A file that it should watch and does not leaves the last result as it was. Every other time that nothing has
 * changed somebody asks for a build.
 */
export function createPreviewBuilder(source: string, folder: string): Builder {
  const world = worldAt(source, folder);
  const flags = flagsFor(source);
  const rebuilder = createRebuilder(world, () => world.clock, flags);
  const ports = { fs: world.fs, nowMs: () => Date.now() };
  let scope = createWatchScope(loadConfig(world.fs, world.env, flags, world.plugins));
  let snapshot = toEnd(pollFiles(ports, { scope, before: new Map(), takesUnfinished: true })).snapshot;
  let result: SiteResult | undefined;
  let quietSteps = 0;
  const changesSince = (from: typeof scope, sinceMs: number): readonly Change[] => {
    const widened = from === scope ? undefined : { from, sinceMs };
    const found = toEnd(pollFiles(ports, { scope, before: snapshot, takesUnfinished: true, widened }));
    snapshot = found.snapshot;
    return found.changes;
  };
  return {
    async build() {
      let changes: readonly Change[] | undefined = result && changesSince(scope, 0);
      if (result !== undefined && changes?.length === 0 && quietSteps++ % 2 === 0)
        return { ...result, rendered: [] };
      do {
        const [before, sinceMs] = [scope, Date.now()];
        ({ result, scope } = await rebuilder.rebuild(changes, () => {}));
        changes = changesSince(before, sinceMs);
      } while (changes.length > 0);
      return result;
    },
    close: rebuilder.close,
  };
}

function toEnd<Step, Result>(steps: Generator<Step, Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
