/** Months as BibTeX has them: strings that every file may use, and names and numbers that people write in their place. */

import { monthNames } from '../../ruby/time/strftime.ts';

/** `jan` to `dec`. Their value is the name itself; whoever prints an entry decides on the form. */
export const MONTHS: ReadonlyMap<string, string> = new Map(
  monthNames.map((name) => [name.slice(0, 3).toLowerCase(), name.slice(0, 3).toLowerCase()] as const),
);

/** 1 to 12 of `jan`, `January`, `Sept.`, `08` or `8--10 June`; undefined for any other text. */
export function monthNumber(text: string): number | undefined {
  const bare = text.trim();
  if (/^\d{1,2}$/.test(bare)) return Number(bare) >= 1 && Number(bare) <= 12 ? Number(bare) : undefined;
  const word = /[a-zA-Z]{3}/.exec(bare)?.[0].toLowerCase();
  const at = [...MONTHS.keys()].indexOf(word ?? '');
  return at < 0 ? undefined : at + 1;
}

/** `January` of 1. */
export function monthName(number: number): string | undefined {
  return monthNames[number - 1];
}
