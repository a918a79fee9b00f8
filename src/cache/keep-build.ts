/** What a build that went well leaves in the cache folder for the next one: its results, and what it rests on as a whole. */

import type { OutputKey } from '../base/paths.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Store } from '../graph/store.ts';
import type { TimeReads } from '../graph/time-trace.ts';
import type { WorldTrace } from '../graph/world-trace.ts';
import type { Config } from '../model/config.ts';
import type { Output } from '../model/output.ts';
import { FsError, type WriteFs } from '../ports/fs.ts';
import type { Packer } from '../ports/packer.ts';
import type { Destination } from '../write/destination.ts';
import {
  type BuildAccount,
  type BuildIdentity,
  type LastBuild,
  ownFolders,
  saveLastBuild,
  stampOutputs,
  type UsedCompiler,
} from './last-build.ts';
import { saveStore } from './store-file.ts';

export interface BuildStart extends BuildIdentity {
  /** When the program began, by the system's clock: what times of files are compared with. */
  readonly startedMs: number;
}

export interface FinishedBuild {
  readonly config: Config;
  readonly destination: Destination;
  readonly outputs: readonly Output[];
  readonly counts: BuildAccount['counts'];
  readonly diagnostics: readonly Diagnostic[];
  /** Absent where no later build shall see that nothing has changed. */
  readonly trace: WorldTrace | undefined;
  readonly time: TimeReads;
  /** Whether all that plugins look at passes through our ports. */
  readonly isKnown: boolean;
  /** The compiler of stylesheets; undefined where there are none. */
  readonly compiler: UsedCompiler | undefined;
  /** New results and what packs them; undefined where there are none, or nothing is kept on disk. */
  readonly store: { readonly store: Store; readonly packer: Packer } | undefined;
  readonly keyOf: (id: string) => OutputKey | undefined;
}

export interface KeepPorts {
  readonly fs: WriteFs;
  readonly identity?: BuildStart;
}

/** Every file of the destination must be there. What can't be kept costs the next build time. */
export function keepBuild({ fs, identity }: KeepPorts, build: FinishedBuild): void {
  const { config, destination, outputs, store, keyOf } = build;
  const last = identity && lastBuildOf(identity, build);
  if (last === undefined && store === undefined) return;
  try {
    const stamped = stampOutputs(fs, destination.path, outputs);
    if (store !== undefined) {
      const stamps = new Map(stamped);
      const written = { destination: destination.path, outputs, stamps, keyOf };
      saveStore(fs, config.cacheFolder, store.packer, store.store, written);
    }
    if (last !== undefined) saveLastBuild(fs, { ...last, outputs: stamped });
  } catch (error) {
    if (!(error instanceof FsError)) throw error;
  }
}

function lastBuildOf(
  { startedMs, ...identity }: BuildStart,
  build: FinishedBuild,
): Omit<LastBuild, 'outputs'> | undefined {
  const { config, destination, outputs, compiler, time, counts, diagnostics } = build;
  const { source, cacheFolder, timeZone } = config;
  const account = { source, cacheFolder, destination: destination.path, counts, diagnostics };
  const reads = build.isKnown ? build.trace?.reads(startedMs, ownFolders(account)) : undefined;
  return (
    reads && {
      ...{ ...identity, ...account, timeZone, reads, time },
      ...(compiler === undefined ? {} : { compiler }),
      timed: outputs.flatMap((output) =>
        'timed' in output && output.timed !== undefined ? [[output.key, output.timed] as const] : [],
      ),
    }
  );
}
