/**
 * The values that flow from YAML through Liquid: Ruby's, where JavaScript's own types can't distinguish them.
 *
 * | Ruby | here |
 * |---|---|
 * | nil | `null` or `undefined` |
 * | true, false, String | boolean, string |
 * | Integer | an integral `number`; a `bigint` beyond ±(2^53 − 1) |
 * | Float | a `number` with a fraction, NaN, ±Infinity; `RubyFloat` where the value is integral (`1.0`, `-0.0`, `1e20`) |
 * | Array, Hash | array, `Map` (insertion order whatever the keys: a plain object would put `2022:` before `b:`) |
 * | Date, Time | `RubyDate`, `RubyTime` |
 * | Range | `RubyRange` |
 * | a Liquid drop | `Drop` |
 */

export type Value =
  | null
  | undefined
  | boolean
  | number
  | bigint
  | string
  | RubyFloat
  | RubyDate
  | RubyTime
  | RubyRange
  | Drop
  | readonly Value[]
  | RubyHash;

/** A Ruby Hash. Keys are what YAML gave: mostly strings, but `2022:` is the Integer 2022, as in Ruby. */
export type RubyHash = ReadonlyMap<Value, Value>;

/** A Float whose value is integral, which a JavaScript number could not be distinguished from an Integer. */
export class RubyFloat {
  readonly value: number;
  constructor(value: number) {
    this.value = value;
  }
}

/** The Float of a JavaScript number. */
export function toRubyFloat(value: number): number | RubyFloat {
  return Number.isInteger(value) ? new RubyFloat(value) : value;
}

/** The Integer of a JavaScript number or bigint, in its one representation. */
export function toRubyInteger(value: number | bigint): number | bigint {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? value : BigInt(Math.trunc(value));
  return value >= BigInt(Number.MIN_SAFE_INTEGER) && value <= BigInt(Number.MAX_SAFE_INTEGER)
    ? Number(value)
    : value;
}

/** A civil date without time or zone (Ruby's Date). Months and days count from 1. */
export class RubyDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  constructor(year: number, month: number, day: number) {
    this.year = year;
    this.month = month;
    this.day = day;
  }
}

/** A moment with its zone (Ruby's Time). */
export class RubyTime {
  /** Milliseconds since the epoch, whole. */
  readonly epochMs: number;
  /** Nanoseconds beyond the millisecond, 0 to 999,999. */
  readonly nanos: number;
  /** Seconds east of UTC. */
  readonly offset: number;
  /** The zone's abbreviation (`UTC`, `CST`) where it is known; a bare offset has none (`%Z` prints nothing). */
  readonly zone: string | undefined;
  /** Explicitly in UTC (`Z` in its text), not because the site's zone is UTC: prints `UTC` for `+0000`. */
  readonly utc: boolean;
  constructor(epochMs: number, offset: number, zone?: string, nanos = 0, utc = false) {
    this.epochMs = epochMs;
    this.offset = offset;
    this.zone = zone;
    this.nanos = nanos;
    this.utc = utc;
  }
}

/** An inclusive range of integers (`(1..5)`). */
export class RubyRange {
  readonly first: number;
  readonly last: number;
  constructor(first: number, last: number) {
    this.first = first;
    this.last = last;
  }
}

/**
 * An object that decides what templates see of it (Liquid's drop): `site`, `page` of a post, `forloop`.
 * Reads pass through `get`, so that a drop can record them.
 */
export abstract class Drop {
  /** The value of a key, nil for an unknown one. */
  abstract get(key: string): Value;
  /** Whether the key is known; asked only under `strict_variables`. */
  has(key: string): boolean {
    return this.get(key) !== undefined;
  }
  /** The keys in Ruby's order: what iteration, `jsonify` and `inspect` walk over. */
  keys(): readonly string[] {
    return [];
  }
  /** What `{{ drop }}` prints; undefined for Jekyll's rule, which is the drop as indented JSON. */
  print(): string | undefined {
    return undefined;
  }
  /** Whether Jekyll hands templates a plain Hash here (a page): it then prints, iterates, merges and counts as one. */
  get isHash(): boolean {
    return false;
  }
  /** What it stands for, the same from one build to the next; undefined for what lasts no longer than a page. */
  identity(): string | undefined {
    return undefined;
  }
  /** Its place in a sort beside another drop (`<=>`): negative, 0, positive, or undefined where they can't be compared. */
  order(_other: Drop): number | undefined {
    return undefined;
  }
  /**
   * What `jsonify` writes at a depth of nesting (0 outermost): the pairs, or undefined where the drop is written as
   * the text of `print`. A nested document leaves out the fields that would recurse endlessly.
   */
  json(_depth: number): Iterable<readonly [string, Value]> | undefined {
    return this.keys().map((key) => [key, this.get(key)] as const);
  }
}

/** Whether a value is a Hash. */
export function isHash(value: Value): value is RubyHash {
  return value instanceof Map;
}

export function isArray(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}

export function isNil(value: Value): value is null | undefined {
  return value === null || value === undefined;
}
