/** The reading of a preview: only what has changed, where that is enough. */

import { expandPath, isWithin } from '../base/paths.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { fingerprintValue } from '../graph/fingerprint-value.ts';
import { TimeRecorder } from '../graph/time-recorder.ts';
import type { Config } from '../model/config.ts';
import type { Inventory } from '../model/inventory.ts';
import type { Plugin } from '../plugin/api/plugin.ts';
import type { Clock } from '../ports/clock.ts';
import type { ReadFs } from '../ports/fs.ts';
import { createReadContext } from '../read/read-site.ts';
import { type FileChange, type Reread, rereadSite } from '../read/reread-site.ts';

/** What one build has read. */
export interface Snapshot {
  /** Equal for builds that read the same files in the same way. */
  readonly key: string;
  readonly inventory: Inventory;
  /** Whether the reading depends on the very moment. */
  readonly isMoment: boolean;
  /** Until when it would come out the same, in milliseconds since the epoch. */
  readonly untilMs: number;
}

/** The `key` of a snapshot. */
export function readingKey(config: Config, plugins: readonly Plugin[]): string {
  const { source, destination, environment, timeZone, theme, values } = config;
  const names = plugins.map(({ name }) => name);
  return JSON.stringify([
    ...[source, destination, environment, timeZone, theme?.root],
    ...[names, fingerprintValue(values)],
  ]);
}

export interface ReadPorts {
  readonly fs: ReadFs;
  readonly clock: Clock;
}

/** Undefined where everything has to be read: other files are there, the time has come for a post, there is something to report. */
export function readAgain(
  { fs, clock }: ReadPorts,
  config: Config,
  { inventory, untilMs }: Snapshot,
  changes: readonly FileChange[],
): Reread | undefined {
  if (clock.now >= untilMs) return undefined;
  const diagnostics: Diagnostic[] = [];
  const time = new TimeRecorder();
  const context = createReadContext(fs, clock, config, time, diagnostics);
  const reread = rereadSite(context, inventory, changes, (path) =>
    sassFolders(config).some((folder) => isWithin(folder, path)),
  );
  const isTimed = time.isMoment || Number.isFinite(time.bounds(clock.now).until);
  return diagnostics.length > 0 || isTimed ? undefined : reread;
}

/** Where the partials of stylesheets are: their compiler looks at them by itself. */
function sassFolders({ source, settings }: Config): readonly string[] {
  return [settings.sass.sassDir, ...settings.sass.loadPaths].map((name) => expandPath(name, source));
}
