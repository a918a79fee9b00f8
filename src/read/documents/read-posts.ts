/** Posts and drafts: the dated files below any `_posts`, and with `show_drafts` those below any `_drafts`. Jekyll's `PostReader`. */

import { joinPaths } from '../../base/paths.ts';
import { readMessages } from '../../diagnostics/catalogue/site/read.ts';
import { diagnose } from '../../diagnostics/diagnostic.ts';
import type { Folder } from '../../files/link-loop.ts';
import type { Document } from '../../model/document.ts';
import { toText } from '../../ruby/print.ts';
import { timeInZone } from '../../ruby/time/time-zone.ts';
import type { ReadContext } from '../context.ts';
import { walk } from '../folder/walk.ts';
import { hasExtension, isDatedName } from './file-name.ts';
import { canBePublished, isHiddenInFuture } from './publish.ts';
import { type Home, readDocument } from './read-document.ts';

/** The posts and drafts of the special folders directly in `folder`, which is `relative` to the source. */
export function readPosts(context: ReadContext, folder: Folder, relative: string, home: Home): Document[] {
  const posts = readSpecial(context, folder, relative, '_posts', isDatedName, home);
  if (!context.config.settings.showDrafts) return posts;
  return [...posts, ...readSpecial(context, folder, relative, '_drafts', hasExtension, home)];
}

function readSpecial(
  context: ReadContext,
  folder: Folder,
  relative: string,
  name: string,
  isWanted: (entry: string) => boolean,
  home: Home,
): Document[] {
  const base = relative === '' ? name : `${relative}/${name}`;
  const files = walk(
    context,
    { path: joinPaths(folder.path, name), parent: folder },
    {
      dotfiles: false,
      linkedFolders: false,
      keeps: (entry) => isWanted(entry) && context.filter.keeps(entry, base, false),
    },
  );
  return files.flatMap((file) => {
    const document = readDocument(context, file.path, home);
    return document === undefined ? [] : publishable(context, document);
  });
}

/** The document with a date, if it is to be shown. Jekyll gives it one in asking: a draft that of its file, others the build's. */
export function publishable(context: ReadContext, document: Document): Document[] {
  const { config } = context;
  if (document.extension === '.yml' || document.extension === '.yaml') return [];
  if (!canBePublished(document.data, config)) return [];
  if (document.date === undefined && config.settings.future) return [document];
  const dated = document.date === undefined ? withDate(context, document) : document;
  if (dated.date === undefined || !isHiddenInFuture(dated.date, context.time, config)) return [dated];
  const facts = { path: document.relativePath, date: toText(dated.date) };
  const place = { file: document.path, line: 1, column: 1 };
  context.report(diagnose(readMessages.future, facts, { place }));
  return [];
}

function withDate(context: ReadContext, document: Document): Document {
  const { timeZone } = context.config;
  // the moment itself: what has it as its date is made anew in every build
  const ms = document.draft ? Math.floor(document.modifiedMs ?? 0) : context.time.epochMs;
  const date = timeInZone(ms, timeZone);
  return { ...document, date, data: new Map(document.data).set('date', date) };
}
