/** Ruby's `Dir.glob` without flags, over the file port: `*` stays in its segment and sees no dotfiles, `**` is any folders, braces are alternatives. */

import { joinPaths } from '../../base/paths.ts';
import type { ReadFs } from '../../ports/fs.ts';
import { fnmatch, isGlob } from './fnmatch.ts';

/** The paths below `base` (absolute) that match `pattern`, relative to it, in no particular order. Throws `FsError`. */
export function globPaths(fs: ReadFs, base: string, pattern: string): string[] {
  const found = new Set<string>();
  for (const plain of expandBraces(pattern)) {
    const segments = plain.split('/').filter((segment) => segment !== '' && segment !== '.');
    collect(fs, base, '', segments, found);
  }
  return [...found];
}

function collect(
  fs: ReadFs,
  base: string,
  prefix: string,
  segments: readonly string[],
  found: Set<string>,
): void {
  const [segment, ...rest] = segments;
  if (segment === undefined) {
    if (prefix !== '') found.add(prefix);
    return;
  }
  const child = (name: string): string => (prefix === '' ? name : `${prefix}/${name}`);
  if (!isGlob(segment)) {
    if (fs.stat(joinPaths(base, child(segment))) !== undefined)
      collect(fs, base, child(segment), rest, found);
    return;
  }
  // `**` at the end is an ordinary star.
  const deep = segment === '**' && rest.length > 0;
  if (deep) collect(fs, base, prefix, rest, found);
  for (const { name, kind } of entriesOf(fs, prefix === '' ? base : joinPaths(base, prefix))) {
    if (!fnmatch(segment, name) || (deep && kind !== 'folder')) continue;
    collect(fs, base, child(name), deep ? segments : rest, found);
  }
}

function entriesOf(fs: ReadFs, folder: string) {
  return fs.stat(folder)?.kind === 'folder' ? fs.list(folder) : [];
}

/** `a{b,c}` as `ab` and `ac`, nested ones too; at most a thousand. */
export function expandBraces(pattern: string): string[] {
  const done: string[] = [];
  const open = [pattern];
  while (open.length > 0 && done.length + open.length <= 1000) {
    const next = open.shift()!;
    const group = findGroup(next);
    if (group === undefined) done.push(next);
    else
      open.unshift(
        ...group.choices.map((choice) => next.slice(0, group.from) + choice + next.slice(group.to)),
      );
  }
  return done;
}

function findGroup(pattern: string): { from: number; to: number; choices: string[] } | undefined {
  const from = pattern.indexOf('{');
  if (from < 0) return undefined;
  const choices: string[] = [];
  let depth = 0;
  let start = from + 1;
  for (let i = from; i < pattern.length; i++) {
    const character = pattern[i];
    if (character === '{') depth++;
    else if (character === ',' && depth === 1) {
      choices.push(pattern.slice(start, i));
      start = i + 1;
    } else if (character === '}' && --depth === 0) {
      choices.push(pattern.slice(start, i));
      return { from, to: i + 1, choices };
    }
  }
  return undefined;
}
