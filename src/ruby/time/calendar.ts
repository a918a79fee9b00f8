/** The Gregorian calendar: days, weekdays and weeks of civil dates, and the fields of a moment in its zone. */

import { RubyDate, type RubyTime } from '../values.ts';

const dayMs = 86_400_000;

/** What calendar and clock show; months and days count from 1. */
export interface CivilTime {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

/** All fields of a moment; Sunday is day 0 of the week, `yearDay` counts from 1. */
export interface Civil extends CivilTime {
  /** Nanoseconds of the second. */
  readonly nanos: number;
  readonly weekDay: number;
  readonly yearDay: number;
}

/** Days since 1970-01-01; months beyond 1 to 12 overflow into years. */
export function daysFromCivil(year: number, month: number, day: number): number {
  const carried = year + Math.floor((month - 1) / 12);
  const m = ((((month - 1) % 12) + 12) % 12) + 1;
  const y = m <= 2 ? carried - 1 : carried;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (m + (m > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** The civil date of a count of days since 1970-01-01. */
export function civilFromDays(days: number): RubyDate {
  const z = days + 719_468;
  const era = Math.floor(z / 146_097);
  const dayOfEra = z - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const m = Math.floor((5 * dayOfYear + 2) / 153);
  const month = m < 10 ? m + 3 : m - 9;
  return new RubyDate(
    yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    dayOfYear - Math.floor((153 * m + 2) / 5) + 1,
  );
}

export function daysInMonth(year: number, month: number): number {
  return daysFromCivil(year, month + 1, 1) - daysFromCivil(year, month, 1);
}

export function isRealDate(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** Milliseconds since the epoch of a civil time in UTC. */
export function epochOfCivil(
  year: number,
  month: number,
  day: number,
  hour = 0,
  minute = 0,
  second = 0,
): number {
  return daysFromCivil(year, month, day) * dayMs + ((hour * 60 + minute) * 60 + second) * 1000;
}

export function civilOfTime(time: RubyTime): Civil {
  const local = time.epochMs + time.offset * 1000;
  const days = Math.floor(local / dayMs);
  const inDay = local - days * dayMs;
  const date = civilFromDays(days);
  return {
    year: date.year,
    month: date.month,
    day: date.day,
    hour: Math.floor(inDay / 3_600_000),
    minute: Math.floor(inDay / 60_000) % 60,
    second: Math.floor(inDay / 1000) % 60,
    nanos: (inDay % 1000) * 1_000_000 + time.nanos,
    weekDay: weekDayOf(days),
    yearDay: days - daysFromCivil(date.year, 1, 1) + 1,
  };
}

export function civilOfDate(date: RubyDate): Civil {
  const days = daysFromCivil(date.year, date.month, date.day);
  return {
    year: date.year,
    month: date.month,
    day: date.day,
    hour: 0,
    minute: 0,
    second: 0,
    nanos: 0,
    weekDay: weekDayOf(days),
    yearDay: days - daysFromCivil(date.year, 1, 1) + 1,
  };
}

/** ISO 8601's week and the year that it belongs to. */
export function isoWeek(civil: Civil): { readonly year: number; readonly week: number } {
  const weekDay = (civil.weekDay + 6) % 7;
  const week = Math.floor((civil.yearDay - 1 - weekDay + 10) / 7);
  if (week < 1) return { year: civil.year - 1, week: weeksIn(civil.year - 1) };
  if (week > weeksIn(civil.year)) return { year: civil.year + 1, week: 1 };
  return { year: civil.year, week };
}

function weeksIn(year: number): number {
  const firstDay = weekDayOf(daysFromCivil(year, 1, 1));
  const leap = daysInMonth(year, 2) === 29;
  return firstDay === 4 || (leap && firstDay === 3) ? 53 : 52;
}

function weekDayOf(days: number): number {
  return (((days + 4) % 7) + 7) % 7;
}
