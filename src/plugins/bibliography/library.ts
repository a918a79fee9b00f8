/** The entries of a site's .bib files, each file read once a build. */

import {
  type BibEntry,
  fieldOf,
  inheritFields,
  NAME_FIELDS,
  parseBibtex,
  printPieces,
  successor,
} from '../../plugin/api/bibtex.ts';
import { type Diagnostic, diagnose, nearest } from '../../plugin/api/diagnostics.ts';
import type { SiteFiles, SourceFiles } from '../../plugin/api/plugin.ts';
import { isTruthy } from '../../plugin/api/values.ts';
import { scholarMessages } from './messages.ts';
import type { ScholarSettings } from './settings.ts';

export interface Library {
  /** In the order of the files, fields of parents put in. */
  readonly entries: readonly BibEntry[];
  find(key: string): BibEntry | undefined;
  /** What is wrong in its files, to be reported by whoever opens it first. */
  readonly mistakes: readonly Diagnostic[];
}

/** How the files are read: each way is a library of its own. */
interface Reading {
  readonly folder: string;
  readonly paths: readonly string[];
  /** Fields whose equality makes two entries of a type one; undefined where all entries stay. */
  readonly unique: readonly string[] | undefined;
  readonly stripsLines: boolean;
  readonly replacesStrings: boolean;
  readonly joinsStrings: boolean;
}

/**
 * Of the named files; of those of the settings without a name. Names need no `.bib`, and may hold `*`. `unique`: the fields by which
 * a tag asks for entries once; the settings' way where it does not ask.
 */
export function openLibrary(
  files: SiteFiles,
  settings: ScholarSettings,
  names: readonly string[],
  unique?: readonly string[],
): Library {
  const folder = settings.folder('source');
  const asked = names.length > 0 ? names : settings.list('bibliography');
  const replacesStrings = isTruthy(settings.get('replace_strings'));
  const reading: Reading = {
    folder,
    paths: asked.flatMap((name) => pathsOf(files, folder, name)),
    unique: unique ?? (isTruthy(settings.get('remove_duplicates')) ? [] : undefined),
    stripsLines: settings.reads('strip'),
    replacesStrings,
    joinsStrings: replacesStrings && isTruthy(settings.get('join_strings')),
  };
  return files.derive(`jekyll-scholar\n${JSON.stringify(reading)}`, (own) => readLibrary(own, reading));
}

function pathsOf(files: SourceFiles, folder: string, name: string): string[] {
  const path = name.startsWith('/') && files.read(name) !== undefined ? name.slice(1) : `${folder}/${name}`;
  if (name.includes('*')) {
    const [head = '', ...rest] = name.split('*');
    const tail = rest.at(-1) ?? '';
    return files
      .list(folder)
      .filter((file) => file.startsWith(head) && file.endsWith(tail) && /\.bib(?:tex)?$/i.test(file))
      .map((file) => `${folder}/${file}`);
  }
  return [/\.[^./]+$/.test(name) || files.read(path) !== undefined ? path : `${path}.bib`];
}

function readLibrary(files: SourceFiles, reading: Reading): Library {
  const mistakes: Diagnostic[] = [];
  const report = (mistake: Diagnostic): void => {
    const { code, message, place } = mistake;
    mistakes.push({ ...mistake, once: [code, message, place?.file, place?.line, place?.column].join(' ') });
  };
  const read = withOwnKeys(readFiles(files, reading, report)).map((entry) => asRead(entry, reading));
  const byKey = new Map(read.map((entry) => [entry.key, entry] as const));
  const entries = read.map((entry) => withInherited(entry, byKey, report));
  const kept = reading.unique === undefined ? entries : withoutDoubles(entries, reading.unique);
  const whole = new Map(kept.map((entry) => [entry.key, entry] as const));
  return { entries: kept, find: (key) => whole.get(key), mistakes };
}

function readFiles(
  files: SourceFiles,
  { folder, paths }: Reading,
  report: (mistake: Diagnostic) => void,
): readonly BibEntry[] {
  let strings: ReadonlyMap<string, string> = new Map();
  return paths.flatMap((path) => {
    const text = files.read(path);
    if (text === undefined) {
      // a file that can't be read as text was reported where it was read
      if (files.list(folderOf(path)).includes(path.slice(folderOf(path).length + 1))) return [];
      const near = nearest(path.slice(folder.length + 1), files.list(folder));
      report(diagnose(scholarMessages.fileMissing, { path, nearest: near && `${folder}/${near}` }));
      return [];
    }
    const { entries, strings: defined } = parseBibtex({ file: path, text }, { strings, report });
    strings = new Map([...strings, ...defined]);
    return entries;
  });
}

/** As bibtex-ruby has it, an entry whose key is taken gets the next one: `key01` becomes `key02`. */
function withOwnKeys(entries: readonly BibEntry[]): readonly BibEntry[] {
  const taken = new Set<string>();
  return entries.map((entry) => {
    let { key } = entry;
    while (key !== '' && taken.has(key)) key = successor(key);
    taken.add(key);
    return key === entry.key ? entry : { ...entry, key };
  });
}

/** The fields as `bibtex_options`, `replace_strings` and `join_strings` ask for them. */
function asRead(entry: BibEntry, { stripsLines, replacesStrings, joinsStrings }: Reading): BibEntry {
  if (!stripsLines && (entry.pieces?.size ?? 0) === 0) return entry;
  const fields = new Map(entry.fields);
  const bare = new Map<string, string>();
  for (const [name, pieces] of entry.pieces ?? []) {
    // names are always put together
    if (NAME_FIELDS.has(name)) continue;
    // BibTeX's own names of months are no strings
    const isMonth = name === 'month' && pieces.length === 1;
    const { text, bibtex } = printPieces(pieces, {
      replacesStrings: replacesStrings && !isMonth,
      joinsStrings,
    });
    fields.set(name, text);
    if (bibtex !== undefined) bare.set(name, bibtex);
  }
  if (stripsLines) for (const [name, text] of fields) fields.set(name, text.replace(/\n\s*/g, ' '));
  return { ...entry, fields, bare };
}

/** The entry with what it has from the one that its `crossref` names. */
export function withInherited(
  entry: BibEntry,
  byKey: ReadonlyMap<string, BibEntry>,
  report: (mistake: Diagnostic) => void,
): BibEntry {
  const whole = inheritFields(
    entry,
    (key) => byKey.get(key),
    ({ key, place }, parent) => {
      // a DOI or the like: some programs write one there
      if (/[/:]/.test(parent)) return;
      const facts = { key, parent, nearest: nearest(parent, byKey.keys()) };
      report(diagnose(scholarMessages.unknownCrossref, facts, { place }));
    },
  );
  if (whole === entry) return entry;
  return { ...entry, inherited: new Map([...whole.fields].filter(([name]) => !entry.fields.has(name))) };
}

/** The first of those that have the same type and the same of these fields; title and year without any. */
function withoutDoubles(entries: readonly BibEntry[], names: readonly string[]): BibEntry[] {
  const seen = new Set<string>();
  return entries.filter((entry) => {
    const values = (names.length > 0 ? names : ['title', 'year']).map((name) => fieldOf(entry, name) ?? null);
    const id = JSON.stringify([entry.type, ...values]);
    if (seen.has(id)) return false;
    seen.add(id);
    return true;
  });
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}
