/** One folder's entries with links resolved: the only place that decides what to do about links, loops, pipes and refusals. */

import { isWithin, joinPaths } from '../../base/paths.ts';
import { readMessages } from '../../diagnostics/catalogue/site/read.ts';
import { diagnose, type Message } from '../../diagnostics/diagnostic.ts';
import { type Folder, leadsUp } from '../../files/link-loop.ts';
import { reasonOf } from '../../files/read-text.ts';
import { type EntryKind, type FileStat, FsError, lookAt } from '../../ports/fs.ts';
import { type ReadContext, shownPath } from '../context.ts';

/** A file or folder, links followed. */
export interface Found {
  readonly name: string;
  /** Absolute. */
  readonly path: string;
  readonly kind: 'file' | 'folder';
  readonly isLink: boolean;
}

/**
 * The entries of `folder` that pass `keeps`, in code point order. What is kept but can't be read is reported and left out,
 * and so is a link that leads back to a folder above, or, in safe mode, out of the source.
 */
export function listFolder(
  context: ReadContext,
  folder: Folder,
  keeps: (name: string, isFolder: boolean) => boolean,
): Found[] {
  const found: Found[] = [];
  for (const { name, kind } of entriesOf(context, folder.path)) {
    const path = joinPaths(folder.path, name);
    const target = kind === 'link' ? lookAt(context.fs, path) : undefined;
    const isFolder = target instanceof FsError || (target?.kind ?? kind) === 'folder';
    if (!keeps(name, isFolder)) continue;
    if (name.includes('�') && context.fs.linkStat(path) === undefined) {
      report(context, readMessages.badName, path);
      continue;
    }
    const resolved = kind === 'link' ? followLink(context, path, folder, target) : kind;
    if (resolved === undefined) continue;
    if (resolved === 'file' || resolved === 'folder')
      found.push({ name, path, kind: resolved, isLink: kind === 'link' });
    else report(context, readMessages.notFile, path);
  }
  return found;
}

function entriesOf(context: ReadContext, folder: string) {
  try {
    return context.fs.list(folder);
  } catch (error) {
    if (!(error instanceof FsError)) throw error;
    refused(context, folder, error);
    return [];
  }
}

/** What is at `path`, links followed; undefined where nothing is or the system refuses to say, which is reported. */
export function kindOf(context: ReadContext, path: string): EntryKind | undefined {
  const stat = lookAt(context.fs, path);
  if (!(stat instanceof FsError)) return stat?.kind;
  refused(context, path, stat);
  return undefined;
}

/** The kind of what a link leads to; undefined where it is not to be followed, which is reported. */
function followLink(
  context: ReadContext,
  path: string,
  folder: Folder,
  stat: FileStat | FsError | undefined,
): EntryKind | undefined {
  const { fs, config } = context;
  if (stat === undefined) {
    report(context, readMessages.brokenLink, path);
    return undefined;
  }
  let target: string;
  try {
    if (stat instanceof FsError) throw stat;
    target = fs.realPath(path);
  } catch (error) {
    if (!(error instanceof FsError)) throw error;
    refused(context, path, error);
    return undefined;
  }
  if (!isWithin(config.source, target)) {
    if (config.settings.safe) return undefined;
    const facts = { path: shownPath(config, path), target };
    context.report(diagnose(readMessages.linkOutside, facts, { place: placeOfFile(context, path) }));
  }
  if (stat.kind === 'folder' && leadsUp(fs, target, folder)) {
    report(context, readMessages.linkLoop, path);
    return undefined;
  }
  return stat.kind;
}

/** Reports that the system refused a file or folder. */
export function refused(context: ReadContext, path: string, error: FsError): void {
  const facts = { path: shownPath(context.config, path), reason: reasonOf(error) };
  context.report(diagnose(readMessages.unreadable, facts, { place: placeOfFile(context, path) }));
}

function report(context: ReadContext, row: Message<{ readonly path: string }>, path: string): void {
  context.report(
    diagnose(row, { path: shownPath(context.config, path) }, { place: placeOfFile(context, path) }),
  );
}

function placeOfFile(context: ReadContext, path: string) {
  return { file: shownPath(context.config, path), line: 1, column: 1 };
}
