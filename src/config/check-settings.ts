/** Checks what the configuration says against the table of settings: types that would stop the build, flags in quotes, misspelt and outdated names. */

import { configMessages } from '../diagnostics/catalogue/site/config.ts';
import { textMessages } from '../diagnostics/catalogue/site/text.ts';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts';
import type { SourceText } from '../diagnostics/source-text.ts';
import { isEncoding } from '../files/read-text.ts';
import { isArray, isHash, isNil, type RubyHash, type Value } from '../ruby/values.ts';
import {
  allows,
  kindNames,
  kindOf,
  kindsOf,
  type SettingRow,
  type SettingTable,
} from '../settings/setting.ts';
import type { ConfigFiles } from './config-files.ts';
import { placeInFiles } from './place-in-config.ts';
import { isSlipOf } from './slip.ts';

/** What the files say by themselves, before anything is merged over them: here a nil counts, as it does in Jekyll. */
export function checkFileValues(table: SettingTable, { values, sources }: ConfigFiles): Diagnostic[] {
  const found: Diagnostic[] = [];
  for (const [key, row] of Object.entries(table))
    if (row.refusesNil === true && values.has(key) && isNil(values.get(key)))
      found.push(wrongType(key, row, null, sources));
  for (const key of values.keys()) {
    if (typeof key !== 'string') continue;
    const row = Object.hasOwn(table, key) ? table[key] : undefined;
    const place = () => placeInFiles(sources, [key], 'key');
    if (row?.renamed !== undefined)
      found.push(diagnose(configMessages.oldName, { key, now: row.renamed }, { place: place() }));
    const meant = row === undefined ? nearestSetting(table, key, values) : undefined;
    if (meant !== undefined)
      found.push(diagnose(configMessages.misspelt, { key, nearest: meant }, { place: place() }));
  }
  return found;
}

/** The setting that a name is a slip of, unless it is set as well. */
function nearestSetting(table: SettingTable, key: string, values: RubyHash): string | undefined {
  const found = Object.entries(table).find(
    ([name, { renamed, neverSuggested }]) =>
      renamed === undefined && neverSuggested !== true && !values.has(name) && isSlipOf(key, name),
  );
  return found?.[0];
}

/** What the merged settings hold. */
export function checkSettings(
  table: SettingTable,
  values: RubyHash,
  { sources }: Pick<ConfigFiles, 'sources'>,
): Diagnostic[] {
  const limit = values.get('limit_posts');
  const encoding = values.get('encoding');
  return [
    ...checkTypes(table, values, sources),
    ...(typeof limit === 'number' && limit < 0
      ? [
          diagnose(
            configMessages.negativeLimit,
            { value: String(limit) },
            { place: placeInFiles(sources, ['limit_posts']) },
          ),
        ]
      : []),
    ...(typeof encoding === 'string' && !isEncoding(encoding)
      ? [diagnose(textMessages.unknownEncoding, { encoding }, { place: placeInFiles(sources, ['encoding']) })]
      : []),
    ...checkCollections(values.get('collections'), sources),
    ...checkDefaults(values.get('defaults'), sources),
  ];
}

/** Values of another type than a table allows. */
export function checkTypes(
  table: SettingTable,
  values: RubyHash,
  sources: readonly SourceText[],
): Diagnostic[] {
  return Object.entries(table).flatMap(([key, row]) => {
    const value = values.get(key);
    if (isNil(value) || allows(row, value)) return [];
    if (kindsOf(row)?.includes('boolean') === true && (value === 'true' || value === 'false')) {
      const place = placeInFiles(sources, [key]);
      return [diagnose(configMessages.textForFlag, { key, text: value }, { place })];
    }
    return row.mistake === undefined ? [] : [wrongType(key, row, value, sources)];
  });
}

const COLLECTION: Omit<SettingRow, 'doc'> = {
  type: 'hash',
  mistake: { severity: 'error', example: 'talks: {output: true}' },
};

function checkCollections(collections: Value, sources: readonly SourceText[]): Diagnostic[] {
  if (!isHash(collections)) return [];
  return [...collections].flatMap(([label, metadata]) =>
    isHash(metadata) || isNil(metadata) || metadata === false
      ? []
      : [wrongType(`collections.${label}`, COLLECTION, metadata, sources, ['collections', String(label)])],
  );
}

function checkDefaults(defaults: Value, sources: readonly SourceText[]): Diagnostic[] {
  if (!isArray(defaults)) return [];
  return defaults.flatMap((set, index) => {
    if (!isHash(set) || !isHash(set.get('values'))) {
      const place = placeInFiles(sources, ['defaults', index]);
      return [diagnose(configMessages.badDefaults, { index }, { place })];
    }
    const scope = set.get('scope');
    const type = isHash(scope) ? scope.get('type') : undefined;
    if (type !== 'page' && type !== 'post' && type !== 'draft') return [];
    const at = placeInFiles(sources, ['defaults', index, 'scope', 'type']);
    return [diagnose(configMessages.oldScopeType, { type, now: `${type}s` }, { place: at })];
  });
}

function wrongType(
  key: string,
  row: Omit<SettingRow, 'doc'>,
  value: Value,
  sources: readonly SourceText[],
  path: readonly string[] = [key],
): Diagnostic {
  const facts = {
    key,
    wanted: (kindsOf(row) ?? []).map((kind) => kindNames[kind]).join(' or '),
    found: describe(value),
    example: row.mistake?.example ?? '',
  };
  return diagnose(configMessages.wrongType, facts, {
    severity: row.mistake?.severity,
    place: placeInFiles(sources, path),
  });
}

function describe(value: Value): string {
  if (isNil(value)) return 'empty';
  const kind = kindOf(value);
  if (kind === 'string') return `the text "${value}"`;
  return kind === 'boolean' || kind === 'integer' ? `${value}` : kindNames[kind];
}
