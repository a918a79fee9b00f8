/** The table of the long proof, as text and as JSON. */

import type { Finding, Result } from './run-row.ts';

/** What of a row is printed and kept. */
export interface TableRow {
  readonly row: string;
  readonly promise: string;
  readonly counted: string;
  readonly tried: number;
  readonly full: number;
  readonly failed: number;
  /** Diagnostics that name no place, which are counted apart. */
  readonly withoutPlace: number;
  readonly seed: number;
  readonly seconds: number;
  readonly findings: readonly (Finding & { readonly again: string })[];
}

export function tableRow({ row, seed, tried, full, seconds, findings }: Result): TableRow {
  const times = (which: (finding: Finding) => boolean): number =>
    findings.filter(which).reduce((sum, finding) => sum + finding.times, 0);
  return {
    row: row.name,
    promise: row.promise,
    counted: row.counted,
    tried: tried * row.each,
    full: full * row.each,
    failed: times(({ kind }) => kind !== 'no place'),
    withoutPlace: times(({ kind }) => kind === 'no place'),
    seed,
    seconds: Math.round(seconds),
    findings: findings.map((finding) => ({
      ...finding,
      again: `npm run prove -- --row ${row.name} --seed ${seed} --attempt ${finding.attempt}`,
    })),
  };
}

const count = (number: number): string => number.toLocaleString('en-US');

const HEAD = ['promise', 'row', 'tried', 'of', 'failed', 'no place', 'seed', 'time', 'what'];
/** Numbers stand at the right of their columns. */
const RIGHT = new Set(['tried', 'of', 'failed', 'no place', 'seed', 'time']);

function cellsOf(row: TableRow): string[] {
  const { promise, tried, full, failed, withoutPlace, seed, seconds, counted } = row;
  const numbers = [tried, full, failed, withoutPlace].map(count);
  return [promise, row.row, ...numbers, String(seed), timeOf(seconds), counted];
}

export function timeOf(seconds: number): string {
  if (seconds < 120) return `${Math.round(seconds)} s`;
  return seconds < 7200 ? `${Math.round(seconds / 60)} min` : `${(seconds / 3600).toFixed(1)} h`;
}

/** One line a row, below a head. */
export function tableText(rows: readonly TableRow[]): string {
  const lines = [HEAD, ...rows.map(cellsOf)];
  const widths = HEAD.map((_, column) => Math.max(...lines.map((line) => line[column]!.length)));
  const padded = (cell: string, column: number): string =>
    RIGHT.has(HEAD[column]!) ? cell.padStart(widths[column]!) : cell.padEnd(widths[column]!);
  return lines.map((line) => `${line.map(padded).join('  ').trimEnd()}\n`).join('');
}

const LONGEST_DETAIL = 1_500;
const MOST_FINDINGS = 12;

/** What failed, with the command that shows it again. */
export function findingsText(rows: readonly TableRow[], paint: (text: string) => string): string {
  return rows
    .flatMap(({ row, findings }) => {
      const shown = findings.slice(0, MOST_FINDINGS).map(({ kind, what, times, detail, again }) => {
        const often = times === 1 ? '' : ` (${count(times)} times)`;
        const lines = detail
          .slice(0, LONGEST_DETAIL)
          .split('\n')
          .filter((line) => line !== '');
        return `\n${paint(`${row}, ${kind}: ${what}`)}${often}\n${lines.map((line) => `    ${line}\n`).join('')}  again: ${again}\n`;
      });
      const rest = findings.length - shown.length;
      return rest > 0 ? [...shown, `\n${row}: and ${rest} other causes\n`] : shown;
    })
    .join('');
}
