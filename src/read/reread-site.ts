/**
 * Reads again only what has changed: a preview knows which files that are. Where more than the text or front matter of
 * known files may come of it (files that come and go, another order, another address for a collection), it does not try.
 */

import { expandPath, isWithin } from '../base/paths.ts';
import type { Place } from '../diagnostics/diagnostic.ts';
import type { Document } from '../model/document.ts';
import type { Collection, Inventory } from '../model/inventory.ts';
import { isNil } from '../ruby/values.ts';
import type { ReadContext } from './context.ts';
import { readData } from './data/read-data.ts';
import { hasExtension, isDatedName } from './documents/file-name.ts';
import { canBePublished, isPublished } from './documents/publish.ts';
import { homeOf } from './documents/read-collections.ts';
import { readDocument } from './documents/read-document.ts';
import { readPage } from './documents/read-page.ts';
import { publishable } from './documents/read-posts.ts';
import { probeFile } from './folder/probe-file.ts';
import { ownPath } from './folder/roots.ts';
import { readIncludes } from './read-includes.ts';
import { readLayouts } from './read-layouts.ts';

export interface FileChange {
  /** Absolute. */
  readonly path: string;
  readonly kind: 'added' | 'changed' | 'removed';
}

export interface Reread {
  readonly inventory: Inventory;
  /** The ids of the documents that are others now; all the rest are the same objects as before. */
  readonly documents: ReadonlySet<string>;
}

/**
 * @param changed absolute paths of files that have changed, come or gone since `before` was read, all of them
 * @param isForStylesheets whether a file is one that stylesheets import
 * @returns undefined where everything has to be read again, or where there is something to complain about
 */
export function rereadSite(
  context: ReadContext,
  before: Inventory,
  changed: readonly FileChange[],
  isForStylesheets: (path: string) => boolean,
): Reread | undefined {
  const { settings } = context.config;
  const folders = [
    ownPath(context, settings.layoutsDir),
    ownPath(context, settings.includesDir),
    ownPath(context, settings.dataDir),
  ];
  const inFolder = folders.map((folder) => (path: string) => isWithin(folder, path));
  const [layouts, includes, data] = inFolder.map((isIn) => changed.some(({ path }) => isIn(path)));
  const isTable = (path: string) =>
    inFolder.some((isIn) => isIn(path)) || (isForStylesheets(path) && !mayBeOfSite(context, before, path));
  if (before.staticFiles.some((file) => changed.some(({ path }) => path === file.absolutePath)))
    return undefined;
  // what was reported before would have to be reported again, in its place, or no longer: a clash of two files is one's alone
  const isOfTable = (path: string) =>
    inFolder.some((isIn) => isIn(path) && changed.some((each) => isIn(each.path)));
  const isConcerned = ({ file }: Place) =>
    isOfTable(expandPath(file, context.config.source)) || changed.some(({ path }) => path.endsWith(file));
  if (before.diagnostics.some(({ place }) => place !== undefined && isConcerned(place))) return undefined;

  const read = rereadDocuments(context, before, changed, isTable);
  if (read === undefined) return undefined;
  const found = includes === true ? readIncludes(context) : undefined;
  return {
    documents: read.documents,
    inventory: {
      ...read.inventory,
      ...(layouts === true ? { layouts: readLayouts(context) } : {}),
      ...(found === undefined ? {} : { includes: found.texts, unreadableIncludes: found.unreadable }),
      ...(data === true ? { data: readData(context) } : {}),
    },
  };
}

/** Whether reading the source may come to a file: stylesheets may be looked for in folders of pages, too. */
function mayBeOfSite({ config, filter }: ReadContext, { collections }: Inventory, path: string): boolean {
  if (!isWithin(config.source, path)) return false;
  const relative = path.slice(config.source.length + 1);
  if (config.settings.include.includes(relative)) return true;
  const segments = relative.split('/');
  if (segments.some((segment) => segment === '_posts' || segment === '_drafts')) return true;
  if ([...collections.values()].some(({ directory }) => isWithin(`${config.source}/${directory}`, path)))
    return true;
  return segments.every((segment, at) =>
    filter.keeps(segment, segments.slice(0, at).join('/'), at < segments.length - 1),
  );
}

function rereadDocuments(
  context: ReadContext,
  before: Inventory,
  changed: readonly FileChange[],
  isTable: (path: string) => boolean,
): Reread | undefined {
  const kinds = new Map(changed.map(({ path, kind }) => [path, kind]));
  const found = new Set<string>();
  const documents = new Set<string>();
  let failed = false;
  const renew = (members: readonly Document[], read: (known: Document) => Document | undefined) => {
    if (!members.some(({ absolutePath = '' }) => kinds.has(absolutePath))) return members;
    return members.map((known) => {
      const kind = kinds.get(known.absolutePath ?? '');
      if (kind === undefined) return known;
      found.add(known.absolutePath ?? '');
      const now = kind === 'changed' ? read(known) : undefined;
      if (now === undefined) failed = true;
      else documents.add(now.id);
      return now ?? known;
    });
  };
  const collections = new Map<string, Collection>();
  for (const [label, collection] of before.collections) {
    const renewed = renew(collection.documents, (known) => {
      const now = rereadDocument(context, before.collections, known);
      return now !== undefined && standsTheSame(known, now, collection) ? now : undefined;
    });
    const isSame = renewed === collection.documents;
    collections.set(label, isSame ? collection : { ...collection, documents: renewed });
  }
  const pages = renew(before.pages, (known) => rereadPage(context, known));
  const isLeft = [...kinds.keys()].some((path) => !found.has(path) && !isTable(path));
  return failed || isLeft ? undefined : { inventory: { ...before, pages, collections }, documents };
}

/** One document of the site as its file has it now; undefined where it is no longer one, or not one of the kind. */
function rereadDocument(
  context: ReadContext,
  collections: Inventory['collections'],
  known: Document,
): Document | undefined {
  const collection = known.collection === undefined ? undefined : collections.get(known.collection);
  return collection === undefined ? rereadPage(context, known) : rereadMember(context, collection, known);
}

function rereadMember(
  context: ReadContext,
  collection: Collection,
  { absolutePath = '', draft }: Document,
): Document | undefined {
  const home = homeOf(context, collection);
  if (collection.label !== 'posts') {
    const probed = probeFile(context, absolutePath);
    if (probed?.hasFrontMatter !== true) return undefined;
    const now = readDocument(context, absolutePath, home, probed);
    return now !== undefined && isPublished(now.data, context.config) ? now : undefined;
  }
  if (!(draft ? hasExtension(absolutePath) : isDatedName(absolutePath))) return undefined;
  const now = readDocument(context, absolutePath, home);
  return now && publishable(context, now)[0];
}

function rereadPage(
  context: ReadContext,
  { absolutePath = '', relativePath }: Document,
): Document | undefined {
  const probed = probeFile(context, absolutePath);
  if (probed?.hasFrontMatter !== true) return undefined;
  const page = readPage(context, probed, relativePath);
  return page !== undefined && canBePublished(page.frontMatter, context.config) ? page : undefined;
}

/** Whether a document keeps its place in the order of its collection. */
function standsTheSame(a: Document, b: Document, { metadata }: Collection): boolean {
  const key = metadata.get('sort_by');
  return (
    a.date?.epochMs === b.date?.epochMs &&
    a.date?.nanos === b.date?.nanos &&
    (isNil(key) || a.data.get(key) === b.data.get(key))
  );
}
