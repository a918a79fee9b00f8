/** The JSON Schema (draft 7) of a configuration file, made from tables of settings: what editors complete and check. */

import { isArray, isHash, type Value } from '../ruby/values.ts';
import { joinTables, type Kind, kindsOf, type SettingRow, type SettingTable } from './setting.ts';

export type JsonSchema = Readonly<Record<string, unknown>>;

const TYPES: Readonly<Record<Kind, string>> = {
  boolean: 'boolean',
  string: 'string',
  integer: 'integer',
  number: 'number',
  // JSON has no dates: an editor takes one for text
  time: 'string',
  list: 'array',
  hash: 'object',
};

/** The schema of a file with these settings. A site may have any others besides: its templates read them. */
export function configSchema(tables: readonly SettingTable[]): JsonSchema {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Settings of a Jekyll site',
    description: 'What Hastie, Jekyll and the plugins that come with Hastie read of _config.yml.',
    type: ['object', 'null'],
    properties: propertiesOf(joinTables(tables)),
  };
}

function propertiesOf(table: SettingTable): JsonSchema {
  return Object.fromEntries(
    Object.entries(table).map(([key, row]) => [
      key,
      { description: row.doc, ...shapeOf(row), ...deprecationOf(row) },
    ]),
  );
}

function shapeOf(row: Omit<SettingRow, 'doc'>): JsonSchema {
  const kinds = kindsOf(row);
  const nil = row.refusesNil === true ? [] : ['null'];
  const types = kinds && [...new Set(kinds.map((kind) => TYPES[kind])), ...nil];
  const preset = row.default === undefined || row.default === null ? undefined : toJson(row.default);
  return {
    ...(types === undefined ? {} : { type: types.length === 1 ? types[0] : types }),
    ...(row.values === undefined ? {} : { enum: [...row.values, ...(nil.length > 0 ? [null] : [])] }),
    ...(row.examples === undefined ? {} : { examples: row.examples }),
    ...(row.minimum === undefined ? {} : { minimum: row.minimum }),
    ...(row.items === undefined ? {} : { items: shapeOf(row.items) }),
    ...(row.keys === undefined ? {} : { properties: propertiesOf(row.keys) }),
    ...(row.others === undefined ? {} : { additionalProperties: shapeOf(row.others) }),
    ...(preset === undefined ? {} : { default: preset }),
  };
}

/** `deprecationMessage` is the keyword of Visual Studio Code and of the YAML language server. */
function deprecationOf({ renamed }: SettingRow): JsonSchema {
  return renamed === undefined ? {} : { deprecationMessage: `Write "${renamed}" instead` };
}

function toJson(value: Value): unknown {
  if (isArray(value)) return value.map(toJson);
  return isHash(value) ? Object.fromEntries(Array.from(value, ([key, item]) => [key, toJson(item)])) : value;
}
