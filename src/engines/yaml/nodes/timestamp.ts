/** Dates and times in YAML as Psych makes them. */

import { epochOfCivil, isRealDate } from '../../../ruby/time/calendar.ts';
import { timeInUtc, timeInZone } from '../../../ruby/time/time-zone.ts';
import { RubyDate, RubyTime } from '../../../ruby/values.ts';

/** The Date of `2020-01-02`; undefined where there is no such day, which stays text. */
export function toDate(text: string): RubyDate | undefined {
  const [year, month, day] = text.split('-').map(Number) as [number, number, number];
  return isCivil(year, month, day) ? new RubyDate(year, month, day) : undefined;
}

const parts =
  /^(-?\d{4})-(\d{1,2})-(\d{1,2})(?:[Tt]|[ \t\r\f\v]+)(\d+):(\d\d):(\d\d)(?:\.(\d*))?\s*(?:(Z)|([-+]\d{1,2}):?(\d\d)?)?/;

/**
 * The Time of `2020-01-02 10:00:00 +0800`; undefined where a part is out of range, which stays text. A time without an
 * offset is in UTC, shown in `zone`.
 */
export function toTime(text: string, zone: string): RubyTime | undefined {
  const [, year, month, day, hour, minute, second, fraction = '', utc, offsetHours, offsetMinutes = '0'] =
    parts.exec(text) ?? [];
  if (year === undefined || !isClock(Number(hour), Number(minute), Number(second))) return undefined;
  if (Number(month) < 1 || Number(month) > 12 || Number(day) < 1 || Number(day) > 31) return undefined;
  const utcMs = epochOfCivil(
    Number(year),
    Number(month),
    Number(day),
    Number(hour),
    Number(minute),
    Number(second),
  );
  const nanos = Number(fraction.padEnd(9, '0').slice(0, 9));
  const wholeMs = Math.floor(nanos / 1_000_000);
  if (utc !== undefined) return timeInUtc(utcMs + wholeMs, nanos % 1_000_000);
  if (offsetHours === undefined) return timeInZone(utcMs + wholeMs, zone, nanos % 1_000_000);
  const hours = Number(offsetHours);
  const offset = hours * 3600 + (hours < 0 ? -1 : 1) * Number(offsetMinutes) * 60;
  if (Math.abs(offset) >= 86_400) return undefined;
  return new RubyTime(utcMs - offset * 1000 + wholeMs, offset, undefined, nanos % 1_000_000);
}

/** 24:00:00 is the next day's midnight, and a 60th second is a leap second. */
function isClock(hour: number, minute: number, second: number): boolean {
  if (hour === 24) return minute === 0 && second === 0;
  return hour < 24 && minute < 60 && second <= 60;
}

/** Ruby's calendar is Julian up to 1582-10-04, and the ten days after it never were. */
function isCivil(year: number, month: number, day: number): boolean {
  if (year > 1582 || (year === 1582 && month > 10)) return isRealDate(year, month, day);
  if (year === 1582 && month === 10) return (day >= 1 && day <= 4) || (day >= 15 && day <= 31);
  return month === 2 && day === 29 ? year % 4 === 0 : isRealDate(year, month, day);
}
