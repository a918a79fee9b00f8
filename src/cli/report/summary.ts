/** The summary of a build: what was built, how long it took, what went wrong. */

import { type Diagnostic, distinct } from '../../diagnostics/diagnostic.ts';
import type { TemplateCost } from '../../render/templates.ts';
import type { WriteResult } from '../../write/write.ts';
import type { Palette } from './colour.ts';

export interface Tally {
  readonly pages: number;
  readonly documents: number;
  readonly staticFiles: number;
  readonly written: number;
  readonly unchanged: number;
  readonly removed: number;
}

export function tallyOf(
  counts: Pick<Tally, 'pages' | 'documents' | 'staticFiles'>,
  write: Pick<WriteResult, 'written' | 'unchanged' | 'removed'>,
): Tally {
  return {
    ...counts,
    written: write.written.length,
    unchanged: write.unchanged.length,
    removed: write.removed.length,
  };
}

/** `Built 3 pages and 12 files into dist in 0.21 s: 2 written, 13 unchanged.` */
export function successText(tally: Tally, destination: string, ms: number, palette: Palette): string {
  const parts = [
    count(tally.pages, 'page'),
    ...(tally.documents > 0 ? [count(tally.documents, 'document')] : []),
    ...(tally.staticFiles > 0 ? [count(tally.staticFiles, 'file')] : []),
  ];
  const done = [
    `${tally.written} written`,
    ...(tally.unchanged > 0 ? [`${tally.unchanged} unchanged`] : []),
    ...(tally.removed > 0 ? [`${tally.removed} removed`] : []),
  ];
  return `${palette.good('Built')} ${list(parts)} into ${palette.strong(destination)} in ${seconds(ms)}: ${done.join(', ')}.`;
}

/** `2 errors and 1 warning`: as many as the report shows, places counted. Empty where nothing was wrong. */
export function troubleText(diagnostics: readonly Diagnostic[], palette: Palette): string {
  const each = distinct(diagnostics);
  const errors = each.filter(({ severity }) => severity === 'error').length;
  const warnings = each.filter(({ severity }) => severity === 'warning').length;
  return list([
    ...(errors > 0 ? [palette.error(count(errors, 'error'))] : []),
    ...(warnings > 0 ? [palette.warning(count(warnings, 'warning'))] : []),
  ]);
}

/** How long each stage took, one a line, the longest marked. */
export function stagesText(stages: readonly { readonly name: string; readonly ms: number }[]): string {
  const total = stages.reduce((sum, { ms }) => sum + ms, 0);
  const width = Math.max(5, ...stages.map(({ name }) => name.length));
  const row = (name: string, ms: number): string =>
    `  ${name.padEnd(width)} ${`${ms.toFixed(1)} ms`.padStart(12)} ${`${total > 0 ? Math.round((100 * ms) / total) : 0} %`.padStart(6)}\n`;
  return stages.map(({ name, ms }) => row(name, ms)).join('') + row('total', total);
}

/** What the Liquid of each file took, the most expensive first: at most so many rows as Jekyll shows. */
export function templatesText(templates: readonly TemplateCost[]): string {
  const shown = templates.slice(0, 50);
  const width = Math.max(8, ...shown.map(({ file }) => file.length));
  const head = `  ${'template'.padEnd(width)} ${'count'.padStart(6)} ${'kB'.padStart(10)} ${'ms'.padStart(10)}\n`;
  const row = ({ file, count: times, size, ms }: TemplateCost): string =>
    `  ${file.padEnd(width)} ${String(times).padStart(6)} ${(size / 1024).toFixed(1).padStart(10)} ${ms.toFixed(1).padStart(10)}\n`;
  return shown.length === 0 ? '' : head + shown.map(row).join('');
}

/** `1 page`, `2 pages`. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

function list(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}

function seconds(ms: number): string {
  return ms < 9950 ? `${(ms / 1000).toFixed(2)} s` : `${(ms / 1000).toFixed(1)} s`;
}
