/** An entry as BibTeX again, one field a line. */

import { inspect } from '../../ruby/print.ts';
import type { BibEntry, BibPiece } from './entry.ts';
import { MONTHS, monthNumber } from './months.ts';
import { NAME_FIELDS, parseNames, sortForm } from './names.ts';

/** How an entry is printed. */
export interface PrintOptions {
  /** Fields that are left out. */
  readonly skip?: ReadonlySet<string>;
  /** What stands around a value: `{` and `}`. */
  readonly quotes?: readonly [open: string, close: string];
  /** Changes the text of a value. */
  readonly decode?: (text: string) => string;
  /** Whether names are put into BibTeX's order, and months into its short form, as is usual. */
  readonly parses?: { readonly names: boolean; readonly months: boolean };
}

/** `@article{key,\n  title = {…},\n  month = jun\n}\n`, as jekyll-scholar's `entry.bibtex` has it. */
export function printEntry(entry: BibEntry, options: PrintOptions = {}): string {
  const lines: string[] = [];
  for (const [name, value] of entry.fields) {
    if (options.skip?.has(name)) continue;
    lines.push(`  ${name} = ${printValue(entry, name, value, options)}`.replaceAll('\n', '\n  '));
  }
  return `@${entry.type}{${entry.key},\n${lines.join(',\n')}\n}\n`;
}

function printValue(entry: BibEntry, name: string, value: string, options: PrintOptions): string {
  const { quotes = ['{', '}'], decode, parses = { names: true, months: true } } = options;
  const short = name === 'month' && parses.months ? shortMonth(value) : undefined;
  if (short !== undefined) return short;
  const isList = NAME_FIELDS.has(name) && parses.names;
  const bare = entry.bare?.get(name);
  const written = isList ? parseNames(value).map(sortForm).join(' and ') : (bare ?? value);
  const text = decode === undefined ? written : decode(written);
  return bare === undefined ? `${quotes[0]}${text}${quotes[1]}` : text;
}

/**
 * A value that is written in pieces, as bibtex-ruby has it: names of strings stay, or what they stand for is put in; pieces that
 * stay apart are quoted, with `#` between. `text` is what templates see, `bibtex` what an entry as BibTeX has without braces.
 */
export function printPieces(
  pieces: readonly BibPiece[],
  options: { readonly replacesStrings: boolean; readonly joinsStrings: boolean },
): { readonly text: string; readonly bibtex: string | undefined } {
  const tokens: { readonly text: string; readonly isName: boolean }[] = [];
  for (const { written, isName, value } of pieces) {
    const isReplaced = isName && options.replacesStrings && value !== undefined;
    const token = { text: isReplaced ? value : written, isName: isName && !isReplaced };
    const last = tokens.at(-1);
    if (options.joinsStrings && last !== undefined && !last.isName && !token.isName)
      tokens[tokens.length - 1] = { text: last.text + token.text, isName: false };
    else tokens.push(token);
  }
  const [first, ...more] = tokens;
  if (first !== undefined && more.length === 0)
    return { text: first.text, bibtex: first.isName ? first.text : undefined };
  return {
    text: tokens.map(({ text }) => inspect(text)).join(' # '),
    bibtex: tokens.map(({ text, isName }) => (isName ? text : inspect(text))).join(' # '),
  };
}

/** `jun` of `June` and `6`; undefined for a text that says more. */
export function shortMonth(value: string): string | undefined {
  if (!/^\s*(?:\d{1,2}|[a-zA-Z]{3}.*)\s*$/.test(value)) return undefined;
  const number = monthNumber(value);
  return number === undefined ? undefined : [...MONTHS.keys()][number - 1];
}
