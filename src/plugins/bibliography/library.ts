/** The entries of a site's .bib files, each file read once a build. */

import { type BibEntry, inheritFields, parseBibtex } from '../../plugin/api/bibtex.ts';
import { type Diagnostic, diagnose, nearest } from '../../plugin/api/diagnostics.ts';
import type { SiteFiles, SourceFiles } from '../../plugin/api/plugin.ts';
import { scholarMessages } from './messages.ts';
import type { ScholarSettings } from './settings.ts';

export interface Library {
  /** In the order of the files, fields of parents put in. */
  readonly entries: readonly BibEntry[];
  find(key: string): BibEntry | undefined;
  /** What is wrong in its files, to be reported by whoever opens it first. */
  readonly mistakes: readonly Diagnostic[];
}

/** Of the named files; of those of the settings without a name. Names need no `.bib`, and may hold `*`. */
export function openLibrary(files: SiteFiles, settings: ScholarSettings, names: readonly string[]): Library {
  const folder = settings.folder('source');
  const asked = names.length > 0 ? names : settings.list('bibliography');
  const paths = asked.flatMap((name) => pathsOf(files, folder, name));
  const unique = settings.get('remove_duplicates') === true;
  return files.derive(['jekyll-scholar', folder, unique, ...paths].join('\n'), (own) =>
    readLibrary(own, folder, paths, unique),
  );
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

function readLibrary(files: SourceFiles, folder: string, paths: readonly string[], unique: boolean): Library {
  const mistakes: Diagnostic[] = [];
  const report = (mistake: Diagnostic): void => {
    const { code, message, place } = mistake;
    mistakes.push({ ...mistake, once: [code, message, place?.file, place?.line, place?.column].join(' ') });
  };
  let strings: ReadonlyMap<string, string> = new Map();
  const read: BibEntry[] = [];
  for (const path of paths) {
    const text = files.read(path);
    if (text === undefined) {
      // a file that can't be read as text was reported where it was read
      if (files.list(folderOf(path)).includes(path.slice(folderOf(path).length + 1))) continue;
      const near = nearest(path.slice(folder.length + 1), files.list(folder));
      report(diagnose(scholarMessages.fileMissing, { path, nearest: near && `${folder}/${near}` }));
      continue;
    }
    const { entries, strings: defined } = parseBibtex({ file: path, text }, { strings, report });
    strings = new Map([...strings, ...defined]);
    read.push(...entries);
  }
  const byKey = new Map<string, BibEntry>();
  for (const entry of read) if (!byKey.has(entry.key)) byKey.set(entry.key, entry);
  const entries = read.map((entry) =>
    inheritFields(
      entry,
      (key) => byKey.get(key),
      ({ key, place }, parent) => {
        // a DOI or the like: some programs write one there
        if (/[/:]/.test(parent)) return;
        const facts = { key, parent, nearest: nearest(parent, byKey.keys()) };
        report(diagnose(scholarMessages.unknownCrossref, facts, { place }));
      },
    ),
  );
  const kept = unique ? withoutDoubles(entries) : entries;
  const whole = new Map<string, BibEntry>();
  for (const entry of kept) if (!whole.has(entry.key)) whole.set(entry.key, entry);
  return { entries: kept, find: (key) => whole.get(key), mistakes };
}

/** One of those that have the same author, title and year. */
function withoutDoubles(entries: readonly BibEntry[]): BibEntry[] {
  const seen = new Set<string>();
  return entries.filter(({ type, fields }) => {
    const id = [type, ...['author', 'title', 'year'].map((name) => fields.get(name) ?? '')].join('\0');
    if (seen.has(id)) return false;
    seen.add(id);
    return true;
  });
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}
