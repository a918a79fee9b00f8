/** Finds and reads the configuration files: `--config a,b`, else `_config.yml`, `_config.yaml` or `_config.toml` of the source. */

import { nearest } from '../base/nearest.ts';
import { baseName, expandPath, folderOf, joinPaths } from '../base/paths.ts';
import { configMessages } from '../diagnostics/catalogue/site/config.ts';
import { readMessages } from '../diagnostics/catalogue/site/read.ts';
import { type Diagnostic, diagnose, hasErrors, type Place } from '../diagnostics/diagnostic.ts';
import type { SourceText } from '../diagnostics/source-text.ts';
import { parseYaml, type YamlScalars } from '../engines/yaml/parse-yaml.ts';
import { readText } from '../files/read-text.ts';
import type { Overrides } from '../model/config.ts';
import { FsError, kindAt, type ReadFs } from '../ports/fs.ts';
import { deepMerge } from '../ruby/deep-merge.ts';
import { isArray, isHash, isNil, type RubyHash, type Value } from '../ruby/values.ts';

export interface ConfigFiles {
  /** The values of all files, later ones over earlier ones; empty where there is no file. */
  readonly values: RubyHash;
  readonly sources: readonly SourceText[];
  readonly diagnostics: readonly Diagnostic[];
}

/** What one file gave: its values, or nothing and a mistake after which Jekyll reads no further file. */
interface ConfigFile {
  readonly source?: SourceText;
  readonly values?: RubyHash;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads the files that the overrides name, or the one that the source folder has; none is fine. */
export function readConfigFiles(
  fs: ReadFs,
  expand: (path: string) => string,
  overrides: Overrides,
  scalars: YamlScalars,
): ConfigFiles {
  const sources: SourceText[] = [];
  const diagnostics: Diagnostic[] = [];
  let values: RubyHash = new Map();
  for (const { path, name } of filesToRead(fs, expand, overrides)) {
    const file = readConfigFile(fs, path, name, scalars);
    diagnostics.push(...file.diagnostics);
    if (file.source !== undefined) sources.push(file.source);
    if (file.values === undefined) {
      if (hasErrors(file.diagnostics)) continue;
      break;
    }
    values = deepMerge(values, file.values);
  }
  return { values, sources, diagnostics };
}

function filesToRead(fs: ReadFs, expand: (path: string) => string, overrides: Overrides) {
  const named = overrides.get('config');
  if (typeof named === 'string' && named !== '')
    return named
      .split(',')
      .filter((name) => name !== '')
      .map((name) => ({ path: expand(name), name }));
  const source = expand(String(overrides.get('source') ?? '.'));
  const name = ['_config.yml', '_config.yaml', '_config.toml'].find(
    (candidate) => kindAt(fs, joinPaths(source, candidate)) !== undefined,
  );
  return name === undefined ? [] : [{ path: joinPaths(source, name), name }];
}

function readConfigFile(fs: ReadFs, path: string, name: string, scalars: YamlScalars): ConfigFile {
  const place: Place = { file: name, line: 1, column: 1 };
  const found = kindAt(fs, path);
  if (found === undefined)
    return {
      diagnostics: [diagnose(configMessages.notFound, { file: name, nearest: nearby(fs, path, name) })],
    };
  if (found === 'other')
    return { diagnostics: [diagnose(readMessages.notFile, { path: name }, { place, severity: 'error' })] };
  if (/\.toml/i.test(path))
    return { diagnostics: [diagnose(configMessages.toml, { file: name }, { place })] };
  if (!/\.ya?ml/i.test(baseName(path)))
    return { diagnostics: [diagnose(configMessages.unknownFormat, { file: name }, { place })] };
  const { source, diagnostics } = readText(fs, path, name);
  if (source === undefined) return { diagnostics };
  const yaml = parseYaml(source, { scalars });
  if (hasErrors(yaml.diagnostics)) return { source, diagnostics: yaml.diagnostics };
  const value = isNil(yaml.value) || yaml.value === false ? new Map<Value, Value>() : yaml.value;
  if (isHash(value)) return { source, values: value, diagnostics: yaml.diagnostics };
  const kind = isArray(value) ? 'a list' : 'plain text';
  return {
    source,
    diagnostics: [
      ...yaml.diagnostics,
      diagnose(configMessages.notMapping, { file: name, found: kind }, { place: yaml.placeOf([]) }),
    ],
  };
}

/** A file beside the missing one with nearly its name. */
function nearby(fs: ReadFs, path: string, name: string): string | undefined {
  try {
    const names = fs.list(expandPath('..', path)).map((entry) => entry.name);
    const close = nearest(baseName(path), names);
    if (close === undefined) return undefined;
    return folderOf(name) === '' ? close : joinPaths(folderOf(name), close);
  } catch (error) {
    if (error instanceof FsError) return undefined;
    throw error;
  }
}
