/** `site.data`: the YAML, JSON, CSV and TSV files of `_data`, folders as hashes. Jekyll's `DataReader`. */

import { extensionOf } from '../../base/paths.ts';
import { dataMessages } from '../../diagnostics/catalogue/site/data.ts';
import { diagnose } from '../../diagnostics/diagnostic.ts';
import { parseYaml } from '../../engines/yaml/parse-yaml.ts';
import type { Folder } from '../../files/link-loop.ts';
import { deepMerge } from '../../ruby/deep-merge.ts';
import type { RubyHash, Value } from '../../ruby/values.ts';
import { type ReadContext, shownPath, textOf } from '../context.ts';
import { type Found, listFolder } from '../folder/list-folder.ts';
import { ownFolder, themeFolder } from '../folder/roots.ts';
import { readCsv } from './csv.ts';

/** The site's data over that of its theme. */
export function readData(context: ReadContext): RubyHash {
  const own = readRoot(context, ownFolder(context, context.config.settings.dataDir));
  const themes = context.config.rules.themeSettings ? themeFolder(context, '_data') : undefined;
  return themes === undefined ? own : deepMerge(readRoot(context, themes), own);
}

function readRoot(context: ReadContext, folder: Folder | undefined): RubyHash {
  return folder === undefined ? new Map() : readFolder(context, folder, '');
}

/** Files come before folders, `.yaml` before `.yml`, `.json`, `.csv` and `.tsv`; of one name the last one counts. */
const extensions = ['.yaml', '.yml', '.json', '.csv', '.tsv'];

function readFolder(context: ReadContext, folder: Folder, prefix: string): RubyHash {
  const data = new Map<Value, Value>();
  const from = new Map<string, string>();
  const entries = listFolder(
    context,
    folder,
    (name, isFolder) => !name.startsWith('.') && (isFolder || extensions.includes(extensionOf(name))),
  );
  const set = (key: string, { path }: Found, value: Value): void => {
    const shown = shownPath(context.config, path);
    const earlier = from.get(key);
    if (earlier !== undefined)
      context.report(
        diagnose(
          dataMessages.clash,
          { key: prefix + key, earlier },
          { place: { file: shown, line: 1, column: 1 } },
        ),
      );
    from.set(key, shown);
    data.set(key, value);
  };
  for (const extension of extensions)
    for (const found of entries)
      if (extensionOf(found.name) === extension && found.kind === 'file')
        set(
          dataKey(found.name.slice(0, -extension.length)),
          found,
          readDataFile(context, found.path, extension),
        );
  for (const found of entries) {
    if (found.kind !== 'folder') continue;
    const key = dataKey(found.name);
    set(key, found, readFolder(context, { path: found.path, parent: folder }, `${prefix}${key}.`));
  }
  return data;
}

function readDataFile(context: ReadContext, path: string, extension: string): Value {
  const file = textOf(context, path);
  if (file === undefined) return null;
  if (extension === '.csv' || extension === '.tsv') return readCsv(context, file.source, extension);
  const { value, diagnostics } = parseYaml(file.source, context.frontMatter);
  for (const diagnostic of diagnostics) context.report(diagnostic);
  return value;
}

/** `sanitize_filename`: ASCII letters, digits, `_` and `-` stay, white space becomes `_`. */
function dataKey(name: string): string {
  return name.replace(/[^\w\s-]+|(?<=^|\b\s)\s+(?=$|\s?\b)/g, '').replace(/\s+/g, '_');
}
