/** The views through which plugins see the site. */

import type { Diagnostic } from '../base/diagnostic.ts';
import { isHash, type Value } from '../base/ruby/values.ts';
import { type Document, fileName } from '../model/document.ts';
import type { StaticFile } from '../model/inventory.ts';
import { JEKYLL_VERSION } from '../model/jekyll-version.ts';
import { isWritten, postsOf, type Site } from '../model/site.ts';
import { compareDocuments } from '../model/sort.ts';
import type { DocumentView, SiteView, StaticFileView } from './api.ts';

/** What the views need besides the site. */
export interface ViewPorts {
  readonly valueOf: (document: Document) => Value;
  readonly fileValueOf: (file: StaticFile) => Value;
  readonly filter: (name: string, input: Value, args: readonly Value[]) => Value;
  readonly print: (value: Value) => string;
  readonly report: (diagnostic: Diagnostic) => void;
}

const documents = new WeakMap<DocumentView, Document>();

/** The document behind a view. Throws where a plugin hands in something else. */
export function documentOf(view: DocumentView): Document {
  const document = documents.get(view);
  if (document === undefined) throw new TypeError('not a document of this site');
  return document;
}

export function createDocumentView(document: Document, site: Site, ports: ViewPorts): DocumentView {
  const view: DocumentView = {
    kind: document.kind,
    path: document.relativePath,
    name: fileName(document),
    collection: document.collection,
    extension: document.extension,
    get url() {
      return site.routes.of(document).url;
    },
    get written() {
      return isWritten(document, site);
    },
    get: (key) => document.data.get(key),
    get data() {
      return document.data;
    },
    get value() {
      return ports.valueOf(document);
    },
  };
  documents.set(view, document);
  return view;
}

function createFileView(file: StaticFile, site: Site, ports: ViewPorts): StaticFileView {
  const route = site.routes.ofFile(file);
  return {
    path: file.collection === undefined ? `/${file.relativePath}` : file.relativePath,
    url: route.url,
    extension: route.extension,
    get value() {
      return ports.fileValueOf(file);
    },
  };
}

export function createSiteView(site: Site, plugin: string, ports: ViewPorts): SiteView {
  const view = (document: Document) => createDocumentView(document, site, ports);
  return {
    config(...keys) {
      let value: Value = site.config.values;
      for (const key of keys) value = isHash(value) ? value.get(key) : undefined;
      return value;
    },
    environment: site.config.environment,
    jekyllVersion: JEKYLL_VERSION,
    time: site.time,
    get pages() {
      return site.pages.map(view);
    },
    get documents() {
      return [...site.collections.values()].flatMap((collection) => collection.documents.map(view));
    },
    get posts() {
      return [...postsOf(site)].sort((a, b) => compareDocuments(b, a)).map(view);
    },
    collections: [...site.collections.keys()],
    get staticFiles() {
      return site.staticFiles.map((file) => createFileView(file, site, ports));
    },
    data: site.inventory.data,
    hasLayout: (name) => site.layouts.has(name),
    hasSource(path) {
      const wanted = path.replace(/^\/+/, '');
      return (
        site.pages.some((page) => page.path === wanted && page.generatedBy === undefined) ||
        site.staticFiles.some((file) => file.path === wanted)
      );
    },
    filter: (name, input, ...args) => ports.filter(name, input, args),
    print: ports.print,
    warn: (code, message, hint) =>
      ports.report({
        code,
        severity: 'warning',
        message: `${plugin}: ${message}`,
        ...(hint === undefined ? {} : { hint }),
      }),
  };
}
