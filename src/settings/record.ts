/** Typed records of settings: a table's keys in camel case, each read from a hash of values when it is asked for. */

import type { RubyHash, Value } from '../ruby/values.ts';
import { hashOrEmpty } from './readers.ts';
import type { Setting, SettingRow, SettingTable } from './setting.ts';

type CamelCase<Key extends string> = Key extends `${infer Head}_${infer Tail}`
  ? `${Head}${Capitalize<CamelCase<Tail>>}`
  : Key;

/** The settings of a table that the program reads: `excerpt_separator` is `excerptSeparator`. */
export type RecordOf<Table> = {
  readonly [Key in keyof Table as Table[Key] extends Setting<unknown>
    ? CamelCase<Key & string>
    : never]: Table[Key] extends Setting<infer T> ? T : never;
};

/**
 * Makes the records of a table. A record holds no copy of the values: what a plugin sets later is seen, and a hash that
 * notes its readers is told which key was read.
 */
export function recordsOf<Table extends SettingTable>(table: Table): (values: RubyHash) => RecordOf<Table> {
  class SettingRecord {
    readonly values: RubyHash;
    constructor(values: RubyHash) {
      this.values = values;
    }
  }
  for (const [key, row] of Object.entries<SettingRow & Partial<Setting<unknown>>>(table)) {
    const { read } = row;
    if (read === undefined) continue;
    Object.defineProperty(SettingRecord.prototype, camelCase(key), {
      get(this: SettingRecord) {
        return read(this.values.get(key));
      },
    });
  }
  // the getters above are the fields of the type
  return (values) => new SettingRecord(values) as unknown as RecordOf<Table>;
}

/** A setting that is a hash with settings of its own; a value that is not one is as if empty. */
export function section<Table extends SettingTable>(
  keys: Table,
  row: Omit<SettingRow, 'keys'>,
): Setting<RecordOf<Table>> {
  const record = recordsOf(keys);
  return { type: 'hash', ...row, keys, read: (value: Value) => record(hashOrEmpty(value)) };
}

function camelCase(key: string): string {
  return key.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
