/** What every reader of the source shares: the ports, the configuration, and where diagnostics go. */

import { isWithin } from '../base/paths.ts';
import type { DiagnosticSink } from '../diagnostics/diagnostic.ts';
import type { SourceText } from '../diagnostics/source-text.ts';
import { decodeText, readText } from '../files/read-text.ts';
import type { Config } from '../model/config.ts';
import type { FrontMatterDefaults } from '../model/inventory.ts';
import type { ReadFs } from '../ports/fs.ts';
import type { RubyTime, Value } from '../ruby/values.ts';
import type { FrontMatterOptions } from './documents/front-matter.ts';
import type { EntryFilter } from './folder/entry-filter.ts';

export interface ReadContext {
  readonly fs: ReadFs;
  readonly config: Config;
  readonly filter: EntryFilter;
  readonly defaults: FrontMatterDefaults;
  /** `site.time`. */
  readonly time: RubyTime;
  readonly frontMatter: FrontMatterOptions;
  readonly report: DiagnosticSink;
}

/** A path as messages show it: relative to the source where it lies in it. */
export function shownPath(config: Config, path: string): string {
  if (path === config.source) return '.';
  if (!isWithin(config.source, path)) return path;
  return path.slice(config.source.endsWith('/') ? config.source.length : config.source.length + 1);
}

/** The text of a file (of `bytes`, where they were read before), or undefined where it has none that can be read, which is reported. */
export function textOf(context: ReadContext, path: string, bytes?: Uint8Array): TextFile | undefined {
  const { encoding } = context.config.settings;
  const file = shownPath(context.config, path);
  const read =
    bytes === undefined ? readText(context.fs, path, file, encoding) : decodeText(bytes, file, encoding);
  for (const diagnostic of read.diagnostics) context.report(diagnostic);
  return read.source === undefined ? undefined : { source: read.source, marked: read.marked };
}

export interface TextFile {
  readonly source: SourceText;
  /** Whether the file began with a byte order mark. */
  readonly marked: boolean;
}

/** A setting that counts as set: neither nil nor false. */
export function isTrue(value: Value): boolean {
  return value !== undefined && value !== null && value !== false;
}
