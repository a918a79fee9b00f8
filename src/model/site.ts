/** An inventory made into a site: documents with URLs, in Jekyll's orders, plus what generators add. */

import { extensionOf, type OutputKey, type Url } from '../base/paths.ts';
import type { RubyTime } from '../base/ruby/values.ts';
import type { Config } from './config.ts';
import type { Document } from './document.ts';
import {
  documentUrl,
  isHtmlExtension,
  outputExtension,
  outputKey,
  pageUrl,
  staticFileUrl,
  type UrlContext,
} from './document-url.ts';
import type { Collection, Inventory, Layout, StaticFile } from './inventory.ts';

/** Where something of the site ends up. */
export interface Route {
  readonly url: Url;
  /** Undefined where nothing is written for it. */
  readonly key: OutputKey | undefined;
  /** The extension of the output, with its dot. */
  readonly extension: string;
}

export interface Site {
  readonly config: Config;
  readonly inventory: Inventory;
  /** `site.time`: the build's *now*, or `time:` of the configuration. */
  readonly time: RubyTime;
  /** Pages read from files, then those that generators added, in the order of adding. */
  readonly pages: readonly Document[];
  /** By label, in the order of the configuration. */
  readonly collections: ReadonlyMap<string, Collection>;
  /** Posts, oldest first (the order of `collections.posts.docs`). */
  readonly posts: readonly Document[];
  readonly staticFiles: readonly StaticFile[];
  readonly layouts: ReadonlyMap<string, Layout>;
  routeOf(document: Document): Route;
  routeOfFile(file: StaticFile): Route;
  /** Whether a document or file of a collection is written: its collection has `output`, it is published and not in the future. */
  isWritten(document: Document): boolean;
}

/** What making a site needs besides its parts. */
export interface SiteParts
  extends Pick<Site, 'config' | 'inventory' | 'time' | 'pages' | 'staticFiles' | 'layouts'> {
  readonly urls: UrlContext;
  /** Told of a permalink that asks for a placeholder that does not exist. */
  readonly onUnknownPlaceholder: (document: Document | StaticFile, name: string) => void;
}

export function createSite(parts: SiteParts): Site {
  const { inventory, urls } = parts;
  const routes = new Map<Document | StaticFile, Route>();
  const posts = inventory.collections.get('posts')?.documents ?? [];

  const makeRoute = (document: Document): Route => {
    const extension = outputExtension(document, urls);
    if (document.kind === 'page') {
      const url = pageUrl(document, urls);
      return { url, extension, key: outputKey(url, extension, true) };
    }
    const url = documentUrl(document, collectionOf(inventory, document.collection), urls);
    if (typeof url === 'string') return { url, extension, key: outputKey(url, extension, false) };
    parts.onUnknownPlaceholder(document, url.unknown);
    return { url: '/' as Url, extension, key: undefined };
  };

  const makeFileRoute = (file: StaticFile): Route => {
    const collection = file.collection === undefined ? undefined : collectionOf(inventory, file.collection);
    const url = staticFileUrl(file, collection, urls);
    const extension = extensionOf(file.path);
    if (typeof url === 'string') return { url, extension, key: outputKey(url, '', false) };
    parts.onUnknownPlaceholder(file, url.unknown);
    return { url: '/' as Url, extension, key: undefined };
  };

  return {
    ...parts,
    collections: inventory.collections,
    posts,
    routeOf: (document) => remembered(routes, document, makeRoute),
    routeOfFile: (file) => remembered(routes, file, makeFileRoute),
    isWritten: (document) => isWritten(document, inventory, parts),
  };
}

function remembered<Key extends Document | StaticFile>(
  routes: Map<Document | StaticFile, Route>,
  key: Key,
  make: (key: Key) => Route,
): Route {
  let route = routes.get(key);
  if (route === undefined) {
    route = make(key);
    routes.set(key, route);
  }
  return route;
}

function collectionOf(inventory: Inventory, label: string | undefined): Collection {
  const collection = inventory.collections.get(label ?? '');
  if (collection === undefined) throw new Error(`a document of the unknown collection ${label}`);
  return collection;
}

function isWritten(
  document: Document,
  inventory: Inventory,
  parts: Pick<SiteParts, 'config' | 'time'>,
): boolean {
  if (document.kind === 'page') return true;
  if (!collectionOf(inventory, document.collection).output) return false;
  const { values } = parts.config;
  if (document.data.get('published') === false && values.get('unpublished') !== true) return false;
  if (values.get('future') === true || document.date === undefined) return true;
  return Math.floor(document.date.epochMs / 1000) <= Math.floor(parts.time.epochMs / 1000);
}

/** Whether the site's `html_pages` has it. */
export function isHtmlPage(route: Route): boolean {
  return isHtmlExtension(route.extension) || route.url.endsWith('/');
}
