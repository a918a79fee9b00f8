/** Filters for dates: Ruby's formats, in the site's time zone. */

import { liquidMessages } from '../../../diagnostics/catalogue/engines/liquid.ts';
import type { Clock } from '../../../ports/clock.ts';
import { readInteger } from '../../../ruby/numbers/numeral.ts';
import { isInteger } from '../../../ruby/numbers/numeric.ts';
import { shown, toText } from '../../../ruby/print.ts';
import { downcase } from '../../../ruby/text.ts';
import { civilOfTime, epochOfCivil } from '../../../ruby/time/calendar.ts';
import { parseTime } from '../../../ruby/time/parse-time.ts';
import { FormatError, FormatWidthError, rfc822, strftime, xmlschema } from '../../../ruby/time/strftime.ts';
import { epochOfLocal, timeInZone } from '../../../ruby/time/time-zone.ts';
import { RubyDate, RubyTime, type Value } from '../../../ruby/values.ts';
import type { RenderContext } from '../context.ts';
import { fail } from '../errors.ts';
import { type FilterTable, filter } from '../filter.ts';

export const dateFilters: FilterTable = {
  date: filter(1, 1, (input, [format], context) => {
    const pattern = toText(format);
    if (pattern === '') return input;
    const time = context.host.momentFor?.(input, pattern) ?? readTime(input, context);
    return time === undefined ? input : formatted(time, pattern);
  }),
  date_to_string: filter(0, 2, (input, args, context) =>
    dateText(input, '%b', args, context, 'date_to_string'),
  ),
  date_to_long_string: filter(0, 2, (input, args, context) =>
    dateText(input, '%B', args, context, 'date_to_long_string'),
  ),
  date_to_xmlschema: filter(0, 0, (input, _, context) =>
    isBlank(input) ? input : xmlschema(localTime(input, context, 'date_to_xmlschema')),
  ),
  date_to_rfc822: filter(0, 0, (input, _, context) =>
    isBlank(input) ? input : rfc822(localTime(input, context, 'date_to_rfc822')),
  ),
};

function formatted(time: RubyTime | RubyDate, pattern: string): string {
  try {
    return strftime(time, pattern);
  } catch (error) {
    if (error instanceof FormatWidthError)
      return fail(liquidMessages.limit, {
        where: 'date',
        what: 'pads to',
        limit: `65,535 characters: ${error.message}`,
      });
    if (!(error instanceof FormatError)) throw error;
    return fail(liquidMessages.filterInput, {
      filter: 'date',
      problem: `cannot use a format with ${error.message}`,
      advice: 'write `%%` for a percent sign',
    });
  }
}

/** Whether there is nothing to print; a date always prints. */
function isBlank(input: Value): boolean {
  return !(input instanceof RubyTime || input instanceof RubyDate) && toText(input) === '';
}

/** Seconds since the epoch beyond which there are no civil dates. */
const farthest = 1e16;

/** Liquid's `Utils.to_date`; undefined for anything that is not a date. */
function readTime(input: Value, context: RenderContext): RubyTime | RubyDate | undefined {
  if (input instanceof RubyTime || input instanceof RubyDate) return input;
  const { clock, timeZone } = context.host;
  if (isInteger(input)) return timeOfSeconds(Number(input), timeZone);
  return typeof input === 'string' && input !== '' ? knownTime(input, timeZone, clock) : undefined;
}

const most = 5000;
const longestKept = 100;
const known = new Map<string, RubyTime | undefined>();

/** Cached, because the same dates in data are parsed on page after page. */
function knownTime(text: string, zone: string, clock: Pick<Clock, 'now'>): RubyTime | undefined {
  const key = `${zone} ${text}`;
  const time = known.get(key);
  if (time !== undefined || known.has(key)) return time;
  let readNow = false;
  const found = timeOfText(downcase(text), zone, () => {
    readNow = true;
    return clock.now;
  });
  // a text without a year means another day in a later build
  if (readNow || text.length > longestKept) return found;
  if (known.size >= most) known.clear();
  known.set(key, found);
  return found;
}

function timeOfText(text: string, zone: string, now: () => number): RubyTime | undefined {
  if (text === 'now' || text === 'today') return timeInZone(now(), zone);
  if (/^\d+$/.test(text)) return timeOfSeconds(Number(readInteger(text)), zone);
  return parseTime(text, zone, now);
}

function timeOfSeconds(seconds: number, zone: string): RubyTime | undefined {
  return Math.abs(seconds) > farthest ? undefined : timeInZone(seconds * 1000, zone);
}

/** Jekyll's `time`: any date as a moment in the site's zone. */
function localTime(input: Value, context: RenderContext, filterName: string): RubyTime {
  const { timeZone } = context.host;
  const time = readTime(input, context);
  if (time === undefined)
    return fail(liquidMessages.invalidDate, { filter: filterName, value: shown(input) });
  if (time instanceof RubyTime) return timeInZone(time.epochMs, timeZone, time.nanos);
  return timeInZone(epochOfLocal(epochOfCivil(time.year, time.month, time.day), timeZone), timeZone);
}

function dateText(
  input: Value,
  month: string,
  [type, style]: readonly Value[],
  context: RenderContext,
  filterName: string,
): Value {
  if (isBlank(input)) return input;
  const time = localTime(input, context, filterName);
  if (type !== 'ordinal') return strftime(time, `%d ${month} %Y`);
  const { day } = civilOfTime(time);
  const ordinal = `${day}${suffix(day)}`;
  return strftime(time, style === 'US' ? `${month} ${ordinal}, %Y` : `${ordinal} ${month} %Y`);
}

function suffix(day: number): string {
  if (day >= 11 && day <= 13) return 'th';
  return ['th', 'st', 'nd', 'rd'][day % 10] ?? 'th';
}
