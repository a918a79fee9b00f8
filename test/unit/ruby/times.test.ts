import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  civilFromDays,
  civilOfDate,
  daysFromCivil,
  daysInMonth,
  isoWeek,
} from '../../../src/ruby/time/calendar.ts';
import { parseTime } from '../../../src/ruby/time/parse-time.ts';
import { FormatError, rfc822, strftime, xmlschema } from '../../../src/ruby/time/strftime.ts';
import { epochOfLocal, isTimeZone, timeInUtc, timeInZone } from '../../../src/ruby/time/time-zone.ts';
import { RubyDate, RubyTime } from '../../../src/ruby/values.ts';

interface TimeCase {
  readonly zone: string;
  readonly text: string;
  readonly time: { seconds: number; nanos: number; offset: number; shown: string } | null;
}

interface FormatCase {
  readonly kind: 'local' | 'utc' | 'offset' | 'date';
  readonly seconds: number;
  readonly nanos: number;
  readonly format: string;
  readonly text: string | null;
  readonly date?: [number, number, number];
}

function recorded<T>(name: string): readonly T[] {
  const text = readFileSync(new URL(`../../cases/liquid/${name}.json`, import.meta.url), 'utf8');
  return (JSON.parse(text) as { cases: T[] }).cases;
}

describe('dates in text', () => {
  const cases = recorded<TimeCase>('times');
  it(`are read as Ruby reads them (${cases.length} recorded)`, () => {
    for (const { zone, text, time } of cases) {
      const found = parseTime(text, zone, 1_709_622_489_000);
      const nanos =
        found === undefined ? 0 : (((found.epochMs % 1000) + 1000) % 1000) * 1_000_000 + found.nanos;
      const got =
        found === undefined
          ? null
          : {
              seconds: Math.floor(found.epochMs / 1000),
              nanos,
              offset: found.offset,
              shown: strftime(found, found.utc ? '%Y-%m-%d %H:%M:%S UTC' : '%Y-%m-%d %H:%M:%S %z'),
            };
      expect(got, `${zone}: ${text}`).toEqual(time);
    }
  });
});

describe('strftime', () => {
  const cases = recorded<FormatCase>('strftime');
  it(`writes what Ruby writes (${cases.length} recorded)`, () => {
    for (const { kind, seconds, nanos, format, text, date } of cases) {
      const ms = seconds * 1000 + Math.floor(nanos / 1_000_000);
      const rest = nanos % 1_000_000;
      const time =
        kind === 'local'
          ? timeInZone(ms, 'Europe/Berlin', rest)
          : kind === 'utc'
            ? timeInUtc(ms, rest)
            : kind === 'offset'
              ? new RubyTime(ms, 19_800, undefined, rest)
              : new RubyDate(...date!);
      let got: string | null;
      try {
        got = strftime(time, format);
      } catch (error) {
        expect(error).toBeInstanceOf(FormatError);
        got = null;
      }
      expect(got, `${kind} ${seconds} ${format}`).toBe(text);
    }
  });

  it('writes the forms of feeds', () => {
    const time = timeInZone(1_709_622_489_000, 'Asia/Shanghai');
    expect(xmlschema(time)).toBe('2024-03-05T15:08:09+08:00');
    expect(rfc822(time)).toBe('Tue, 05 Mar 2024 15:08:09 +0800');
    expect(xmlschema(timeInUtc(0))).toBe('1970-01-01T00:00:00Z');
    expect(rfc822(timeInUtc(0))).toBe('Thu, 01 Jan 1970 00:00:00 -0000');
  });
});

describe('time zones', () => {
  it.each([
    ['America/New_York', 1_709_622_489_000, -18_000, 'EST'],
    ['America/New_York', 1_720_000_000_000, -14_400, 'EDT'],
    ['Asia/Kolkata', 0, 19_800, 'IST'],
    ['Asia/Kathmandu', 1_709_622_489_000, 20_700, '+0545'],
    ['America/Sao_Paulo', 1_709_622_489_000, -10_800, '-03'],
    ['UTC', 0, 0, 'UTC'],
    ['No/Such_Zone', 0, 0, ''],
    ['Asia/Shanghai', -2_500_000_000_000, 29_143, 'LMT'],
  ])('%s at %d', (zone, epochMs, offset, letters) => {
    expect(timeInZone(epochMs, zone)).toMatchObject({ offset, zone: letters });
  });

  it('know which names are zones', () => {
    expect(isTimeZone('Europe/Paris')).toBe(true);
    expect(isTimeZone('Europe/Pariss')).toBe(false);
  });

  it('take the first of two times when clocks go back, and the later when they jump', () => {
    const local = (month: number, day: number, hour: number) =>
      epochOfLocal(Date.UTC(2024, month - 1, day, hour, 30), 'America/New_York');
    expect(local(11, 3, 1)).toBe(Date.UTC(2024, 10, 3, 5, 30));
    expect(local(3, 10, 2)).toBe(Date.UTC(2024, 2, 10, 7, 30));
    expect(local(6, 1, 12)).toBe(Date.UTC(2024, 5, 1, 16, 30));
  });
});

describe('the calendar', () => {
  it('turns days to dates and back over four thousand years', () => {
    for (let days = -730_000; days < 730_000; days += 97) {
      const { year, month, day } = civilFromDays(days);
      expect(daysFromCivil(year, month, day)).toBe(days);
    }
  });

  it('knows leap years and ISO weeks', () => {
    expect([daysInMonth(2024, 2), daysInMonth(2023, 2), daysInMonth(1900, 2), daysInMonth(2000, 2)]).toEqual([
      29, 28, 28, 29,
    ]);
    expect(isoWeek(civilOfDate(new RubyDate(2021, 1, 3)))).toEqual({ year: 2020, week: 53 });
    expect(isoWeek(civilOfDate(new RubyDate(2024, 12, 30)))).toEqual({ year: 2025, week: 1 });
  });
});
