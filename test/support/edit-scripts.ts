/**
 * Random edit scripts: seeded changes to the sources of a site, of the kinds that a person makes in an evening. An edit is a
 * value, so that a script can be run again, and with parts left out.
 */

import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { createRandom } from '../../src/render/wiring/liquid/random.ts';

export interface Chance {
  /** A whole number from 0 up to `below`. */
  number(below: number): number;
  pick<T>(from: readonly T[]): T;
}

export function createChance(seed: number): Chance {
  const random = createRandom(seed);
  const number = (below: number): number => Math.floor(random() * below);
  return { number, pick: (from) => from[number(from.length)]! };
}

export type Edit =
  | { readonly do: 'write'; readonly path: string; readonly text: string }
  | { readonly do: 'remove'; readonly path: string }
  | { readonly do: 'rename'; readonly path: string; readonly to: string }
  /** Puts a link in the place of whatever is there; `to` is a path in the site. */
  | { readonly do: 'link'; readonly path: string; readonly to: string };

/** A kind of site and how it is edited. */
export interface EditShape {
  /** The site, from an empty folder on. */
  readonly site: readonly Edit[];
  /** A path that a file of this site may have, and a text for it. */
  newFile(chance: Chance): readonly [path: string, text: string];
  /** More of what is in a file of this path. */
  text(chance: Chance, path: string): string;
  /** Lines for the front matter of a page. */
  frontMatter(chance: Chance): string;
  /** Lines for the configuration, which is left alone where there are none. */
  readonly settings: readonly string[];
  /** Whether folders are moved and removed, and links put, turned and removed. */
  readonly withFoldersAndLinks: boolean;
  /** Files that are never changed: code that a running program can't load again. */
  readonly fixed: RegExp;
}

/** The site that these files make. */
export function siteOf(files: Readonly<Record<string, string>>): readonly Edit[] {
  return Object.entries(files).map(([path, text]) => ({ do: 'write', path, text }));
}

/** Makes one change; what the disk refuses, because an earlier edit is missing or in the way, is not done. */
export function applyEdit(root: string, edit: Edit): void {
  const path = join(root, edit.path);
  try {
    switch (edit.do) {
      case 'write':
        mkdirSync(dirname(path), { recursive: true });
        writeFileSync(path, edit.text);
        return;
      case 'remove':
        rmSync(path, { recursive: true });
        return;
      case 'rename':
        mkdirSync(dirname(join(root, edit.to)), { recursive: true });
        renameSync(path, join(root, edit.to));
        return;
      case 'link':
        mkdirSync(dirname(path), { recursive: true });
        rmSync(path, { recursive: true, force: true });
        symlinkSync(relative(dirname(path), join(root, edit.to)), path);
    }
  } catch (error) {
    if (!isRefusal(error)) throw error;
  }
}

function isRefusal(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return /^(?:ENOENT|ENOTDIR|EEXIST|EISDIR|ENOTEMPTY|EINVAL|ELOOP)$/.test(code);
}

/** What is in the source folder of a site, links not followed. */
export interface Listing {
  readonly files: readonly string[];
  readonly folders: readonly string[];
  readonly links: readonly string[];
}

export function listingOf(root: string): Listing {
  const listing = { files: [] as string[], folders: [] as string[], links: [] as string[] };
  const visit = (folder: string): void => {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      if (entry.name.startsWith('.')) continue;
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isSymbolicLink()) listing.links.push(path);
      else if (!entry.isDirectory()) listing.files.push(path);
      else {
        listing.folders.push(path);
        visit(path);
      }
    }
  };
  visit('');
  return { files: listing.files.sort(), folders: listing.folders.sort(), links: listing.links.sort() };
}

function changedText(chance: Chance, shape: EditShape, path: string, content: string): string {
  const lines = content.split('\n');
  switch (chance.number(5)) {
    case 0:
      return `${content}\n${shape.text(chance, path)}\n`;
    case 1:
      return content.startsWith('---\n')
        ? content.replace('---\n', `---\n${shape.frontMatter(chance)}\n`)
        : `${content} `;
    case 2:
      lines.splice(chance.number(lines.length), 1);
      return lines.join('\n');
    case 3:
      return content.replace(/alpha|beta|gamma|delta|title/, chance.pick(WORDS));
    default:
      return content.startsWith('---\n')
        ? content.replace(/^title:.*$/m, `title: ${chance.pick(WORDS)}`)
        : `${content}.`;
  }
}

export const WORDS = ['alpha', 'beta', 'gamma', 'delta'] as const;

/** A change of the sources as they are now; undefined leaves them alone. */
export function chooseEdit(chance: Chance, root: string, shape: EditShape): Edit | undefined {
  const { files, folders, links } = listingOf(root);
  const own = files.filter(
    (path) =>
      path !== '_config.yml' &&
      !shape.fixed.test(path) &&
      /\.(?:md|html|yml|txt|scss|csv|json|bib)$/.test(path),
  );
  if (shape.withFoldersAndLinks && chance.number(4) === 0)
    return chooseFolderOrLink(chance, shape, { files: own, folders, links });
  const path = chance.pick(own);
  switch (chance.number(10)) {
    case 0:
    case 1:
    case 2: {
      const [created, text] = shape.newFile(chance);
      return { do: 'write', path: created, text };
    }
    case 3:
      return own.length < 4 ? undefined : { do: 'remove', path };
    case 4: {
      const [to] = shape.newFile(chance);
      return own.length < 4 ? undefined : { do: 'rename', path, to };
    }
    case 5:
      return shape.settings.length === 0 ? undefined : changedConfig(chance, root, shape);
    case 6:
      return undefined;
    default:
      if (path === undefined) return undefined;
      return {
        do: 'write',
        path,
        text: changedText(chance, shape, path, readFileSync(join(root, path), 'utf8')),
      };
  }
}

function changedConfig(chance: Chance, root: string, shape: EditShape): Edit {
  const config = readFileSync(join(root, '_config.yml'), 'utf8');
  const setting = chance.pick(shape.settings);
  const key = setting.slice(0, setting.indexOf(':') + 1);
  const others = config.split('\n').filter((line) => !line.startsWith(key));
  const text = [...others, ...(chance.number(3) === 0 ? [] : [setting])].join('\n');
  return { do: 'write', path: '_config.yml', text };
}

function chooseFolderOrLink(
  chance: Chance,
  shape: EditShape,
  { files, folders, links }: Listing,
): Edit | undefined {
  const movable = folders.filter((path) => path !== '_plugins');
  const [name] = shape.newFile(chance);
  const nameOfFolder = `${chance.pick(WORDS)}${chance.number(2)}`;
  switch (chance.number(6)) {
    case 0:
      return movable.length === 0 || files.length < 8
        ? undefined
        : { do: 'rename', path: chance.pick(movable), to: nameOfFolder };
    case 1:
      return movable.length === 0 || files.length < 12
        ? undefined
        : { do: 'remove', path: chance.pick(movable) };
    case 2:
      return files.length === 0 ? undefined : { do: 'link', path: name, to: chance.pick(files) };
    case 3: {
      const to = movable.length === 0 ? undefined : chance.pick(movable);
      if (to === undefined) return undefined;
      const path = chance.number(2) === 0 ? nameOfFolder : `${to}-linked`;
      return { do: 'link', path, to };
    }
    case 4:
      return links.length === 0 || files.length === 0
        ? undefined
        : { do: 'link', path: chance.pick(links), to: chance.pick([...files, ...movable]) };
    default:
      return links.length === 0 ? undefined : { do: 'remove', path: chance.pick(links) };
  }
}

/** One line an edit. */
export function describeEdit(edit: Edit): string {
  switch (edit.do) {
    case 'write':
      return `write ${edit.path}: ${JSON.stringify(edit.text)}`;
    case 'remove':
      return `remove ${edit.path}`;
    case 'rename':
      return `rename ${edit.path} to ${edit.to}`;
    case 'link':
      return `link ${edit.path} to ${edit.to}`;
  }
}
