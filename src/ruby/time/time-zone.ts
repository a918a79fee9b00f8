/** Time zones by IANA name or as POSIX writes them: a moment in a zone, and the moment of a zone's wall-clock time. */

import { RubyTime } from '../values.ts';
import { epochOfCivil } from './calendar.ts';
import { type PosixZone, parsePosixZone, posixSideAt } from './posix-zone.ts';
import { zoneLetters } from './zone-letters.ts';

const dayMs = 86_400_000;

/** The last moment that Intl supports, in milliseconds since the epoch. */
const farthest = 8.64e15;

/**
 * The moment in a zone (`Time.at(…).localtime` under `TZ=zone`). An unknown zone is UTC under its own name, as for the
 * C library.
 */
export function timeInZone(epochMs: number, zone: string, nanos = 0): RubyTime {
  const offset = offsetAt(epochMs, zone);
  const posix = posixOf(zone);
  const letters = posix === undefined ? lettersOf(zone, offset) : sideOf(posix, epochMs).name;
  return new RubyTime(epochMs, offset, letters, nanos);
}

/** The moment in explicit UTC (`Time#utc`). */
export function timeInUtc(epochMs: number, nanos = 0): RubyTime {
  return new RubyTime(epochMs, 0, 'UTC', nanos, true);
}

/** Seconds east of UTC in a zone at a moment. */
export function offsetAt(epochMs: number, zone: string): number {
  const days = daysOf(zone);
  const day = Math.floor(epochMs / dayMs);
  let known = days.get(day);
  if (known === undefined) {
    const start = measure(day * dayMs, zone);
    const end = measure((day + 1) * dayMs, zone);
    known = start === end ? start : 'changes';
    days.set(day, known);
  }
  return known === 'changes' ? measure(epochMs, zone) : known;
}

/**
 * The moment at which clocks of a zone show a civil time (`Time.local`): the first of two where clocks go back, the
 * time as much later where they jump over it.
 */
export function epochOfLocal(civilEpochMs: number, zone: string): number {
  const before = offsetAt(civilEpochMs - dayMs, zone) * 1000;
  const after = offsetAt(civilEpochMs + dayMs, zone) * 1000;
  const first = civilEpochMs - before;
  if (before === after || offsetAt(first, zone) * 1000 === before) return first;
  const second = civilEpochMs - after;
  return offsetAt(second, zone) * 1000 === after ? second : first;
}

/** The zone that the variable `TZ` stands for: a colon may go before it, and a folder of the tz database. */
export function zoneOfVariable(text: string): string {
  const zone = text.replace(/^:/, '').replace(/^(?:posix|right)\/(?=[A-Z])/, '');
  return zone === '' ? 'UTC' : zone;
}

/** Whether the C library reads a zone out of this text. */
export function isTimeZone(zone: string): boolean {
  return posixOf(zone)?.valid !== false;
}

const posixZones = new Map<string, PosixZone | undefined>();

/** Undefined for the name of a zone of the tz database, which goes first. */
function posixOf(zone: string): PosixZone | undefined {
  if (zone === 'UTC') return undefined;
  if (!posixZones.has(zone)) {
    const isNamed = isName(zone) && (quickOffset(0, zone) !== undefined || formatOf(zone) !== undefined);
    posixZones.set(zone, isNamed ? undefined : parsePosixZone(zone));
  }
  return posixZones.get(zone);
}

/** Names of three letters that are files of the tz database; Intl knows more of them (`PST`), which are none. */
const SHORT: ReadonlySet<string> = new Set('CET EET EST GMT HST MET MST PRC ROC ROK UCT UTC WET'.split(' '));

/** Whether a text may be the name of a file: Intl knows no letter case, but file systems do. */
function isName(zone: string): boolean {
  if (/^[A-Z]{3}$/.test(zone)) return SHORT.has(zone);
  return /^[A-Z][\w+-]*(?:\/[A-Z][\w+-]*)*$/.test(zone);
}

function sideOf(zone: PosixZone, epochMs: number): { readonly name: string; readonly offset: number } {
  return posixSideAt(
    zone,
    Math.floor(epochMs / 1000),
    (epoch) => offsetAt(epoch * 1000, 'America/New_York') === -4 * 3600,
  );
}

/** Seconds east of UTC in a zone at a moment, computed without Intl; undefined where that is impossible. */
export type ZoneClock = (epochMs: number, zone: string) => number | undefined;

let lent: ZoneClock | undefined;

/**
 * Intl needs 10 ms to be opened, a tenth of a small build; a borrowed zone answers the few questions of a small build
 * in less.
 */
export function lendZoneClock(clock: ZoneClock | undefined): void {
  lent = clock;
  asked = 0;
}

/** From so many questions on Intl is the quicker one. */
const FEW = 50;
let asked = 0;

/**
 * What is answered is one of the zone's offsets; the borrowed zone is not trusted beyond the years of the table of
 * abbreviations.
 */
function quickOffset(epochMs: number, zone: string): number | undefined {
  if (lent === undefined || epochMs < 0 || epochMs >= 2_145_916_800_000) return undefined;
  if (formats.has(zone) || offsetsOf(zone).size === 0 || asked++ >= FEW) return undefined;
  const offset = lent(epochMs, zone);
  return offset !== undefined && offsetsOf(zone).has(offset) ? offset : undefined;
}

type Days = Map<number, number | 'changes'>;
const known = new Map<string, Days>();

function daysOf(zone: string): Days {
  let days = known.get(zone);
  if (days === undefined) known.set(zone, (days = new Map()));
  return days;
}

const formats = new Map<string, Intl.DateTimeFormat | undefined>();

function formatOf(zone: string): Intl.DateTimeFormat | undefined {
  if (!formats.has(zone)) {
    let format: Intl.DateTimeFormat | undefined;
    try {
      format = new Intl.DateTimeFormat('en-US', {
        timeZone: zone,
        hourCycle: 'h23',
        era: 'short',
        year: 'numeric',
        month: 'numeric',
        day: 'numeric',
        hour: 'numeric',
        minute: 'numeric',
        second: 'numeric',
      });
    } catch {
      format = undefined;
    }
    formats.set(zone, format);
  }
  return formats.get(zone);
}

function measure(epochMs: number, zone: string): number {
  if (zone === 'UTC') return 0;
  const posix = posixOf(zone);
  if (posix !== undefined) return sideOf(posix, epochMs).offset;
  // JavaScript's dates end before Ruby's; zones are as they were there.
  if (Math.abs(epochMs) > farthest) return measure(Math.sign(epochMs) * farthest, zone);
  const quick = quickOffset(epochMs, zone);
  if (quick !== undefined) return quick;
  const format = formatOf(zone);
  if (format === undefined) return 0;
  const whole = Math.floor(epochMs / 1000) * 1000;
  const found: Partial<Record<Intl.DateTimeFormatPartTypes, string>> = {};
  for (const part of format.formatToParts(whole)) found[part.type] = part.value;
  const year = found.era === 'BC' ? 1 - Number(found.year) : Number(found.year);
  const local = epochOfCivil(
    year,
    Number(found.month),
    Number(found.day),
    Number(found.hour),
    Number(found.minute),
    Number(found.second),
  );
  return (local - whole) / 1000;
}

const lettersByZone = new Map<string, ReadonlyMap<number, string>>();

function lettersOf(zone: string, offset: number): string {
  const letters = offsetsOf(zone).get(offset);
  if (letters !== undefined) return letters;
  if (formatOf(zone) === undefined) return 'UTC';
  if (offset % 60 !== 0) return 'LMT';
  const size = Math.abs(offset);
  const minutes = Math.floor(size / 60) % 60;
  const hours = String(Math.floor(size / 3600)).padStart(2, '0');
  return `${offset < 0 ? '-' : '+'}${hours}${minutes === 0 ? '' : String(minutes).padStart(2, '0')}`;
}

/** Those offsets of a zone that have letters. */
function offsetsOf(zone: string): ReadonlyMap<number, string> {
  let byOffset = lettersByZone.get(zone);
  if (byOffset === undefined) lettersByZone.set(zone, (byOffset = readLetters(zone)));
  return byOffset;
}

/** The letters of one zone by offset: a site has one, so the table is not taken apart for all of them. */
function readLetters(zone: string): ReadonlyMap<number, string> {
  const byOffset = new Map<number, string>();
  const row = zoneLetters.find(([, zones]) => ` ${zones} `.includes(` ${zone} `));
  for (const [, name = '', minutes] of row?.[0].matchAll(/([A-Za-z]+)([-+]\d+)/g) ?? []) {
    byOffset.set(Number(minutes) * 60, name);
  }
  return byOffset;
}
