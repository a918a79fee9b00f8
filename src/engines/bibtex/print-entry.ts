/** An entry as BibTeX again, one field a line. */

import type { BibEntry } from './entry.ts';
import { MONTHS, monthNumber } from './months.ts';
import { NAME_FIELDS, parseNames, sortForm } from './names.ts';

/** How an entry is printed. */
export interface PrintOptions {
  /** Fields that are left out. */
  readonly skip?: ReadonlySet<string>;
  /** What stands around a value: `{` and `}`. */
  readonly quotes?: readonly [open: string, close: string];
}

/** `@article{key,\n  title = {…},\n  month = jun\n}\n`, as jekyll-scholar's `entry.bibtex` has it. */
export function printEntry(entry: BibEntry, { skip, quotes = ['{', '}'] }: PrintOptions = {}): string {
  const lines: string[] = [];
  for (const [name, value] of entry.fields) {
    if (skip?.has(name)) continue;
    lines.push(`  ${name} = ${printValue(name, value, quotes)}`.replaceAll('\n', '\n  '));
  }
  return `@${entry.type}{${entry.key},\n${lines.join(',\n')}\n}\n`;
}

function printValue(name: string, value: string, [open, close]: readonly [string, string]): string {
  if (name === 'month') {
    const short = shortMonth(value);
    if (short !== undefined) return short;
  }
  const text = NAME_FIELDS.has(name) ? parseNames(value).map(sortForm).join(' and ') : value;
  return `${open}${text}${close}`;
}

/** `jun` of `June` and `6`; undefined for a text that says more. */
export function shortMonth(value: string): string | undefined {
  if (!/^\s*(?:\d{1,2}|[a-zA-Z]{3}.*)\s*$/.test(value)) return undefined;
  const number = monthNumber(value);
  return number === undefined ? undefined : [...MONTHS.keys()][number - 1];
}
