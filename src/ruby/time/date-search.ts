/** The search for the parts of a date: the text that is left, and what has been found in it. */

/** What was found; absent parts are undefined. */
export interface DateParts {
  year?: number;
  month?: number;
  day?: number;
  yearDay?: number;
  weekDay?: number;
  weekYear?: number;
  week?: number;
  weekYearDay?: number;
  hour?: number;
  minute?: number;
  second?: number;
  /** Nanoseconds of the second. */
  nanos?: number;
  zone?: string;
}

export interface Search {
  text: string;
  readonly parts: DateParts;
  beforeChrist: boolean;
  /** Whether a year of two digits is completed; a longer or quoted one is meant as it is. */
  complete: boolean;
}

/** The match of a pattern, which is cut out of the text. */
export function take(search: Search, pattern: RegExp): RegExpExecArray | undefined {
  const found = pattern.exec(search.text);
  if (found === null) return undefined;
  search.text = `${search.text.slice(0, found.index)} ${search.text.slice(found.index + found[0].length)}`;
  return found;
}

/** Nanoseconds out of the digits behind a point. */
export function nanosOf(fraction: string): number {
  return Number(fraction.padEnd(9, '0').slice(0, 9));
}
