/** Where a setting is written, for complaints about what it says. */

import type { Place } from '../diagnostics/diagnostic.ts';
import type { SourceText } from '../diagnostics/source-text.ts';
import { parseYaml, type YamlPath, type YamlResult } from '../engines/yaml/parse-yaml.ts';
import type { Config } from '../model/config.ts';
import { isArray, isHash, type Value } from '../ruby/values.ts';

/** The place of the setting at `path` (`['collections', 'talks', 'output']`) in the file that sets it; undefined where none does. */
export function placeInConfig(
  config: Pick<Config, 'files'>,
  path: YamlPath,
  part?: 'key' | 'value',
): Place | undefined {
  return placeInFiles(config.files, path, part);
}

/** The beginning of the first configuration file; of Jekyll's name for it where there is none. */
export function startOfConfig({ files }: Pick<Config, 'files'>): Place {
  return { file: files[0]?.file ?? '_config.yml', line: 1, column: 1 };
}

/** The same among files that are not yet a configuration: the last one that has the setting counts. */
export function placeInFiles(
  files: readonly SourceText[],
  path: YamlPath,
  part?: 'key' | 'value',
): Place | undefined {
  for (const file of files.toReversed()) {
    const yaml = parsed(file);
    if (has(yaml.value, path)) return yaml.placeOf(path, part);
  }
  return undefined;
}

const known = new WeakMap<SourceText, YamlResult>();

/** A configuration is parsed again for the first complaint about it, and once for all of them. */
function parsed(file: SourceText): YamlResult {
  let yaml = known.get(file);
  if (yaml === undefined) known.set(file, (yaml = parseYaml(file)));
  return yaml;
}

function has(value: Value, [step, ...rest]: YamlPath): boolean {
  if (step === undefined) return true;
  if (isArray(value) && typeof step === 'number') return step < value.length && has(value[step], rest);
  return isHash(value) && value.has(step) && has(value.get(step), rest);
}
