/** The result of a build as one JSON object, for other programs; its keys are part of the public interface. */

import { type Diagnostic, jekyllSentence } from '../../diagnostics/diagnostic.ts';
import type { Theme, WantedTheme } from '../../model/config.ts';
import type { SiteResult } from '../../pipeline/site-result.ts';
import type { StatsResult } from '../../stats/refresh.ts';
import type { BuildReport } from './build-result.ts';

/** A diagnostic in flat form: `line` and `column` count from 1, `file` is relative to the source. */
interface JsonDiagnostic {
  readonly code: string;
  readonly message: string;
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
  readonly hint?: string;
  /** Of the template, and no mistake of the site's owner. */
  readonly quirk?: true;
  /** Jekyll's own sentence. */
  readonly jekyll?: string;
  readonly trail?: readonly { readonly kind: string; readonly file: string; readonly line: number }[];
}

/** One line. */
export function jsonReport(report: BuildReport, ms: number): string {
  const { ok, source, destination, counts, write, stages, diagnostics } = report;
  return line({
    ok,
    durationMs: Math.round(ms),
    ...{ source, destination },
    pages: counts.pages,
    documents: counts.documents,
    files: counts.staticFiles,
    written: write?.written.length ?? 0,
    unchanged: write?.unchanged.length ?? 0,
    removed: write?.removed.length ?? 0,
    ...jsonDiagnostics(diagnostics, source),
    stages: stages.map(({ name, ms: took }) => ({ name, ms: Math.round(took * 10) / 10 })),
  });
}

/** What `hastie stats` did; `stale` says that the numbers are those of an earlier day. */
export function jsonStats(
  { ok, stale, from, data, written, diagnostics }: StatsResult,
  source: string,
): string {
  return line({
    ok,
    stale,
    source: from ?? null,
    citations: data?.citations ?? null,
    hIndex: data?.hIndex ?? null,
    papers: data?.papers.size ?? 0,
    updated: data?.updated ?? null,
    written: written.map((path) => path.slice(source.length + 1)),
    ...jsonDiagnostics(diagnostics, source),
  });
}

/** What `hastie theme` did, and the theme as it is now. */
export function jsonTheme(
  theme: Theme | WantedTheme | undefined,
  diagnostics: readonly Diagnostic[],
  source: string,
): string {
  return line({
    ok: true,
    theme: theme === undefined ? null : themeFacts(theme),
    ...jsonDiagnostics(diagnostics, source),
  });
}

function themeFacts(theme: Theme | WantedTheme): Readonly<Record<string, unknown>> {
  if (!('from' in theme)) {
    const { name, repository, ref, locked } = theme;
    return { name, from: 'repository', repository, ref, locked: locked !== undefined, folder: null };
  }
  const { name, root: folder, from } = theme;
  if (from.kind !== 'repository') return { name, from: from.kind, folder };
  const { repository, ref, commit = null, digest, isLocked: locked } = from;
  return { name: from.name, from: from.kind, repository, ref, commit, digest, locked, folder };
}

/** The findings of `hastie doctor`. */
export function jsonFindings(
  counts: Readonly<Record<string, number>>,
  { ok, diagnostics, source }: Pick<SiteResult, 'ok' | 'diagnostics'> & { readonly source: string },
  ms: number,
): string {
  return line({ ok, durationMs: Math.round(ms), source, ...counts, ...jsonDiagnostics(diagnostics, source) });
}

/** A command that did not get as far as building. */
export function jsonFailure(diagnostics: readonly Diagnostic[]): string {
  return line({ ok: false, ...jsonDiagnostics(diagnostics, '.') });
}

function jsonDiagnostics(
  diagnostics: readonly Diagnostic[],
  source: string,
): Record<string, readonly JsonDiagnostic[]> {
  const of = (severity: string) =>
    diagnostics.filter((each) => each.severity === severity).map((each) => jsonDiagnostic(each, source));
  return { errors: of('error'), warnings: of('warning'), infos: of('info') };
}

function jsonDiagnostic(diagnostic: Diagnostic, source: string): JsonDiagnostic {
  const { code, message, hint, place, trail, quirk } = diagnostic;
  const jekyll = jekyllSentence(diagnostic, source);
  return {
    code,
    ...(place === undefined ? {} : { file: place.file, line: place.line, column: place.column }),
    message,
    ...(hint === undefined ? {} : { hint }),
    ...(quirk === undefined ? {} : { quirk: true }),
    ...(jekyll === undefined ? {} : { jekyll }),
    ...(trail === undefined
      ? {}
      : { trail: trail.map(({ kind, place: at }) => ({ kind, file: at.file, line: at.line })) }),
  };
}

function line(value: unknown): string {
  return `${JSON.stringify(value)}\n`;
}
