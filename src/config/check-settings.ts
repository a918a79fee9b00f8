/** Checks what the configuration says: types that would stop the build, flags in quotes, misspelt and outdated names. */

import { configMessages } from '../diagnostics/catalogue/site/config.ts';
import { textMessages } from '../diagnostics/catalogue/site/text.ts';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts';
import type { SourceText } from '../diagnostics/source-text.ts';
import { isEncoding } from '../files/read-text.ts';
import { isArray, isHash, isNil, type RubyHash, type Value } from '../ruby/values.ts';
import type { ConfigFiles } from './config-files.ts';
import { placeInFiles } from './place-in-config.ts';
import { type Kind, kinds, oldNames, type Setting, settings } from './settings.ts';
import { isSlipOf } from './slip.ts';

/** What the files say by themselves, before anything is merged over them: here a nil counts, as it does in Jekyll. */
export function checkFileValues({ values, sources }: ConfigFiles): Diagnostic[] {
  const found: Diagnostic[] = [];
  for (const key of ['plugins', 'include', 'exclude'])
    if (values.has(key) && isNil(values.get(key)))
      found.push(wrongType(key, settings.get(key)!, null, sources));
  for (const key of values.keys()) {
    if (typeof key !== 'string' || settings.has(key)) continue;
    const now = oldNames.get(key);
    const meant = [...settings.keys()].find((name) => !values.has(name) && isSlipOf(key, name));
    if (now === undefined && meant === undefined) continue;
    const place = placeInFiles(sources, [key], 'key');
    if (now !== undefined) found.push(diagnose(configMessages.oldName, { key, now }, { place }));
    else if (meant !== undefined)
      found.push(diagnose(configMessages.misspelt, { key, nearest: meant }, { place }));
  }
  return found;
}

/** What the merged settings hold. */
export function checkSettings(values: RubyHash, { sources }: ConfigFiles): Diagnostic[] {
  const found: Diagnostic[] = [];
  for (const [key, setting] of settings) {
    const value = values.get(key);
    if (isNil(value)) continue;
    const kind = kindOf(value);
    if (setting.kinds.includes(kind)) continue;
    if (setting.kinds.includes('flag') && (value === 'true' || value === 'false')) {
      const place = placeInFiles(sources, [key]);
      found.push(diagnose(configMessages.textForFlag, { key, text: value }, { place }));
    } else if (setting.severity !== undefined) found.push(wrongType(key, setting, value, sources));
  }
  const limit = values.get('limit_posts');
  if (typeof limit === 'number' && limit < 0) {
    const place = placeInFiles(sources, ['limit_posts']);
    found.push(diagnose(configMessages.negativeLimit, { value: String(limit) }, { place }));
  }
  const encoding = values.get('encoding');
  if (typeof encoding === 'string' && !isEncoding(encoding)) {
    const place = placeInFiles(sources, ['encoding']);
    found.push(diagnose(textMessages.unknownEncoding, { encoding }, { place }));
  }
  found.push(...checkCollections(values.get('collections'), sources));
  found.push(...checkDefaults(values.get('defaults'), sources));
  return found;
}

function checkCollections(collections: Value, sources: readonly SourceText[]): Diagnostic[] {
  if (!isHash(collections)) return [];
  const setting: Setting = { kinds: ['mapping'], severity: 'error', example: 'talks: {output: true}' };
  return [...collections].flatMap(([label, metadata]) =>
    isHash(metadata) || isNil(metadata) || metadata === false
      ? []
      : [wrongType(`collections.${label}`, setting, metadata, sources, ['collections', String(label)])],
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
  { kinds: wanted, severity, example }: Setting,
  value: Value,
  sources: readonly SourceText[],
  path: readonly string[] = [key],
): Diagnostic {
  const facts = {
    key,
    wanted: wanted.map((kind) => kinds[kind]).join(' or '),
    found: describe(value),
    example,
  };
  return diagnose(configMessages.wrongType, facts, { severity, place: placeInFiles(sources, path) });
}

function kindOf(value: Value): Kind {
  if (typeof value === 'boolean') return 'flag';
  if (typeof value === 'string') return 'text';
  if (isArray(value)) return 'list';
  if (isHash(value)) return 'mapping';
  return typeof value === 'number' && Number.isInteger(value) ? 'whole' : 'other';
}

function describe(value: Value): string {
  if (isNil(value)) return 'empty';
  const kind = kindOf(value);
  if (kind === 'text') return `the text "${value}"`;
  return kind === 'flag' || kind === 'whole' ? `${value}` : kinds[kind];
}
