/** The files of a theme out of an archive, and why an archive is not used. Nothing is written here. */

import type { ArchiveEntry, ArchiveVisitor } from '../ports/theme-ports.ts';
import { ArchiveError } from '../ports/theme-ports.ts';

/** What an archive may hold. */
export interface ArchiveLimits {
  /** Files, folders and links. */
  readonly entries: number;
  /** Of one file that the theme gives. */
  readonly fileBytes: number;
  /** Of all that the theme gives. */
  readonly treeBytes: number;
}

/** The files that a theme gives, by their paths in it. */
export type ThemeTree = ReadonlyMap<string, Uint8Array>;

/** What Jekyll takes from a theme, its specification, and the licence that it comes under. */
const FOLDERS: ReadonlySet<string> = new Set(['_layouts', '_includes', '_sass', '_data', 'assets']);
const FILES = /^(?:_config\.yml|[^/]+\.gemspec|(?:licen[cs]e|copying|notice)[^/]*)$/i;

/** Whether a file is part of what a theme gives, by its path in the theme. */
export function isThemeFile(path: string): boolean {
  const slash = path.indexOf('/');
  return slash < 0 ? FILES.test(path) : FOLDERS.has(path.slice(0, slash));
}

const LONGEST_PATH = 1024;
const LONGEST_NAME = 255;
const DEEPEST = 32;

/** Receives the entries of an archive and gathers the theme. */
export class Unpacking implements ArchiveVisitor {
  readonly #limits: ArchiveLimits;
  readonly #tree = new Map<string, Uint8Array>();
  /** Of all files that are kept, as a disk that knows no case would have them, and the folders above them. */
  readonly #names = new Map<string, 'file' | 'folder'>();
  #top: string | undefined;
  #entries = 0;
  #bytes = 0;

  constructor(limits: ArchiveLimits) {
    this.#limits = limits;
  }

  /** All files, when the archive has come to its end. */
  tree(): ThemeTree {
    const isTheme = [...this.#tree.keys()].some((path) => FOLDERS.has(path.split('/')[0] ?? ''));
    if (!isTheme)
      throw new ArchiveError('it contains neither layouts, includes, stylesheets, data nor assets');
    return this.#tree;
  }

  readonly enter = (entry: ArchiveEntry): boolean => {
    if (++this.#entries > this.#limits.entries)
      throw new ArchiveError(`it contains more than ${this.#limits.entries} entries`);
    const shown = JSON.stringify(entry.path.slice(0, 80));
    const parts = partsOf(entry.path, shown);
    const [top = ''] = parts;
    this.#top ??= top;
    if (top !== this.#top) throw new ArchiveError(`${shown} is not in the folder \`${this.#top}\``);
    if (entry.kind === 'other') throw new ArchiveError(`${shown} is neither a file, a folder nor a link`);
    if (entry.kind === 'link') checkTarget(parts, entry.target, shown);
    const path = parts.slice(1).join('/');
    if (entry.kind !== 'file') return false;
    if (path === '') throw new ArchiveError(`${shown} is not in a folder`);
    if (!isThemeFile(path)) return false;
    this.#count(entry.size, shown);
    this.#claim(path, shown);
    return true;
  };

  readonly file = (entry: ArchiveEntry, content: Uint8Array): void => {
    if (content.length !== entry.size) throw new ArchiveError('it is damaged');
    const path = partsOf(entry.path, '').slice(1).join('/');
    this.#tree.set(path, content);
  };

  #count(size: number, shown: string): void {
    const { fileBytes, treeBytes } = this.#limits;
    if (size > fileBytes) throw new ArchiveError(`${shown} is larger than ${megabytes(fileBytes)}`);
    this.#bytes += size;
    if (this.#bytes > treeBytes) throw new ArchiveError(`the theme is larger than ${megabytes(treeBytes)}`);
  }

  /** Two names that some disk takes for one would overwrite each other. */
  #claim(path: string, shown: string): void {
    const name = path.normalize('NFC').toLowerCase();
    if (this.#names.has(name)) throw new ArchiveError(`it contains ${shown} twice`);
    this.#names.set(name, 'file');
    for (let slash = name.lastIndexOf('/'); slash > 0; slash = name.lastIndexOf('/', slash - 1)) {
      const folder = name.slice(0, slash);
      if (this.#names.get(folder) === 'file')
        throw new ArchiveError(`${shown} is in a folder that is a file, too`);
      this.#names.set(folder, 'folder');
    }
  }
}

/** The names of a path, which neither climbs nor starts anywhere but in the archive. */
function partsOf(path: string, shown: string): readonly string[] {
  if (path.length > LONGEST_PATH) throw new ArchiveError(`${shown} is too long a path`);
  if (path.startsWith('/') || path.startsWith('\\') || /^[A-Za-z]:/.test(path))
    throw new ArchiveError(`${shown} is an absolute path`);
  if (/[\u0000-\u001f\u007f\\]/.test(path)) throw new ArchiveError(`${shown} contains a forbidden character`);
  const parts = path.replace(/^\.\//, '').replace(/\/$/, '').split('/');
  if (parts.length > DEEPEST) throw new ArchiveError(`${shown} is too deep`);
  for (const part of parts) {
    if (part === '..') throw new ArchiveError(`${shown} is outside the theme`);
    if (part === '' || part === '.') throw new ArchiveError(`${shown} is not a valid path`);
    if (new TextEncoder().encode(part).length > LONGEST_NAME)
      throw new ArchiveError(`${shown} is too long a name`);
  }
  return parts;
}

/** A link within the theme is passed over, as jekyll-remote-theme does; one that is outside says what the archive is. */
function checkTarget(parts: readonly string[], target: string, shown: string): void {
  const isAbsolute = /^(?:[/\\]|[A-Za-z]:)/.test(target);
  let depth = parts.length - 2;
  for (const step of target.split(/[/\\]/)) {
    if (step === '..') depth--;
    else if (step !== '' && step !== '.') depth++;
    if (depth < 0) break;
  }
  if (isAbsolute || depth < 0) throw new ArchiveError(`${shown} is a link to outside the theme`);
}

function megabytes(bytes: number): string {
  return `${Math.floor(bytes / 1024 / 1024)} MB`;
}
