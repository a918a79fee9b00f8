/** Folds the compiler's deprecation warnings, hundreds of them in an old theme, into one line. */

import { sassDeprecations } from '../../../diagnostics/catalogue/engines/sass.ts';
import { type Diagnostic, diagnose } from '../../../diagnostics/diagnostic.ts';
import type { Deprecations } from '../jobs.ts';

/** One diagnostic for all stylesheets of a build, at the first use of all, or none. */
export function foldDeprecations(met: readonly Deprecations[]): readonly Diagnostic[] {
  const kinds = new Map<string, number>();
  let omitted = 0;
  for (const one of met) {
    omitted += one.omitted;
    for (const [kind, count] of Object.entries(one.kinds)) kinds.set(kind, (kinds.get(kind) ?? 0) + count);
  }
  if (kinds.size === 0) return [];
  const counts = [...kinds].map(([kind, count]) => ({ kind, count }));
  counts.sort((a, b) => b.count - a.count || (a.kind < b.kind ? -1 : 1));
  const total = counts.reduce((sum, { count }) => sum + count, omitted);
  const place = met.find(({ first }) => first !== undefined)?.first;
  return [diagnose(sassDeprecations, { kinds: counts, total, atLeast: omitted > 0 }, { place })];
}
