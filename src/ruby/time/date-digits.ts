/** Dates written as a run of digits: `20240305T070809Z`, `240305`, `2024065`. */

import { type DateParts, nanosOf, type Search, take } from './date-search.ts';

const run = /([-+]?)(\d{2,14})(?:\s*t?\s*(\d{2,6})?(?:[,.](\d*))?)?(z\b|[-+]\d{1,4}\b|\[[-+]?\d[^\]]*\])?/i;

/** A run of digits whose length says what it holds (`20240305T0708`). */
export function digits(search: Search): boolean {
  const found = take(search, run);
  if (found === undefined) return false;
  const [, sign = '', date = '', clockDigits, fraction, zone] = found;
  const { parts } = search;
  const at = (from: number, length = 2) => Number(date.slice(from, from + length));
  const fromEnd = clockDigits === undefined && fraction !== undefined;
  switch (date.length) {
    case 2:
      if (fromEnd) parts.second = at(0);
      else parts.day = at(0);
      break;
    case 4:
      if (fromEnd) {
        parts.second = at(2);
        parts.minute = at(0);
      } else {
        parts.month = at(0);
        parts.day = at(2);
      }
      break;
    case 6:
      if (fromEnd) {
        parts.second = at(4);
        parts.minute = at(2);
        parts.hour = at(0);
      } else {
        parts.year = Number(sign + date.slice(0, 2));
        parts.month = at(2);
        parts.day = at(4);
      }
      break;
    case 8:
    case 10:
    case 12:
    case 14:
      if (fromEnd) {
        parts.second = at(date.length - 2);
        parts.minute = at(date.length - 4);
        parts.hour = at(date.length - 6);
        parts.day = at(date.length - 8);
        if (date.length >= 10) parts.month = at(date.length - 10);
        if (date.length === 12) parts.year = Number(sign + date.slice(0, 2));
        if (date.length === 14) {
          parts.year = Number(sign + date.slice(0, 4));
          search.complete = false;
        }
      } else {
        parts.year = Number(sign + date.slice(0, 4));
        parts.month = at(4);
        parts.day = at(6);
        if (date.length >= 10) parts.hour = at(8);
        if (date.length >= 12) parts.minute = at(10);
        if (date.length >= 14) parts.second = at(12);
        search.complete = false;
      }
      break;
    case 3:
      if (fromEnd) {
        parts.second = at(1);
        parts.minute = at(0, 1);
      } else parts.yearDay = at(0, 3);
      break;
    case 5:
      if (fromEnd) {
        parts.second = at(3);
        parts.minute = at(1);
        parts.hour = at(0, 1);
      } else {
        parts.year = Number(sign + date.slice(0, 2));
        parts.yearDay = at(2, 3);
      }
      break;
    case 7:
      if (fromEnd) {
        parts.second = at(5);
        parts.minute = at(3);
        parts.hour = at(1);
        parts.day = at(0, 1);
      } else {
        parts.year = Number(sign + date.slice(0, 4));
        parts.yearDay = at(4, 3);
      }
      break;
    default:
      break;
  }
  if (clockDigits !== undefined) clockOfDigits(parts, clockDigits, fraction !== undefined);
  if (fraction !== undefined && fraction !== '') parts.nanos = nanosOf(fraction);
  if (zone !== undefined) parts.zone = bracketless(zone);
  return true;
}

function clockOfDigits(parts: DateParts, text: string, hasFraction: boolean): void {
  const at = (from: number) => Number(text.slice(from, from + 2));
  const { length } = text;
  if (length % 2 !== 0) return;
  if (hasFraction) {
    parts.second = at(length - 2);
    if (length >= 4) parts.minute = at(length - 4);
    if (length >= 6) parts.hour = at(length - 6);
  } else {
    parts.hour = at(0);
    if (length >= 4) parts.minute = at(2);
    if (length >= 6) parts.second = at(4);
  }
}

/** `[-5:EST]` names the zone after its offset. */
function bracketless(zone: string): string {
  if (!zone.startsWith('[')) return zone;
  const inside = zone.slice(1, -1);
  const colon = inside.indexOf(':');
  if (colon >= 0) return inside.slice(colon + 1);
  return /^\d/.test(inside) ? '+' + inside : inside;
}
