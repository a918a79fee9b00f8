/** The reading of a preview that goes on: only what has changed, where that is enough. */

import { expandPath, isWithin } from '../base/paths.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { fingerprintValue } from '../graph/fingerprint-value.ts';
import { createTimeTrace } from '../graph/time-trace.ts';
import type { Config } from '../model/config.ts';
import type { Document } from '../model/document.ts';
import type { Plugin } from '../plugin/api/plugin.ts';
import type { Clock } from '../ports/clock.ts';
import type { ReadFs } from '../ports/fs.ts';
import { createReadContext } from '../read/read-site.ts';
import { type FileChange, type Reread, rereadDocument, rereadSite } from '../read/reread-site.ts';
import { isArray, isHash } from '../ruby/values.ts';
import type { Seen } from './live-site.ts';

/** Equal for builds that read the same files in the same way. */
export function liveKey(config: Config, plugins: readonly Plugin[]): string {
  const { source, destination, environment, timeZone, theme, values } = config;
  const names = plugins.map(({ name }) => name);
  return JSON.stringify([
    source,
    destination,
    environment,
    timeZone,
    theme?.root,
    names,
    fingerprintValue(values),
  ]);
}

export interface ReadPorts {
  readonly fs: ReadFs;
  readonly clock: Clock;
}

/** Undefined where all has to be read: other files are there, the time has come for a post, there is something to say. */
export function readAgain(
  { fs, clock }: ReadPorts,
  config: Config,
  seen: Seen,
  changes: readonly FileChange[],
): Reread | undefined {
  if (clock.now >= (seen.time.untilMs ?? Number.POSITIVE_INFINITY)) return undefined;
  const diagnostics: Diagnostic[] = [];
  const time = createTimeTrace();
  const context = createReadContext(fs, clock, config, time, diagnostics);
  const reread = rereadSite(context, seen.inventory, changes, (path) =>
    sassFolders(config).some((folder) => isWithin(folder, path)),
  );
  const { whole, untilMs } = time.reads(clock.now);
  return diagnostics.length > 0 || whole || untilMs !== undefined ? undefined : reread;
}

/** One document as its file has it now, with nothing to say about it. */
export function readOneAgain(
  { fs, clock }: ReadPorts,
  config: Config,
  { inventory }: Seen,
  path: string,
): Document | undefined {
  const documents = [
    ...inventory.pages,
    ...[...inventory.collections.values()].flatMap((collection) => collection.documents),
  ];
  const known = documents.find(({ absolutePath }) => absolutePath === path);
  const diagnostics: Diagnostic[] = [];
  const time = createTimeTrace();
  const context = createReadContext(fs, clock, config, time, diagnostics);
  const now = known && rereadDocument(context, inventory.collections, known);
  return diagnostics.length > 0 || time.reads(clock.now).whole ? undefined : now;
}

/** Where the partials of stylesheets are: their compiler looks at them by itself. */
function sassFolders({ source, values }: Config): readonly string[] {
  const sass = values.get('sass');
  const setting = (key: string) => (isHash(sass) ? sass.get(key) : undefined);
  const folder = setting('sass_dir');
  const more = setting('load_paths');
  const names = [typeof folder === 'string' ? folder : '_sass', ...(isArray(more) ? more : [])];
  return names.filter((name) => typeof name === 'string').map((name) => expandPath(name, source));
}
