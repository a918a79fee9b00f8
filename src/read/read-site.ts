/** The second step of a build: all that the source folder and its theme hold, in Jekyll's order of reading. */

import { expandPath, isWithin, joinPaths } from '../base/paths.ts';
import { placeInConfig } from '../config/place-in-config.ts';
import { buildTime, NO_WITNESS, siteTime } from '../config/site-time.ts';
import { configMessages } from '../diagnostics/catalogue/site/config.ts';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts';
import type { Config } from '../model/config.ts';
import { type Document, fileName } from '../model/document.ts';
import type { Collection, Inventory } from '../model/inventory.ts';
import { compareDocuments } from '../model/sort.ts';
import type { Clock } from '../ports/clock.ts';
import { kindAt, type ReadFs } from '../ports/fs.ts';
import { toText } from '../ruby/print.ts';
import { sortAsRuby } from '../ruby/sort.ts';
import { compareText } from '../ruby/text.ts';
import type { TimeWitness } from '../ruby/time/watched-time.ts';
import { type ReadContext, shownPath } from './context.ts';
import { readData } from './data/read-data.ts';
import { createFrontMatterDefaults } from './documents/front-matter-defaults.ts';
import { emptyCollections, homeOf, readCollection } from './documents/read-collections.ts';
import { readPosts } from './documents/read-posts.ts';
import { createEntryFilter } from './folder/entry-filter.ts';
import { type FolderHarvest, readFile, readFolders } from './folder/read-folders.ts';
import { readIncludes } from './read-includes.ts';
import { readLayouts } from './read-layouts.ts';
import { readThemeAssets } from './read-theme-assets.ts';

/** Reads everything. Never throws: what could not be read is in the diagnostics, those of the configuration not included. */
export function readSite(
  fs: ReadFs,
  clock: Clock,
  config: Config,
  witness: TimeWitness = NO_WITNESS,
): Inventory {
  const diagnostics: Diagnostic[] = [];
  const context = createReadContext(fs, clock, config, witness, diagnostics);
  const layouts = readLayouts(context);
  const collections = emptyCollections(context);
  const harvest = readSource(context, collections);
  for (const [name, collection] of collections) {
    if (collection.label === 'posts' || collection.label === 'data') continue;
    const read = readCollection(context, collection);
    collections.set(name, read);
    harvest.staticFiles.push(...read.files);
  }
  readThemeAssets(context, harvest);
  const data = readData(context);
  const includes = readIncludes(context);
  return {
    source: config.source,
    pages: harvest.pages,
    collections,
    staticFiles: harvest.staticFiles,
    layouts,
    includes: includes.texts,
    unreadableIncludes: includes.unreadable,
    data,
    defaults: context.defaults,
    diagnostics,
  };
}

/** What readers share; what they complain about is added to `diagnostics`. */
export function createReadContext(
  fs: ReadFs,
  clock: Clock,
  config: Config,
  witness: TimeWitness,
  diagnostics: Diagnostic[],
): ReadContext {
  const time = siteTime(config, clock, witness);
  if (time === undefined)
    diagnostics.push(
      diagnose(
        configMessages.badTime,
        { value: toText(config.settings.time) },
        { place: placeInConfig(config, ['time']) },
      ),
    );
  return {
    fs,
    config,
    filter: createEntryFilter(config),
    defaults: createFrontMatterDefaults(config, fs, () => {
      witness.whole();
      return clock.now;
    }),
    time: time ?? buildTime(config, clock, witness),
    frontMatter: {
      zone: config.timeZone,
      scalars: config.rules.yamlScalars,
      strict: config.strictFrontMatter,
    },
    report: (diagnostic) => diagnostics.push(diagnostic),
  };
}

/** Pages by name, files to copy by path; posts, gathered on the same walk, by date. */
function readSource(context: ReadContext, collections: Map<string, Collection>): FolderHarvest {
  const posts = collections.get('posts');
  const documents: Document[] = [];
  const harvest = readFolders(context, (folder, relative) => {
    if (posts === undefined || isOutsideCollections(context, relative)) return;
    documents.push(...readPosts(context, folder, relative, homeOf(context, posts)));
  });
  readIncluded(context, harvest);
  harvest.pages.sort((a, b) => compareText(fileName(a), fileName(b)));
  harvest.staticFiles.sort((a, b) => compareText(a.relativePath, b.relativePath));
  if (posts !== undefined) collections.set('posts', { ...posts, documents: limited(context, documents) });
  return harvest;
}

/** With `collections_dir`, posts are only looked for in it. */
function isOutsideCollections(context: ReadContext, relative: string): boolean {
  const folder = context.config.settings.collectionsDir;
  return folder !== '' && !`/${relative}`.startsWith(`/${folder}`);
}

/** The newest posts, as many as `limit_posts` allows. */
function limited(context: ReadContext, posts: readonly Document[]): Document[] {
  const sorted = sortAsRuby(posts, compareDocuments);
  const limit = context.config.settings.limitPosts;
  return limit > 0 ? sorted.slice(-limit) : sorted;
}

/** Files that `include` names by their whole path are read wherever they lie, excluded folders included. */
function readIncluded(context: ReadContext, harvest: FolderHarvest): void {
  const { config, fs } = context;
  for (const entry of config.settings.include) {
    const path = isWithin(config.source, entry)
      ? entry
      : joinPaths(config.source, expandPath(entry, '/').slice(1));
    if (kindAt(fs, path) !== 'file') continue;
    const relative = shownPath(config, path);
    const isKnown = [...harvest.pages, ...harvest.staticFiles].some((file) => file.relativePath === relative);
    if (!isKnown) readFile(context, path, relative, harvest);
  }
}
