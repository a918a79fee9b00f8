/**
 * POSIX zones as the C library reads them from `TZ` (`CST-8`, `<+0530>-5:30`, `EST5EDT,M3.2.0,M11.1.0`), measured with
 * glibc 2.36. A text that it can't read is UTC under the name that the text begins with.
 */

import { daysFromCivil, daysInMonth } from './calendar.ts';

const DAY = 86_400;

/** A zone without a file in the tz database. */
export interface PosixZone {
  readonly standard: Side;
  readonly summer: Side | undefined;
  /** When summer time begins and ends; undefined for the dates of the United States, as in glibc. */
  readonly rules: readonly [Rule, Rule] | undefined;
  /** Whether the text gives an offset at all. */
  readonly valid: boolean;
}

interface Side {
  readonly name: string;
  /** Seconds east of UTC. */
  readonly offset: number;
}

interface Rule {
  /** `J`: a day from 1 that leaves out 29 February; `n`: a day from 0; `M`: a month's week and weekday. */
  readonly kind: 'J' | 'n' | 'M';
  readonly day: number;
  readonly week: number;
  readonly month: number;
  /** Seconds from midnight, by the clock that is in force. */
  readonly time: number;
}

const NAME = '([A-Za-z]{3,}|<[A-Za-z0-9+-]{3,}>)';
const OFFSET = '([-+]?)(\\d{1,2})(?::(\\d{1,2})(?::(\\d{1,2}))?)?';
const STANDARD = new RegExp(`^${NAME}(?:${OFFSET})?`);
const SUMMER = new RegExp(`^${NAME}(?:${OFFSET})?`);
const RULE = /^,(?:(J?)(\d{1,3})|M(\d{1,2})\.(\d)\.(\d))(?:\/(-?)(\d{1,3})(?::(\d{1,2})(?::(\d{1,2}))?)?)?/;
/** Where a rule is missing or can't be read. */
const AMERICAN: readonly [Rule, Rule] = [
  { kind: 'M', day: 0, week: 2, month: 3, time: 7200 },
  { kind: 'M', day: 0, week: 1, month: 11, time: 7200 },
];

export function parsePosixZone(text: string): PosixZone {
  const [whole, name = '', ...offset] = STANDARD.exec(text) ?? [''];
  const standard = { name: bare(name), offset: offsetOf(offset) ?? 0 };
  const valid = offset[1] !== undefined;
  const rest = text.slice(whole.length);
  const found = valid ? SUMMER.exec(rest) : null;
  if (found === null) return { standard, summer: undefined, rules: undefined, valid };
  const [summerWhole, summerName = '', ...summerOffset] = found;
  const summer = { name: bare(summerName), offset: offsetOf(summerOffset) ?? standard.offset + 3600 };
  return { standard, summer, rules: rulesOf(rest.slice(summerWhole.length)), valid };
}

function bare(name: string): string {
  return name.replace(/[<>]/g, '');
}

/** West is positive in POSIX. */
function offsetOf([sign, hours, minutes = '0', seconds = '0']: readonly string[]): number | undefined {
  if (hours === undefined) return undefined;
  const size =
    Math.min(Number(hours), 24) * 3600 + Math.min(Number(minutes), 59) * 60 + Math.min(Number(seconds), 59);
  return sign === '-' ? size : 0 - size;
}

function rulesOf(text: string): readonly [Rule, Rule] | undefined {
  if (text === '' || text === ',') return undefined;
  const first = RULE.exec(text);
  const second = first === null ? null : RULE.exec(text.slice(first[0].length));
  return [ruleOf(first) ?? AMERICAN[0], ruleOf(second) ?? AMERICAN[1]];
}

function ruleOf(found: RegExpExecArray | null): Rule | undefined {
  if (found === null) return undefined;
  const [, julian, day, month, week, weekday, sign, hours = '2', minutes = '0', seconds = '0'] = found;
  const size = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
  const time = sign === '-' ? -size : size;
  if (month === undefined)
    return { kind: julian === 'J' ? 'J' : 'n', day: Number(day), week: 0, month: 0, time };
  return { kind: 'M', day: Number(weekday), week: Number(week), month: Number(month), time };
}

/**
 * What clocks of a zone show at a moment.
 *
 * @param epoch seconds from 1970
 * @param isSummerInNewYork whether clocks of New York are ahead at a moment, in such seconds
 */
export function posixSideAt(
  zone: PosixZone,
  epoch: number,
  isSummerInNewYork: (epoch: number) => boolean,
): Side {
  const { standard, summer, rules } = zone;
  if (summer === undefined) return standard;
  if (rules === undefined) {
    // glibc moves the beginning of New York's summer to the zone's own hour, and leaves its end where it is
    const east = standard.offset + 5 * 3600;
    const begun = isSummerInNewYork(epoch - east);
    const going = isSummerInNewYork(epoch);
    return (east > 0 ? begun && going : begun || going) ? summer : standard;
  }
  const year = new Date(epoch * 1000).getUTCFullYear();
  const start = changeIn(year, rules[0]) - standard.offset;
  const end = changeIn(year, rules[1]) - summer.offset;
  const isSummer = start > end ? epoch < end || epoch >= start : epoch >= start && epoch < end;
  return isSummer ? summer : standard;
}

/** The civil time of a change, in seconds; glibc takes 1970 for all earlier years. */
function changeIn(year: number, rule: Rule): number {
  const first = daysFromCivil(Math.max(year, 1970), 1, 1);
  return (first + dayOfYear(year, first, rule)) * DAY + rule.time;
}

/** Days since the first of January. */
function dayOfYear(year: number, first: number, { kind, day, week, month }: Rule): number {
  if (kind === 'n') return day;
  if (kind === 'J') return day - 1 + (day >= 60 && daysInMonth(year, 2) === 29 ? 1 : 0);
  const start = daysFromCivil(year, month, 1) - daysFromCivil(year, 1, 1);
  const length = daysInMonth(year, month);
  // day 0 of the epoch was a Thursday
  const weekday = (((first + start + 4) % 7) + 7) % 7;
  let found = (day - weekday + 7) % 7;
  for (let i = 1; i < week && found + 7 < length; i++) found += 7;
  return start + found;
}
