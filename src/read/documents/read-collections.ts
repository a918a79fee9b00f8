/** The collections of the configuration with what lies in their folders. Jekyll's `Collection#read`. */

import { expandPath, joinPaths } from '../../base/paths.ts';
import type { Document } from '../../model/document.ts';
import type { Collection, StaticFile } from '../../model/inventory.ts';
import { isHash, type RubyHash, type Value } from '../../ruby/values.ts';
import { isTrue, type ReadContext } from '../context.ts';
import { probeFile } from '../folder/probe-file.ts';
import { walk } from '../folder/walk.ts';
import { readStaticFile } from '../read-static-file.ts';
import { isPublished } from './publish.ts';
import { type Home, readDocument } from './read-document.ts';
import { sortCollection } from './sort-collection.ts';

/** A collection before anything is read: `documents` and `files` are empty. */
export function emptyCollections(context: ReadContext): Map<string, Collection> {
  const collections = new Map<string, Collection>();
  for (const [name, given] of context.config.settings.collections) {
    const label = String(name).replace(/[^a-z0-9_\-.]/gi, '');
    const metadata: RubyHash = isHash(given) ? given : new Map<Value, Value>();
    const relativeDirectory = `_${label}`;
    collections.set(String(name), {
      label,
      relativeDirectory,
      directory: [collectionsDir(context), relativeDirectory].filter((part) => part !== '').join('/'),
      output: isTrue(metadata.get('output')),
      metadata,
      documents: [],
      files: [],
    });
  }
  return collections;
}

/** `collections_dir` without slashes at its ends. */
export function collectionsDir(context: ReadContext): string {
  return expandPath(context.config.settings.collectionsDir, '/').slice(1);
}

export function homeOf(context: ReadContext, collection: Collection): Home {
  const folder = collectionsDir(context);
  return {
    label: collection.label,
    relativeDirectory: collection.relativeDirectory,
    collectionsFolder: folder === '' ? context.config.source : joinPaths(context.config.source, folder),
  };
}

/** Reads the folder of a collection other than `posts` and `data`, and sorts its documents. */
export function readCollection(context: ReadContext, collection: Collection): Collection {
  const home = homeOf(context, collection);
  const folder = joinPaths(home.collectionsFolder, collection.relativeDirectory);
  const documents: Document[] = [];
  const files: StaticFile[] = [];
  const found = walk(
    context,
    { path: folder },
    {
      dotfiles: true,
      linkedFolders: false,
      keeps: (entry) => context.filter.keeps(entry, collection.relativeDirectory, false),
    },
  );
  for (const { path, entry } of found) {
    const probed = probeFile(context, path);
    if (probed === undefined) continue;
    if (probed.hasFrontMatter) {
      const document = readDocument(context, path, home, probed);
      if (document !== undefined && isPublished(document.data, context.config)) documents.push(document);
    } else
      files.push(
        readStaticFile(context, probed, `${collection.relativeDirectory}/${entry}`, collection.label),
      );
  }
  const isSortable = context.config.rules.sortedCollections;
  return {
    ...collection,
    documents: sortCollection(documents, collection, isSortable, context.report),
    files,
  };
}
