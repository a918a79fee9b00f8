/** The table of includes: every text below `_includes` of the site and its theme, by the name that the tag uses. */

import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { SourceText } from '../diagnostics/source-text.ts';
import { readText } from '../files/read-text.ts';
import { type ReadContext, shownPath } from './context.ts';
import { rootsOf } from './folder/roots.ts';
import { walk } from './folder/walk.ts';

export interface Includes {
  readonly texts: ReadonlyMap<string, SourceText>;
  /** What to say when one that is no text is included: Jekyll, too, only reads those that are asked for. */
  readonly unreadable: ReadonlyMap<string, readonly Diagnostic[]>;
}

export function readIncludes(context: ReadContext): Includes {
  const texts = new Map<string, SourceText>();
  const unreadable = new Map<string, readonly Diagnostic[]>();
  const { encoding, includesDir } = context.config.settings;
  for (const root of rootsOf(context, includesDir, '_includes')) {
    const files = walk(context, root, { dotfiles: true, linkedFolders: true, keeps: () => true });
    for (const { path, entry } of files) {
      if (texts.has(entry) || unreadable.has(entry)) continue;
      const { source, diagnostics } = readText(context.fs, path, shownPath(context.config, path), encoding);
      if (source === undefined) unreadable.set(entry, diagnostics);
      else texts.set(entry, source);
    }
  }
  return { texts, unreadable };
}
