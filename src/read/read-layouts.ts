/** The layouts of the site and, where it has none of a name, of its theme. Jekyll's `LayoutReader`. */

import { frontMatterMessages } from '../diagnostics/catalogue/site/front-matter.ts';
import { diagnose } from '../diagnostics/diagnostic.ts';
import type { Layout } from '../model/inventory.ts';
import { type ReadContext, shownPath, textOf } from './context.ts';
import { readFrontMatter } from './documents/front-matter.ts';
import { ownFolder, themeFolder } from './folder/roots.ts';
import { type WalkedFile, walk } from './folder/walk.ts';

export function readLayouts(context: ReadContext): Map<string, Layout> {
  const layouts = new Map<string, Layout>();
  for (const file of layoutFiles(context, ownFolder(context, context.config.settings.layoutsDir))) {
    const layout = readLayout(context, file);
    if (layout !== undefined) layouts.set(layout.name, layout);
  }
  for (const file of layoutFiles(context, themeFolder(context, '_layouts'))) {
    if (layouts.has(layoutName(file.entry))) continue;
    const layout = readLayout(context, file);
    if (layout !== undefined) layouts.set(layout.name, layout);
  }
  return layouts;
}

function layoutFiles(context: ReadContext, folder: ReturnType<typeof ownFolder>): WalkedFile[] {
  if (folder === undefined) return [];
  return walk(context, folder, {
    dotfiles: false,
    linkedFolders: false,
    keeps: (entry) =>
      entry.slice(entry.lastIndexOf('/') + 1).includes('.') && context.filter.keeps(entry, '', false),
  });
}

function readLayout(context: ReadContext, { path, entry }: WalkedFile): Layout | undefined {
  const file = textOf(context, path);
  if (file === undefined) return undefined;
  const { data = new Map(), body, diagnostics, yaml } = readFrontMatter(file.source, context.frontMatter);
  for (const diagnostic of diagnostics) context.report(diagnostic);
  if (data.get('permalink') === '')
    context.report(
      diagnose(frontMatterMessages.emptyPermalink, {}, { place: yaml?.placeOf(['permalink'], 'key') }),
    );
  return { name: layoutName(entry), path: shownPath(context.config, path), data, body };
}

/** The path without what stands behind its last dot. */
function layoutName(entry: string): string {
  return entry.slice(0, entry.lastIndexOf('.'));
}
