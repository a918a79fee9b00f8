/** The Julian day number of a date. */

import type { RubyDate } from '../values.ts';
import { daysFromCivil } from './calendar.ts';

export function julianDay(date: RubyDate): number {
  return daysFromCivil(date.year, date.month, date.day) + 2_440_588;
}
