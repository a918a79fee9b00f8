/** Which sources of citations are used, in which order. */

import { nearest } from '../base/nearest.ts';
import { statsMessages } from '../diagnostics/catalogue/program/stats.ts';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts';
import type { Settings } from '../model/settings/settings.ts';
import { SOURCES, type Source } from './sources.ts';

/** `typed` are the names of the command line, which come before those of the configuration. Unknown names are reported. */
export function chooseSources(
  { citations }: Settings,
  typed: readonly string[] | undefined,
  report: (diagnostic: Diagnostic) => void,
): readonly Source[] {
  const chosen = typed ?? citations.sources;
  if (chosen === undefined) return SOURCES;
  const names = SOURCES.map(({ name }) => name);
  return chosen.flatMap((each) => {
    const source = SOURCES.find(({ name }) => name === each.trim().toLowerCase().replaceAll('-', '_'));
    if (source !== undefined) return source;
    report(diagnose(statsMessages.unknownSource, { source: each, nearest: nearest(each, names), names }));
    return [];
  });
}
