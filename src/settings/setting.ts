/** One row of a table of settings: what a key of `_config.yml` may hold, its default, and what it is for. */

import type { Severity } from '../diagnostics/diagnostic.ts';
import { isArray, isHash, RubyDate, RubyTime, type Value } from '../ruby/values.ts';
import { isOn } from './readers.ts';

export type Kind = 'boolean' | 'string' | 'integer' | 'number' | 'time' | 'list' | 'hash';

/** What each kind is called in a message. */
export const kindNames: Readonly<Record<Kind, string>> = {
  boolean: 'true or false',
  string: 'text',
  integer: 'a whole number',
  number: 'a number',
  time: 'a date',
  list: 'a list',
  hash: 'a mapping',
};

/** Plain data, so that a plugin of a site can declare its settings without importing anything. */
export interface SettingRow {
  /** One sentence for the person who writes the setting. */
  readonly doc: string;
  /** What it may hold, besides nothing; absent where anything goes. */
  readonly type?: Kind | readonly Kind[];
  /** What it is where nobody sets it. */
  readonly default?: Value;
  /** The only texts and numbers that it may be. */
  readonly values?: readonly (string | number)[];
  /** Some that it may be, for an editor to suggest. */
  readonly examples?: readonly string[];
  readonly minimum?: number;
  /** What the elements of a list may hold. */
  readonly items?: Omit<SettingRow, 'doc'>;
  /** The known keys of a hash; others are allowed. */
  readonly keys?: SettingTable;
  /** What the other keys of a hash may hold. */
  readonly others?: Omit<SettingRow, 'doc'>;
  /** Set where an empty value is a mistake, as a nil in the place of a list is for Jekyll. */
  readonly refusesNil?: true;
  /** How a value of another type is reported, with an example of a right one; absent where Jekyll takes anything. */
  readonly mistake?: { readonly severity: Severity; readonly example: string };
  /** The key of today, for one that Jekyll has given up. */
  readonly renamed?: string;
  /** Set where sites have keys of their own with nearly this name: it is not suggested in their place. */
  readonly neverSuggested?: true;
}

/** Rows by their keys, in the order of the configuration. */
export type SettingTable = Readonly<Record<string, SettingRow>>;

/** Some tables as one; of rows for the same key the first counts. */
export function joinTables(tables: readonly SettingTable[]): SettingTable {
  const joined: Record<string, SettingRow> = {};
  for (const table of tables) for (const [key, row] of Object.entries(table)) joined[key] ??= row;
  return joined;
}

/** A row that the program reads. */
export interface Setting<T> extends SettingRow {
  /** What the program makes of a value, whatever its type: it never throws. */
  readonly read: (value: Value) => T;
}

export function setting<T>(read: (value: Value) => T, row: SettingRow): Setting<T> {
  return { ...row, read };
}

/** A setting that is off unless it is set: on as Ruby's truth has it. */
export function flag(doc: string): Setting<boolean> {
  return setting(isOn, { type: 'boolean', default: false, doc });
}

/** The kinds that a row allows; undefined where anything goes. */
export function kindsOf({ type }: Pick<SettingRow, 'type'>): readonly Kind[] | undefined {
  return typeof type === 'string' ? [type] : type;
}

export function kindOf(value: Value): Kind {
  if (typeof value === 'boolean') return 'boolean';
  if (typeof value === 'string') return 'string';
  if (isArray(value)) return 'list';
  if (isHash(value)) return 'hash';
  if (value instanceof RubyTime || value instanceof RubyDate) return 'time';
  return typeof value === 'number' && Number.isInteger(value) ? 'integer' : 'number';
}

/** Whether a row allows a value that is not nil. */
export function allows(row: Pick<SettingRow, 'type'>, value: Value): boolean {
  const kinds = kindsOf(row);
  if (kinds === undefined) return true;
  const kind = kindOf(value);
  return kinds.includes(kind) || (kind === 'integer' && kinds.includes('number'));
}
