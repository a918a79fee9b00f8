/** What `hastie serve` prints while it runs: one line a build, and each warning once as long as it stays. */

import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { SiteResult } from '../../pipeline/site-result.ts';
import type { Change } from '../../serve/watch/snapshot.ts';
import { type Context, isQuiet, print, reportDiagnostics, shownPath } from '../context.ts';
import type { Palette } from '../report/colour.ts';
import { stagesText, successText, tallyOf, templatesText, troubleText } from '../report/summary.ts';

export class ServeReport {
  readonly #context: Context;
  readonly #nowMs: () => number;
  /** Diagnostics of the last build: those that come again are not repeated, unless they are errors. */
  #known: ReadonlySet<string> = new Set();

  /** `nowMs` is the time of day. */
  constructor(context: Context, nowMs: () => number) {
    this.#context = context;
    this.#nowMs = nowMs;
  }

  /** `changes` are what was built because of; undefined for the first build. */
  built(result: SiteResult, ms: number, changes: readonly Change[] | undefined): void {
    const { config, diagnostics, stages, templates, sources } = result;
    const { args, world } = this.#context;
    const keyOf = (diagnostic: Diagnostic): string => JSON.stringify(diagnostic);
    const fresh = diagnostics.filter(
      (diagnostic) => diagnostic.severity === 'error' || !this.#known.has(keyOf(diagnostic)),
    );
    reportDiagnostics(this.#context, fresh, config.source, sources);
    this.#known = new Set(diagnostics.map(keyOf));
    if (isQuiet(args, world)) return;
    const text =
      changes === undefined ? this.#firstText(result, ms) : this.#rebuildText(result, ms, changes, fresh);
    print(this.#context, text);
    if (config.settings.profile) print(this.#context, stagesText(stages) + templatesText(templates));
  }

  #firstText({ ok, config, diagnostics, write, counts }: SiteResult, ms: number): string {
    const { outPalette: palette, workingFolder } = this.#context;
    const trouble = troubleText(diagnostics, palette);
    const destination = shownPath(workingFolder, config.destination);
    if (!ok) return `${trouble}. ${palette.strong(destination)} was left unchanged.\n`;
    const tally = tallyOf(counts, write ?? { written: [], unchanged: [], removed: [] });
    return `${successText(tally, destination, ms, palette)}${trouble === '' ? '' : ` ${trouble}.`}\n`;
  }

  #rebuildText(
    { ok, config, diagnostics, write }: SiteResult,
    ms: number,
    changes: readonly Change[],
    fresh: readonly Diagnostic[],
  ): string {
    const { outPalette: palette, workingFolder } = this.#context;
    const trouble = troubleText(diagnostics, palette);
    const head = `${palette.faint(timeOfDay(this.#nowMs()))} ${changesText(changes, config.source)}`;
    const destination = shownPath(workingFolder, config.destination);
    if (!ok) return `${head}: ${trouble}; ${palette.strong(destination)} was left unchanged\n`;
    const removed = write?.removed.length ?? 0;
    const written = `${write?.written.length ?? 0} written${removed > 0 ? `, ${removed} removed` : ''}`;
    const end = trouble === '' ? '' : `, ${trouble}${asBefore(fresh, palette)}`;
    return `${head}: ${written} in ${duration(ms)}${end}\n`;
  }
}

/** Whether the warnings were reported after an earlier build, or how many are new. */
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

/** `20:15:07`, local time. */
function timeOfDay(ms: number): string {
  return new Date(ms).toTimeString().slice(0, 8);
}
