/** Finds the parts of a date in loose text, as Ruby's `Date._parse` does. */

import { digits } from './date-digits.ts';
import { type DateParts, nanosOf, type Search, take } from './date-search.ts';

const months = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec';
const days = 'sun|mon|tue|wed|thu|fri|sat';
const monthList = months.split('|');
const dayList = days.split('|');
const weekDayName = new RegExp(`\\b(${days})[^-/\\d\\s]*`, 'i');
const europeanDate = new RegExp(
  `('?\\d+)[^-\\d\\s]*\\s*(${months})[^-\\d\\s']*(?:\\s*(c(?:e|\\.e\\.)|b(?:ce|\\.c\\.e\\.)|a(?:d|\\.d\\.)|b(?:c|\\.c\\.))?\\s*('?-?\\d+(?:(?:st|nd|rd|th)\\b)?))?`,
  'i',
);
const americanDate = new RegExp(
  `\\b(${months})[^-\\d\\s']*\\s*('?\\d+)[^-\\d\\s']*(?:\\s*,?\\s*(c(?:e|\\.e\\.)|b(?:ce|\\.c\\.e\\.)|a(?:d|\\.d\\.)|b(?:c|\\.c\\.))?\\s*('?-?\\d+))?`,
  'i',
);
const vmsDayFirst = new RegExp(`('?-?\\d+)-(${months})[^-/.]*-('?-?\\d+)`, 'i');
const vmsMonthFirst = new RegExp(`\\b(${months})[^-/.]*-('?-?\\d+)(?:-('?-?\\d+))?`, 'i');
const monthWord = new RegExp(`\\b(${months})\\S*`, 'i');

/** The longest text that is looked at; Ruby's own limit. */
const longest = 128;

/** The form of most dates of a site; no form below would read it differently. */
const plainDate = /^(\d{4})-(\d\d?)-(\d\d?)$/;

/** `Date._parse(text)`; undefined where the text is longer than Ruby reads. */
export function parseDateParts(text: string): DateParts | undefined {
  if (text.length > longest) return undefined;
  const plain = plainDate.exec(text);
  if (plain !== null) return { year: Number(plain[1]), month: Number(plain[2]), day: Number(plain[3]) };
  const search: Search = {
    text: text.replace(/[^-+',./:@A-Za-z0-9[\]\u0080-\uffff]+/g, ' '),
    parts: {},
    beforeChrist: false,
    complete: true,
  };
  weekDay(search);
  time(search);
  dateForms.some((form) => form(search));
  if (take(search, /\b(bc\b|bce\b|b\.c\.|b\.c\.e\.)/i)) search.beforeChrist = true;
  loneNumber(search);
  return finish(search);
}

/** In this order; the first form that is found ends the search. */
const dateForms: readonly ((search: Search) => boolean)[] = [
  european,
  american,
  iso,
  japanese,
  vms,
  slashes,
  dots,
  isoWeekOrDay,
  quotedYear,
  monthName,
  ordinalDay,
  digits,
];

function finish({ parts, beforeChrist, complete }: Search): DateParts {
  if (beforeChrist) {
    if (parts.weekYear !== undefined) parts.weekYear = 1 - parts.weekYear;
    if (parts.year !== undefined) parts.year = 1 - parts.year;
  }
  if (complete) {
    if (parts.weekYear !== undefined) parts.weekYear = completed(parts.weekYear);
    if (parts.year !== undefined) parts.year = completed(parts.year);
  }
  return parts;
}

function completed(year: number): number {
  return year < 0 || year > 99 ? year : year + (year >= 69 ? 1900 : 2000);
}

function weekDay(search: Search): void {
  const found = take(search, weekDayName);
  if (found !== undefined) search.parts.weekDay = dayList.indexOf(found[1]!.toLowerCase());
}

const clock =
  /(\d+\s*:\s*\d+(?:\s*:\s*\d+(?:[,.]\d*)?)?(?:\s*[ap](?:m\b|\.m\.))?|\d+\s*h(?:\s*\d+m?(?:\s*\d+s?)?)?(?:\s*[ap](?:m\b|\.m\.))?|\d+\s*[ap](?:m\b|\.m\.))(?:\s*((?:gmt|utc?)?[-+]\d+(?:[,.:]\d+(?::\d+)?)?|[a-z\u0080-\uffff.\s]+(?:standard|daylight)\stime\b|[a-z\u0080-\uffff]+(?:\sdst)?\b))?/i;
const clockParts =
  /^(\d+)\s*h?(?:\s*:?\s*(\d+)m?(?:\s*:?\s*(\d+)(?:[,.](\d*))?s?)?)?(?:\s*([ap])(?:m\b|\.m\.))?/i;

function time(search: Search): void {
  const found = take(search, clock);
  if (found === undefined) return;
  const { parts } = search;
  if (found[2] !== undefined) parts.zone = found[2];
  const read = clockParts.exec(found[1]!);
  if (read === null) return;
  const [, hour, minute, second, fraction, half] = read;
  parts.hour = Number(hour);
  if (minute !== undefined) parts.minute = Number(minute);
  if (second !== undefined) parts.second = Number(second);
  if (fraction !== undefined && fraction !== '') parts.nanos = nanosOf(fraction);
  if (half !== undefined) parts.hour = (parts.hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
}

function european(search: Search): boolean {
  const found = take(search, europeanDate);
  if (found === undefined) return false;
  assign(search, found[4], monthOf(found[2]!), found[1], found[3]?.[0]?.toLowerCase() === 'b');
  return true;
}

function american(search: Search): boolean {
  const found = take(search, americanDate);
  if (found === undefined) return false;
  assign(search, found[4], monthOf(found[1]!), found[2], found[3]?.[0]?.toLowerCase() === 'b');
  return true;
}

function iso(search: Search): boolean {
  const found = take(search, /('?[-+]?\d+)-(\d+)-('?-?\d+)/);
  if (found === undefined) return false;
  assign(search, found[1], found[2], found[3]);
  return true;
}

const eras: Readonly<Record<string, number>> = { m: 1867, t: 1911, s: 1925, h: 1988, r: 2018 };

function japanese(search: Search): boolean {
  const found = take(search, /\b([mtshr])(\d+)\.(\d+)\.(\d+)/i);
  if (found === undefined) return false;
  search.parts.year = Number(found[2]) + eras[found[1]!.toLowerCase()]!;
  search.parts.month = Number(found[3]);
  search.parts.day = Number(found[4]);
  return true;
}

function vms(search: Search): boolean {
  const dayFirst = take(search, vmsDayFirst);
  if (dayFirst !== undefined) {
    assign(search, dayFirst[3], monthOf(dayFirst[2]!), dayFirst[1]);
    return true;
  }
  const monthFirst = take(search, vmsMonthFirst);
  if (monthFirst === undefined) return false;
  assign(search, monthFirst[3], monthOf(monthFirst[1]!), monthFirst[2]);
  return true;
}

function slashes(search: Search): boolean {
  const found = take(search, /('?-?\d+)\/\s*('?\d+)(?:\D\s*('?-?\d+))?/);
  if (found === undefined) return false;
  assign(search, found[1], found[2], found[3]);
  return true;
}

function dots(search: Search): boolean {
  const found = take(search, /('?-?\d+)\.\s*('?\d+)\.\s*('?-?\d+)/);
  if (found === undefined) return false;
  assign(search, found[1], found[2], found[3]);
  return true;
}

function isoWeekOrDay(search: Search): boolean {
  const { parts } = search;
  let found = take(search, /\b(\d{2}|\d{4})?-?w(\d{2})(?:-?(\d))?\b/i);
  if (found !== undefined) {
    if (found[1] !== undefined) parts.weekYear = Number(found[1]);
    parts.week = Number(found[2]);
    if (found[3] !== undefined) parts.weekYearDay = Number(found[3]);
    return true;
  }
  found = take(search, /-w-(\d)\b/i);
  if (found !== undefined) {
    parts.weekYearDay = Number(found[1]);
    return true;
  }
  found = take(search, /--(\d{2})?-(\d{2})\b/);
  if (found !== undefined) {
    if (found[1] !== undefined) parts.month = Number(found[1]);
    parts.day = Number(found[2]);
    return true;
  }
  found = take(search, /--(\d{2})(\d{2})?\b/);
  if (found !== undefined) {
    parts.month = Number(found[1]);
    if (found[2] !== undefined) parts.day = Number(found[2]);
    return true;
  }
  if (!/[,.](\d{2}|\d{4})-\d{3}\b/.test(search.text)) {
    found = take(search, /\b(\d{2}|\d{4})-(\d{3})\b/);
    if (found !== undefined) {
      parts.year = Number(found[1]);
      parts.yearDay = Number(found[2]);
      return true;
    }
  }
  if (/\d-\d{3}\b/.test(search.text)) return false;
  found = take(search, /\b-(\d{3})\b/);
  if (found === undefined) return false;
  parts.yearDay = Number(found[1]);
  return true;
}

function quotedYear(search: Search): boolean {
  const found = take(search, /'(\d+)\b/);
  if (found === undefined) return false;
  search.parts.year = Number(found[1]);
  return true;
}

function monthName(search: Search): boolean {
  const found = take(search, monthWord);
  if (found === undefined) return false;
  search.parts.month = Number(monthOf(found[1]!));
  return true;
}

function ordinalDay(search: Search): boolean {
  const found = take(search, /(\d+)(st|nd|rd|th)\b/i);
  if (found === undefined) return false;
  search.parts.day = Number(found[1]);
  return true;
}

/** A number of one or two digits beside other text is the day, or the hour where the day is known. */
function loneNumber(search: Search): void {
  const { parts } = search;
  const found = /(?:^|\s|\b)(\d{1,2})(?:\s|$)/.exec(search.text.trim() === '' ? '' : search.text);
  if (found === null || !/^\s*\d{1,2}\s*$/.test(search.text)) return;
  const value = Number(found[1]);
  if (parts.hour !== undefined && parts.day === undefined && value >= 1 && value <= 31) parts.day = value;
  if (parts.day !== undefined && parts.hour === undefined && value <= 24) parts.hour = value;
}

function monthOf(name: string): string {
  return String(monthList.indexOf(name.toLowerCase()) + 1);
}

/** Sorts out which of three numbers is the year: one that is quoted or has more than two digits. */
function assign(search: Search, first?: string, second?: string, third?: string, beforeChrist = false): void {
  let [year, month, day] = [first, second, third];
  if (year !== undefined && month !== undefined && day === undefined) [year, month, day] = [day, year, month];
  if (year === undefined) {
    if (day !== undefined && day.length > 2) [year, day] = [day, year];
    if (day?.startsWith("'")) [year, day] = [day, year];
  }
  if (year !== undefined) {
    const split = /[-+]?\d+/.exec(year);
    if (split !== null && split.index + split[0].length < year.length) [year, day] = [day, split[0]];
  }
  if (month !== undefined && (month.startsWith("'") || month.length > 2))
    [year, month, day] = [month, day, year];
  if (day !== undefined && (day.startsWith("'") || day.length > 2)) [year, day] = [day, year];
  const { parts } = search;
  if (year !== undefined) {
    const digits = /([-+])?(\d+)/.exec(year);
    if (digits !== null) {
      if (digits[1] !== undefined || digits[2]!.length > 2) search.complete = false;
      parts.year = Number(digits[0]);
    }
    if (beforeChrist) search.beforeChrist = true;
  }
  const monthDigits = month === undefined ? null : /\d+/.exec(month);
  if (monthDigits !== null) parts.month = Number(monthDigits[0]);
  const dayDigits = day === undefined ? null : /\d+/.exec(day);
  if (dayDigits !== null) parts.day = Number(dayDigits[0]);
}
