/** Puts a build that went well into memory, so that the next one can see that nothing has changed. */

import type { Diagnostic } from '../base/diagnostic.ts';
import { FsError, type WriteFs } from '../base/fs.ts';
import type { Config } from '../model/config.ts';
import type { Output } from '../model/output.ts';
import type { Destination } from './destination.ts';
import {
  type BuildAccount,
  type BuildIdentity,
  ownFolders,
  saveLastBuild,
  stampOutputs,
  type UsedCompiler,
} from './last-build.ts';
import type { TimeReads } from './time-trace.ts';
import type { WorldTrace } from './world-trace.ts';

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
  readonly time: TimeReads;
  /** Whether all that plugins look at passes through our ports. */
  readonly isKnown: boolean;
  /** The compiler of stylesheets; undefined where there are none. */
  readonly compiler: UsedCompiler | undefined;
}

export function remember(
  { fs, identity }: { readonly fs: WriteFs; readonly identity?: BuildStart },
  trace: WorldTrace,
  build: FinishedBuild,
): void {
  const { config, destination, outputs, compiler, time, counts, diagnostics } = build;
  if (identity === undefined || !build.isKnown) return;
  const { startedMs, ...known } = identity;
  const { source, cacheFolder, timeZone } = config;
  const account = { source, cacheFolder, destination: destination.path, counts, diagnostics };
  const reads = trace.reads(startedMs, ownFolders(account));
  if (reads === undefined) return;
  try {
    saveLastBuild(fs, {
      ...{ ...known, ...account, timeZone, reads, time },
      ...(compiler === undefined ? {} : { compiler }),
      ...stampOutputs(fs, destination.path, outputs, destination.ownership === 'whole'),
      timed: outputs.flatMap((output) =>
        'timed' in output && output.timed !== undefined ? [[output.key, output.timed] as const] : [],
      ),
    });
  } catch (error) {
    if (!(error instanceof FsError)) throw error;
  }
}
