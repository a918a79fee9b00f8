/** An inventory made into a site: what was read and what generators added, in Jekyll's orders, with its routes. */

import { compareWithBuild } from '../ruby/time/watched-time.ts';
import { Drop, isHash, type RubyTime, type Value } from '../ruby/values.ts';
import type { Config } from './config.ts';
import type { Document } from './document.ts';
import type { Collection, Inventory, Layout, StaticFile } from './inventory.ts';
import type { Routes } from './routes.ts';

export interface Site {
  readonly config: Config;
  readonly inventory: Inventory;
  /** `site.time`: the build's *now*, or `time:` of the configuration. */
  readonly time: RubyTime;
  /** Pages read from files, then those that generators added, in the order of adding. */
  readonly pages: readonly Document[];
  /** By label, in the order of the configuration. */
  readonly collections: ReadonlyMap<string, Collection>;
  readonly staticFiles: readonly StaticFile[];
  readonly layouts: ReadonlyMap<string, Layout>;
  readonly routes: Routes;
}

/** The document that a value of templates stands for, by its path; undefined for any other value. */
export function documentOfValue(value: Value, site: Site): Document | undefined {
  const path = value instanceof Drop || isHash(value) ? value.get('path') : undefined;
  return typeof path === 'string'
    ? documentsOf(site).find(({ relativePath }) => relativePath === path)
    : undefined;
}

/** All that is rendered, in Jekyll's order: the collections as they are configured, then the pages. */
export function documentsOf(site: Pick<Site, 'collections' | 'pages'>): readonly Document[] {
  return [...[...site.collections.values()].flatMap(({ documents }) => documents), ...site.pages];
}

/** Posts, oldest first (the order of `site.posts.docs` in Ruby; templates see them newest first). */
export function postsOf(site: Pick<Site, 'collections'>): readonly Document[] {
  return site.collections.get('posts')?.documents ?? [];
}

/**
 * Whether a document becomes a file: pages always; others when their collection has `output` and they are published
 * and not in the future (`Document#write?`).
 */
export function isWritten(document: Document, site: Pick<Site, 'config' | 'time' | 'collections'>): boolean {
  if (document.kind === 'page') return true;
  if (site.collections.get(document.collection ?? '')?.output !== true) return false;
  const { settings } = site.config;
  if (document.data.get('published') === false && !settings.unpublished) return false;
  if (settings.future || document.date === undefined) return true;
  return compareWithBuild(document.date, site.time) <= 0;
}

/** The files that `site.static_files` shows. */
export function listedFiles({
  staticFiles,
  config,
}: Pick<Site, 'staticFiles' | 'config'>): readonly StaticFile[] {
  if (config.rules.collectionFiles === 'listed') return staticFiles;
  return staticFiles.filter(({ collection }) => collection === undefined);
}

/** Whether a static file is copied: not unpublished by a default, and its collection, if any, has `output`. */
export function isFileWritten(file: StaticFile, site: Pick<Site, 'collections' | 'config'>): boolean {
  if (file.data.get('published') === false) return false;
  if (file.collection === undefined || site.config.rules.collectionFiles === 'copied') return true;
  return site.collections.get(file.collection)?.output === true;
}
