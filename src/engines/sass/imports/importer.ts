/** The compiler's importer: answers from the folder table and records every lookup and every file. */

import type * as Sass from 'sass';
import { sassFrontMatter } from '../../../diagnostics/catalogue/engines/sass.ts';
import { type Diagnostic, diagnose } from '../../../diagnostics/diagnostic.ts';
import { FsError } from '../../../ports/fs.ts';
import type { Reads, StylesheetJob } from '../jobs.ts';
import type { FolderTable, Root, RootPath } from './folder-table.ts';
import type { Places } from './places.ts';
import { type Lookup, type Resolution, resolveImport } from './resolve.ts';
import { readableText } from './sheet-text.ts';
import { isSheetUrl, nameWithin, placedPath, rootPathOf, shownPath, urlOf } from './sheet-url.ts';
import { findUseRule, standInModule, standInOf, standInUrl, type UseRule } from './stand-in.ts';

/** Why the last import failed. */
export type Failure =
  | (Exclude<Resolution, { kind: 'found' }> & { readonly url: string })
  | { readonly kind: 'unreadable'; readonly url: string; readonly file: string; readonly reason: string };

/** A rule that names a stylesheet that is not there, which sassc would have printed. */
export interface UnmetUse {
  readonly failure: Extract<Failure, { kind: 'missing' }>;
  readonly rule: UseRule;
  /** Of the file in which the rule stands; undefined for text that lies in no file. */
  readonly containing: URL | undefined;
}

export interface RecordingImporter {
  readonly importer: Sass.Importer<'sync'>;
  /** The failure that made the compiler stop, if it stopped at an import. */
  failure(): Failure | undefined;
  readonly unmet: readonly UnmetUse[];
  reads(): Reads;
  /** Warnings about the files themselves. */
  readonly warnings: readonly Diagnostic[];
}

/** `onFile` is called with the displayed path of every file that is about to be read. */
export function createImporter(
  table: FolderTable,
  places: Places,
  job: StylesheetJob,
  onFile: (file: string) => void,
): RecordingImporter {
  const { roots } = places;
  const files = new Map<string, string>();
  const lookups = new Map<string, Lookup>();
  const warnings: Diagnostic[] = [];
  const unmet: UnmetUse[] = [];
  let failure: Failure | undefined;

  const locate = (url: string, from: RootPath | undefined, fromImport: boolean): RootPath | undefined => {
    const fromEntry = from !== undefined && from.root === places.source && from.path === job.path;
    const found = resolveImport(table, places, { url, from, fromEntry, fromImport }, (lookup) => {
      lookups.set(lookupKey(lookup), lookup);
    });
    if (found.kind !== 'found') {
      failure = { ...found, url: shownUrl(url) };
      return undefined;
    }
    try {
      files.set(rootedPath(found.file), table.fingerprint(found.file));
      return found.file;
    } catch (error) {
      if (!(error instanceof FsError)) throw error;
      failure = { kind: 'unreadable', url, file: placedPath(found.file, roots), reason: error.message };
      return undefined;
    }
  };

  const standIn = (from: RootPath | undefined): URL | null => {
    if (failure?.kind !== 'missing') return null;
    const isEntry = from === undefined || (from.root === places.source && from.path === job.path);
    const rule = findUseRule(isEntry ? job.text : table.text(from), failure.url);
    if (rule === undefined) return null;
    unmet.push({ failure, rule, containing: from && urlOf(from) });
    failure = undefined;
    return standInUrl(unmet.length - 1);
  };

  return {
    importer: {
      canonicalize(url, { containingUrl, fromImport }) {
        // The compiler first asks for the name within the importing file's address, then for the name as it was written: the
        // answer is the same, and the sooner it is given, the less is asked.
        const within = isSheetUrl(url) ? nameWithin(url, roots) : undefined;
        if (isSheetUrl(url) && within === undefined) return null;
        const from = containingUrl ? rootPathOf(containingUrl.toString(), roots) : undefined;
        const file = locate(within?.name ?? url, within?.from ?? from, fromImport);
        if (file !== undefined) return urlOf(file);
        return fromImport ? null : standIn(within?.from ?? from);
      },
      load(url) {
        const missing = unmet[standInOf(url) ?? -1];
        if (missing !== undefined) return standInModule(missing.rule, missing.containing);
        const file = rootPathOf(url.toString(), roots);
        if (file === undefined) return null;
        onFile(shownPath(file));
        const contents = table.text(file);
        if (/^---[ \t]*\r?\n/.test(contents))
          warnings.push(
            diagnose(sassFrontMatter, {}, { place: { file: placedPath(file, roots), line: 1, column: 1 } }),
          );
        return { contents: readableText(contents), syntax: syntaxOf(file.path), sourceMapUrl: url };
      },
    },
    warnings,
    unmet,
    failure: () => failure,
    reads: () => ({
      files: [...files],
      lookups: [...lookups.values()].map(({ place, name, fromImport, found }) => [
        rootedPath(place),
        name,
        fromImport,
        found,
      ]),
    }),
  };
}

function lookupKey({ place, name, fromImport }: Lookup): string {
  return `${rootedPath(place)}\n${name}\n${fromImport}`;
}

/** A path that says its root: `source/_sass/_a.scss`. */
export function rootedPath({ root, path }: RootPath): string {
  return path === '' ? root.name : `${root.name}/${path}`;
}

/** The inverse of `rootedPath`. */
export function fromRootedPath(text: string, roots: readonly Root[]): RootPath | undefined {
  const slash = text.indexOf('/');
  const name = slash < 0 ? text : text.slice(0, slash);
  const root = roots.find((known) => known.name === name);
  return root && { root, path: slash < 0 ? '' : text.slice(slash + 1) };
}

function shownUrl(url: string): string {
  try {
    return decodeURIComponent(url);
  } catch {
    return url;
  }
}

function syntaxOf(path: string): Sass.Syntax {
  if (path.endsWith('.sass')) return 'indented';
  return path.endsWith('.css') ? 'css' : 'scss';
}
