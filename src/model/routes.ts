/** URLs and output keys of documents and files, each made once. */

import { extensionOf, type OutputKey, type Url } from '../base/paths.ts';
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
import type { Collection, StaticFile } from './inventory.ts';

/** Where something of the site ends up. */
export interface Route {
  readonly url: Url;
  /** Undefined where nothing can be written for it. */
  readonly key: OutputKey | undefined;
  /** The extension of the output, with its dot. */
  readonly extension: string;
}

export interface Routes {
  of(document: Document): Route;
  ofFile(file: StaticFile): Route;
  /** Computes a document's route again the next time: its front matter has changed. */
  forget(document: Document): void;
  /** Whether an address has the time of the build in it. */
  readonly usesTime: boolean;
}

export interface RouteParts {
  readonly urls: UrlContext;
  readonly collections: ReadonlyMap<string, Pick<Collection, 'label' | 'relativeDirectory' | 'metadata'>>;
  /** Told of a permalink that asks for a placeholder that does not exist. */
  readonly onUnknownPlaceholder: (document: Document, name: string) => void;
  /** Routes of earlier builds with the same settings; none without it. */
  readonly memory?: RouteMemory | undefined;
}

/** Keeps the routes of records that live longer than a build. */
export type RouteMemory = Pick<WeakMap<Document, Route>, 'get' | 'set' | 'delete'>;

export function createRouteMemory(): RouteMemory {
  return new WeakMap();
}

export function createRoutes({ urls, collections, onUnknownPlaceholder, memory }: RouteParts): Routes {
  const documents = new Map<Document, Route>();
  const files = new Map<StaticFile, Route>();
  let usesTime = false;
  const context: UrlContext = {
    permalinkStyle: urls.permalinkStyle,
    outputExtension: urls.outputExtension,
    slugs: urls.slugs,
    trailingDots: urls.trailingDots,
    get siteTime() {
      usesTime = true;
      return urls.siteTime;
    },
  };

  const collectionOf = (label: string | undefined) => {
    const collection = collections.get(label ?? '');
    if (collection === undefined) throw new Error(`a document of the unknown collection ${label}`);
    return collection;
  };

  const makeRoute = (document: Document): Route => {
    const extension = outputExtension(document, context);
    if (document.kind === 'page') {
      const url = document.url ?? pageUrl(document, context);
      return { url, extension, key: outputKey(url, extension, true) };
    }
    const url = documentUrl(document, collectionOf(document.collection), context);
    if (typeof url === 'string') return { url, extension, key: outputKey(url, extension, false) };
    onUnknownPlaceholder(document, url.unknown);
    return { url: '/' as Url, extension, key: undefined };
  };

  const makeFileRoute = (file: StaticFile): Route => {
    const url = staticFileUrl(
      file,
      file.collection === undefined ? undefined : collectionOf(file.collection),
      urls,
    );
    return { url, extension: extensionOf(file.path), key: outputKey(url, '', false) };
  };

  return {
    of(document) {
      let route = documents.get(document) ?? memory?.get(document);
      if (route !== undefined) return route;
      route = makeRoute(document);
      documents.set(document, route);
      // what lacks a date may take that of the build, and what lacks a key has something to say each time
      if (route.key !== undefined && (document.kind === 'page' || document.date !== undefined))
        memory?.set(document, route);
      return route;
    },
    ofFile: (file) => once(files, file, makeFileRoute),
    get usesTime() {
      return usesTime;
    },
    forget(document) {
      documents.delete(document);
      memory?.delete(document);
    },
  };
}

/** Whether `site.html_pages` has the page. */
export function isHtmlRoute(route: Route): boolean {
  return isHtmlExtension(route.extension) || route.url.endsWith('/');
}

function once<Key, Result>(made: Map<Key, Result>, key: Key, make: (key: Key) => Result): Result {
  let result = made.get(key);
  if (result === undefined) {
    result = make(key);
    made.set(key, result);
  }
  return result;
}
