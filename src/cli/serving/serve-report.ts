/** What `hastie serve` says while it runs: one line a build, and each complaint once as long as it stands. */

import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { SiteResult } from '../../pipeline/site-result.ts';
import type { Change } from '../../serve/watch/snapshot.ts';
import { type Context, isQuiet, say, shownPath, tell } from '../context.ts';
import type { Palette } from '../report/colour.ts';
import { stagesText, successText, templatesText, troubleText } from '../report/summary.ts';

export interface ServeReport {
  built(result: SiteResult, ms: number, changes: readonly Change[] | undefined): void;
}

export function createServeReport(context: Context, nowMs: () => number): ServeReport {
  const { outPalette: palette, workingFolder, args, world } = context;
  let standing: ReadonlySet<string> = new Set();
  const isNew = (diagnostic: Diagnostic): boolean =>
    diagnostic.severity === 'error' || !standing.has(JSON.stringify(diagnostic));

  return {
    built(result, ms, changes) {
      const { config, diagnostics, write, counts } = result;
      const fresh = diagnostics.filter(isNew);
      tell(context, fresh, config.source, result.sources);
      standing = new Set(diagnostics.map((diagnostic) => JSON.stringify(diagnostic)));
      if (isQuiet(args, world)) return;
      const trouble = troubleText(diagnostics, palette);
      const destination = shownPath(workingFolder, config.destination);
      const tally = {
        ...counts,
        written: write?.written.length ?? 0,
        unchanged: write?.unchanged.length ?? 0,
        removed: write?.removed.length ?? 0,
      };
      if (changes === undefined) {
        say(
          context,
          result.ok
            ? `${successText(tally, destination, ms, palette)}${trouble === '' ? '' : ` ${trouble}.`}\n`
            : `${trouble}. ${palette.strong(destination)} was left unchanged.\n`,
        );
      } else {
        const done = result.ok
          ? `${tally.written} written${tally.removed > 0 ? `, ${tally.removed} removed` : ''} in ${duration(ms)}`
          : `${trouble}; ${palette.strong(destination)} was left unchanged`;
        const end = result.ok && trouble !== '' ? `, ${trouble}${asBefore(fresh, palette)}` : '';
        say(
          context,
          `${palette.faint(timeOfDay(nowMs()))} ${changesText(changes, config.source)}: ${done}${end}\n`,
        );
      }
      if (config.values.get('profile') === true)
        say(context, stagesText(result.stages) + templatesText(result.templates));
    },
  };
}

/** Which of the warnings stand above this line, and which were shown after an earlier build. */
function asBefore(fresh: readonly Diagnostic[], palette: Palette): string {
  const trouble = troubleText(fresh, palette);
  return trouble === '' ? ' as before' : ` in all, ${trouble} of them new`;
}

/** `_posts/a.md`, `_posts/a.md and 3 more`. */
function changesText(changes: readonly Change[], source: string): string {
  const [first, ...others] = changes;
  if (first === undefined) return 'on request';
  const more = others.length === 0 ? '' : ` and ${others.length} more`;
  const gone = first.kind === 'removed' ? ' (removed)' : '';
  return `${shownPath(source, first.path)}${gone}${more}`;
}

function duration(ms: number): string {
  return ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(2)} s`;
}

/** `20:15:07`, as the clock on the wall shows it. */
function timeOfDay(ms: number): string {
  return new Date(ms).toTimeString().slice(0, 8);
}
