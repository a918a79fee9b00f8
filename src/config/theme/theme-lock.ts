/** The lock file of a site: which bytes its theme is, wherever and whenever it is built. It is committed with the site. */

import { joinPaths } from '../../base/paths.ts';
import { themeMessages } from '../../diagnostics/catalogue/site/theme.ts';
import { type Diagnostic, diagnose } from '../../diagnostics/diagnostic.ts';
import { JsonMistake, parseJson } from '../../files/json-text.ts';
import type { ThemePin } from '../../model/config.ts';
import { FsError, type ReadFs } from '../../ports/fs.ts';
import { isArray, isHash, type Value } from '../../ruby/values.ts';
import { readReference } from './theme-reference.ts';

/** Its name in the source. */
export const LOCK_FILE = 'hastie-themes.lock.json';
const VERSION = 1;

export interface ThemeLock {
  readonly themes: readonly ThemePin[];
  /** Present where the file can't be relied upon. */
  readonly mistake?: Diagnostic;
}

/** An empty lock if the file does not exist. */
export function readThemeLock(fs: ReadFs, source: string, hosts: readonly string[]): ThemeLock {
  const path = joinPaths(source, LOCK_FILE);
  try {
    if (fs.linkStat(path) === undefined) return { themes: [] };
    if (fs.linkStat(path)?.kind !== 'file') return broken('it is not a file');
    return parseThemeLock(new TextDecoder().decode(fs.readBytes(path)), hosts);
  } catch (error) {
    if (error instanceof FsError) return broken(`it cannot be read (${error.code})`);
    throw error;
  }
}

function parseThemeLock(text: string, hosts: readonly string[]): ThemeLock {
  let value: Value;
  try {
    value = parseJson(text);
  } catch (error) {
    if (!(error instanceof JsonMistake)) throw error;
    const before = text.slice(0, error.offset).split('\n');
    return broken('it is not valid JSON', before.length, (before.at(-1)?.length ?? 0) + 1);
  }
  if (!isHash(value) || value.get('version') !== VERSION) return broken(`its \`version\` is not ${VERSION}`);
  const entries = value.get('themes');
  if (!isArray(entries)) return broken('it contains no list `themes`');
  const themes: ThemePin[] = [];
  for (const entry of entries) {
    const theme = readEntry(entry, hosts);
    if (theme === undefined) return broken('an entry of `themes` is not complete or not valid');
    themes.push(theme);
  }
  return { themes };
}

/** Nothing of it is believed that the site's own configuration could not name. */
function readEntry(entry: Value, hosts: readonly string[]): ThemePin | undefined {
  if (!isHash(entry)) return undefined;
  const text = (key: string): string | undefined => {
    const value = entry.get(key);
    return typeof value === 'string' ? value : undefined;
  };
  const [name, commit, digest] = [text('name'), text('commit'), text('digest')];
  const reference = readReference(`${text('repository')}@${text('ref')}`, hosts);
  if (name === undefined || reference === undefined) return undefined;
  if (digest === undefined || !isDigest(digest)) return undefined;
  if (commit !== undefined && !isCommit(commit)) return undefined;
  return { name, ...reference, commit, digest };
}

export function isCommit(text: string): boolean {
  return /^(?:[\da-f]{40}|[\da-f]{64})$/.test(text);
}

export function isDigest(text: string): boolean {
  return /^sha256-[\da-f]{64}$/.test(text);
}

function broken(why: string, line = 1, column = 1): ThemeLock {
  const place = { file: LOCK_FILE, line, column };
  return { themes: [], mistake: diagnose(themeMessages.lockDamaged, { file: LOCK_FILE, why }, { place }) };
}

/** The file's text with `theme` in place of the entry of its name. */
export function lockText({ themes }: ThemeLock, theme: ThemePin): string {
  const all = [...themes.filter(({ name }) => name !== theme.name), theme];
  all.sort((a, b) => (a.name < b.name ? -1 : 1));
  const entries = all.map(({ name, repository, ref, commit, digest }) => ({
    ...{ name, repository, ref },
    ...(commit === undefined ? {} : { commit }),
    digest,
  }));
  return `${JSON.stringify({ version: VERSION, themes: entries }, undefined, 2)}\n`;
}
