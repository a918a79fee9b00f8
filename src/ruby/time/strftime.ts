/** `strftime` of Ruby's Time and Date, in full: flags, widths, every directive. */

import { RubyDate, type RubyTime } from '../values.ts';
import { type Civil, civilOfDate, civilOfTime, daysFromCivil, isoWeek } from './calendar.ts';

export const monthNames: readonly string[] = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
export const dayNames: readonly string[] = [
  'Sunday',
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
];

/** Widths beyond this are refused: Ruby raises Errno::ERANGE from its own bound on. */
const widest = 65_535;

/** What `strftime` throws for a format that Ruby refuses, or a width that no page can want; its message says what. */
export class FormatError extends Error {}

/** The width part of it. */
export class FormatWidthError extends FormatError {}

interface Spec {
  readonly pad: '-' | '_' | '0' | '';
  readonly upper: boolean;
  readonly swap: boolean;
  readonly width: number;
  readonly colons: number;
}

interface Moment {
  readonly civil: Civil;
  readonly isDate: boolean;
  readonly utc: boolean;
  readonly offset: number;
  readonly zone: string;
  readonly epochSeconds: number;
}

const directive = /%([-0^#_]*)(\d*)(:{0,3})([EO]?)([a-zA-Z%+]?)/y;

/** `time.strftime(format)`. Throws `FormatError`. */
export function strftime(time: RubyTime | RubyDate, format: string): string {
  return expand(momentOf(time), format);
}

/** `Time#xmlschema`: `2024-03-05T07:08:09+08:00`, `Z` for a UTC time. */
export function xmlschema(time: RubyTime): string {
  return strftime(time, time.utc ? '%Y-%m-%dT%H:%M:%SZ' : '%Y-%m-%dT%H:%M:%S%:z');
}

/** `Time#rfc822`: `Tue, 05 Mar 2024 07:08:09 +0800`. */
export function rfc822(time: RubyTime): string {
  return strftime(time, time.utc ? '%a, %d %b %Y %T -0000' : '%a, %d %b %Y %T %z');
}

function momentOf(time: RubyTime | RubyDate): Moment {
  if (time instanceof RubyDate) {
    const days = daysFromCivil(time.year, time.month, time.day);
    return {
      civil: civilOfDate(time),
      isDate: true,
      utc: false,
      offset: 0,
      zone: '+00:00',
      epochSeconds: days * 86_400,
    };
  }
  return {
    civil: civilOfTime(time),
    isDate: false,
    utc: time.utc,
    offset: time.offset,
    zone: time.utc ? 'UTC' : (time.zone ?? ''),
    epochSeconds: Math.floor(time.epochMs / 1000),
  };
}

/** A directive of a format; its letter is empty where a `%` ends the format. */
interface Directive {
  readonly whole: string;
  readonly letter: string;
  readonly spec: Spec;
}

function expand(moment: Moment, format: string): string {
  let written = '';
  for (const part of partsOf(format)) {
    if (typeof part === 'string') written += part;
    else if (part.letter === '') written += endOfFormat(moment, part.whole);
    else written += write(moment, part.letter, part.spec) ?? part.whole;
  }
  return written;
}

type Parts = readonly (string | Directive)[];

const mostFormats = 500;
const longestKept = 100;
const known = new Map<string, Parts>();

/** A site has few formats, and asks for each on page after page. */
function partsOf(format: string): Parts {
  if (format.length > longestKept) return readFormat(format);
  let parts = known.get(format);
  if (parts === undefined) {
    parts = readFormat(format);
    if (known.size >= mostFormats) known.clear();
    known.set(format, parts);
  }
  return parts;
}

function readFormat(format: string): Parts {
  const parts: (string | Directive)[] = [];
  let at = 0;
  for (let next = format.indexOf('%'); next >= 0; next = format.indexOf('%', at)) {
    if (next > at) parts.push(format.slice(at, next));
    directive.lastIndex = next;
    const [whole = '%', flags = '', digits = '', colons = '', modifier = '', letter = ''] =
      directive.exec(format) ?? [];
    at = next + whole.length;
    const endsFormat = letter === '' && colons + modifier === '' && at === format.length;
    const width = digits === '' ? -1 : Number(digits);
    if (width > widest && !endsFormat) throw new FormatWidthError(`a width of ${digits}`);
    if (endsFormat || isDirective(letter, colons, modifier))
      parts.push({ whole, letter, spec: readSpec(flags, width, colons.length) });
    else if (letter === '%') {
      // What is no directive ends before the next percent sign.
      at--;
      parts.push(whole.slice(0, -1));
    } else parts.push(whole);
  }
  if (at < format.length) parts.push(format.slice(at));
  return parts;
}

function isDirective(letter: string, colons: string, modifier: string): boolean {
  if (letter === '' || (colons !== '' && (letter !== 'z' || modifier !== ''))) return false;
  if (modifier === 'E') return 'cCxXyY'.includes(letter);
  return modifier === '' || 'deHkIlmMSuUVwWy'.includes(letter);
}

/** A lone `%` at the end: Date leaves it, Time refuses it. */
function endOfFormat(moment: Moment, whole: string): string {
  if (moment.isDate) return whole;
  throw new FormatError(`a lone ${whole} at its end`);
}

function readSpec(flags: string, width: number, colons: number): Spec {
  let pad: Spec['pad'] = '';
  for (const flag of flags) if (flag === '-' || flag === '_' || flag === '0') pad = flag;
  return { pad, upper: flags.includes('^'), swap: flags.includes('#'), width, colons };
}

function write(moment: Moment, letter: string, spec: Spec): string | undefined {
  const { civil } = moment;
  const { year } = civil;
  switch (letter) {
    case 'Y':
      return number(year, year < 0 ? 5 : 4, '0', spec);
    case 'C':
      return number(Math.floor(year / 100), 2, '0', spec);
    case 'y':
      return number(((year % 100) + 100) % 100, 2, '0', spec);
    case 'm':
      return number(civil.month, 2, '0', spec);
    case 'B':
      return text(monthNames[civil.month - 1]!, spec);
    case 'b':
    case 'h':
      return text(monthNames[civil.month - 1]!.slice(0, 3), spec);
    case 'd':
      return number(civil.day, 2, '0', spec);
    case 'e':
      return number(civil.day, 2, ' ', spec);
    case 'j':
      return number(civil.yearDay, 3, '0', spec);
    case 'H':
      return number(civil.hour, 2, '0', spec);
    case 'k':
      return number(civil.hour, 2, ' ', spec);
    case 'I':
      return number(civil.hour % 12 || 12, 2, '0', spec);
    case 'l':
      return number(civil.hour % 12 || 12, 2, ' ', spec);
    case 'M':
      return number(civil.minute, 2, '0', spec);
    case 'S':
      return number(civil.second, 2, '0', spec);
    case 'L':
      return fraction(civil.nanos, spec.width < 1 ? 3 : spec.width);
    case 'N':
      return fraction(civil.nanos, spec.width < 1 ? 9 : spec.width);
    case 'z':
      return zoneOffset(moment.offset, moment.utc, spec);
    case 'Z':
      return moment.zone === '' ? '' : text(moment.zone, spec, true);
    case 'p':
      return text(civil.hour < 12 ? 'AM' : 'PM', spec, true);
    case 'P':
      return text(civil.hour < 12 ? 'am' : 'pm', spec);
    case 'A':
      return text(dayNames[civil.weekDay]!, spec);
    case 'a':
      return text(dayNames[civil.weekDay]!.slice(0, 3), spec);
    case 'u':
      return number(civil.weekDay || 7, 1, '0', spec);
    case 'w':
      return number(civil.weekDay, 1, '0', spec);
    case 'G': {
      const weekYear = isoWeek(civil).year;
      return number(weekYear, weekYear < 0 ? 5 : 4, '0', spec);
    }
    case 'g':
      return number(((isoWeek(civil).year % 100) + 100) % 100, 2, '0', spec);
    case 'V':
      return number(isoWeek(civil).week, 2, '0', spec);
    case 'U':
      return number(Math.floor((civil.yearDay - 1 + 7 - civil.weekDay) / 7), 2, '0', spec);
    case 'W':
      return number(Math.floor((civil.yearDay - 1 + 7 - ((civil.weekDay + 6) % 7)) / 7), 2, '0', spec);
    case 's':
      return number(moment.epochSeconds, 1, '0', spec);
    case 'Q':
      return moment.isDate ? number(moment.epochSeconds * 1000, 1, '0', spec) : undefined;
    case 'n':
      return text('\n', spec);
    case 't':
      return text('\t', spec);
    case '%':
      return text('%', spec);
    case 'c':
      return composite(moment, '%a %b %e %H:%M:%S %Y', spec);
    case 'D':
    case 'x':
      return composite(moment, '%m/%d/%y', spec);
    case 'F':
      return composite(moment, '%Y-%m-%d', spec);
    case 'T':
    case 'X':
      return composite(moment, '%H:%M:%S', spec);
    case 'R':
      return composite(moment, '%H:%M', spec);
    case 'r':
      return composite(moment, '%I:%M:%S %p', spec);
    case 'v':
      return composite(moment, '%e-%^b-%4Y', spec);
    case '+':
      if (!moment.isDate) return undefined;
      return composite(moment, '%a %b %e %H:%M:%S %Z %Y', spec);
    default:
      return undefined;
  }
}

function number(value: number, least: number, fill: '0' | ' ', spec: Spec): string {
  const digits = String(Math.abs(value));
  const sign = value < 0 ? '-' : '';
  if (spec.pad === '-') return sign + digits;
  const width = spec.width < 0 ? least : spec.width;
  const filler = spec.pad === '_' ? ' ' : spec.pad === '0' ? '0' : fill;
  return filler === '0'
    ? sign + digits.padStart(width - sign.length, '0')
    : (sign + digits).padStart(width, ' ');
}

/** Text in the asked case; `#` lowers what is written in capitals (`%p`, `%Z`) and raises the rest. */
function text(value: string, spec: Spec, capitals = false): string {
  const cased =
    spec.swap && capitals ? value.toLowerCase() : spec.upper || spec.swap ? value.toUpperCase() : value;
  if (spec.width < 0 || spec.pad === '-') return cased;
  return cased.padStart(spec.width, spec.pad === '0' ? '0' : ' ');
}

/** Several directives in one: `#` does nothing to them, and of Time's `-` does not keep a width from being filled. */
function composite(moment: Moment, format: string, spec: Spec): string {
  const pad = spec.pad === '-' && !moment.isDate ? '' : spec.pad;
  return text(expand(moment, format), { ...spec, pad, swap: false });
}

function fraction(nanos: number, digits: number): string {
  return String(nanos).padStart(9, '0').padEnd(digits, '0').slice(0, digits);
}

function zoneOffset(offset: number, utc: boolean, spec: Spec): string {
  const size = Math.abs(offset);
  const hours = Math.floor(size / 3600);
  const minutes = String(Math.floor(size / 60) % 60).padStart(2, '0');
  const seconds = String(size % 60).padStart(2, '0');
  let tail = [minutes, `:${minutes}`, `:${minutes}:${seconds}`][spec.colons];
  if (spec.colons === 3)
    tail = size % 60 !== 0 ? `:${minutes}:${seconds}` : size % 3600 !== 0 ? `:${minutes}` : '';
  const sign = offset < 0 || (utc && spec.pad === '-') ? '-' : '+';
  const width = Math.max(spec.width - tail!.length, 3);
  if (spec.pad === '_') return (sign + String(hours)).padStart(width, ' ') + tail;
  return sign + String(hours).padStart(width - 1, '0') + tail;
}
