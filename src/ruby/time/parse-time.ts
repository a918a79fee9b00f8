/** Dates and times out of text, as Ruby's `Time.parse` reads them in a time zone. */

import { RubyTime } from '../values.ts';
import {
  type CivilTime,
  civilFromDays,
  civilOfTime,
  daysFromCivil,
  daysInMonth,
  epochOfCivil,
} from './calendar.ts';
import type { DateParts } from './date-search.ts';
import { parseDateParts } from './parse-date.ts';
import { epochOfLocal, offsetAt, timeInUtc, timeInZone } from './time-zone.ts';

const letterHours: Readonly<Record<string, number>> = {
  UTC: 0,
  Z: 0,
  UT: 0,
  GMT: 0,
  EST: -5,
  EDT: -4,
  CST: -6,
  CDT: -5,
  MST: -7,
  MDT: -6,
  PST: -8,
  PDT: -7,
};
const military = 'YXWVUTSRQPON ABCDEFGHIKLM';

/**
 * `Time.parse(text)` under `TZ=zone`; undefined where Ruby raises ArgumentError. Parts that the text leaves out ahead
 * of the first that it names are now's (milliseconds since the epoch), which is asked for only then.
 */
export function parseTime(text: string, zone: string, now: number | (() => number)): RubyTime | undefined {
  const parts = parseDateParts(text);
  return parts === undefined
    ? undefined
    : timeOfParts(parts, zone, typeof now === 'number' ? () => now : now);
}

function timeOfParts(parts: DateParts, zone: string, nowMs: () => number): RubyTime | undefined {
  const { year, month, day, yearDay, hour, minute, second, nanos } = parts;
  if ([year, month, day, yearDay, hour, minute, second, nanos].every((part) => part === undefined))
    return undefined;
  if (yearDay !== undefined) return timeOfYearDay(parts, yearDay, zone, nowMs);
  const offset = parts.zone === undefined ? undefined : zoneOffset(parts.zone, zone, year, nowMs);
  if (offset !== undefined && Math.abs(offset) >= 86_400) return undefined;
  const named = [year, month, day, hour, minute, second].findIndex((part) => part !== undefined);
  const ahead = named === 0 ? [] : partsOf(nowMs(), offset, zone);
  const fallback = [1970, 1, 1, 0, 0, 0];
  const [y, mo, d, h, mi, s] = [year, month, day, hour, minute, second].map(
    (part, i) => part ?? (named < 0 || i < named ? ahead[i]! : fallback[i]!),
  ) as [number, number, number, number, number, number];
  const ms = Math.floor((nanos ?? 0) / 1_000_000);
  const rest = (nanos ?? 0) % 1_000_000;
  const clock: CivilTime = { year: y, month: mo, day: d, hour: h, minute: mi, second: s };
  if (offset === undefined) {
    const local = epochOfClock(clock);
    return local === undefined ? undefined : timeInZone(epochOfLocal(local, zone) + ms, zone, rest);
  }
  const civil = epochOfClock(movedToUtc(clock, offset));
  if (civil === undefined) return undefined;
  const epochMs = civil + ms;
  if (/^(?:-00:00|-0000|-00|UTC|Z|UT)$/i.test(parts.zone!)) return timeInUtc(epochMs, rest);
  if (offsetAt(epochMs, zone) === offset) return timeInZone(epochMs, zone, rest);
  return new RubyTime(epochMs, offset, undefined, rest);
}

function partsOf(nowMs: number, offset: number | undefined, zone: string): readonly number[] {
  const now = civilOfTime(offset === undefined ? timeInZone(nowMs, zone) : new RubyTime(nowMs, offset));
  return [now.year, now.month, now.day, now.hour, now.minute, now.second];
}

/** Ruby takes day 31 of any month, and hour 24 and second 60 as the start of what follows; undefined beyond that. */
function epochOfClock({ year, month, day, hour, minute, second }: CivilTime): number | undefined {
  if (month < 1 || month > 12 || day < 1 || day > 31 || minute > 59 || second > 60) return undefined;
  if (hour > 24 || (hour === 24 && (minute > 0 || second > 0))) return undefined;
  return epochOfCivil(year, month, day, hour, minute, second);
}

/** Ruby moves the clock, part by part, before it looks at ranges: `25:00 -05:00` is read. One month end is stepped over at most. */
function movedToUtc(clock: CivilTime, offset: number): CivilTime {
  const size = Math.abs(offset);
  const sign = offset < 0 ? 1 : -1;
  let { year, month, day, hour, minute, second } = clock;
  let carry = 0;
  const move = (part: number, by: number, base: number): number => {
    const step = by + carry;
    carry = 0;
    if (step === 0) return part;
    const sum = part + sign * step;
    carry = sign * Math.floor(sum / base);
    return ((sum % base) + base) % base;
  };
  second = move(second, size % 60, 60);
  minute = move(minute, Math.floor(size / 60) % 60, 60);
  hour = move(hour, Math.floor(size / 3600), 24);
  if (carry === 0) return { year, month, day, hour, minute, second };
  day += sign * carry;
  if (offset < 0 && month >= 1 && month <= 12 && day > daysInMonth(year, month)) {
    [year, month, day] = month === 12 ? [year + 1, 1, 1] : [year, month + 1, 1];
  } else if (offset > 0 && day < 1) {
    [year, month] = month === 1 ? [year - 1, 12] : [year, month - 1];
    day = daysInMonth(year, month);
  }
  return { year, month, day, hour, minute, second };
}

function timeOfYearDay(
  parts: DateParts,
  yearDay: number,
  zone: string,
  nowMs: () => number,
): RubyTime | undefined {
  if (yearDay < 1 || yearDay > 366) return undefined;
  const year = parts.year ?? civilOfTime(timeInZone(nowMs(), zone)).year;
  const date = civilFromDays(daysFromCivil(year, 1, 1) + yearDay - 1);
  if (date.year !== year) return undefined;
  const { yearDay: _, ...rest } = parts;
  return timeOfParts({ ...rest, year, month: date.month, day: date.day }, zone, nowMs);
}

/** Seconds east of UTC of a zone as text names it; undefined for one that Ruby does not know. */
function zoneOffset(
  name: string,
  local: string,
  year: number | undefined,
  nowMs: () => number,
): number | undefined {
  const upper = name.toUpperCase();
  const digits = /^([-+])(\d\d)(:?)(\d\d)(?:\3(\d\d))?$/.exec(upper);
  if (digits !== null) {
    const seconds = (Number(digits[2]) * 60 + Number(digits[4])) * 60 + Number(digits[5] ?? 0);
    return digits[1] === '-' ? -seconds : seconds;
  }
  if (/^[-+]\d\d$/.test(upper)) return Number(upper) * 3600;
  const hours = letterHours[upper];
  if (hours !== undefined) return hours * 3600;
  if (/^[A-IK-Y]$/.test(upper)) return (military.indexOf(upper) - 12) * 3600;
  const ofYear = year ?? civilOfTime(timeInZone(nowMs(), local)).year;
  for (const month of [1, 7]) {
    const time = timeInZone(epochOfLocal(epochOfCivil(ofYear, month, 1), local), local);
    if (time.zone?.toUpperCase() === upper) return time.offset;
  }
  return undefined;
}
