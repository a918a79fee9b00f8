/** The views through which plugins see the site. */

import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { type Document, fileName } from '../model/document.ts';
import type { StaticFile } from '../model/inventory.ts';
import { JEKYLL_VERSION } from '../model/jekyll-version.ts';
import { isWritten, postsOf, type Site } from '../model/site.ts';
import { compareShown } from '../model/sort.ts';
import type { SiteFiles } from '../ports/source-files.ts';
import { pathMatcher } from '../read/folder/entry-filter.ts';
import { isHash, type RubyTime, type Value } from '../ruby/values.ts';
import type { DocumentView, LayoutView, SiteView, StaticFileView } from './api.ts';

/** What the views need besides the site. */
export interface ViewPorts {
  readonly valueOf: (document: Document) => Value;
  readonly fileValueOf: (file: StaticFile) => Value;
  readonly filter: (name: string, input: Value, args: readonly Value[]) => Value;
  readonly print: (value: Value) => string;
  /** The text of a file that is copied; what is no text comes out garbled, with a diagnostic. */
  readonly textOf: (file: StaticFile) => string;
  /** Files of the source folder. */
  readonly files: SiteFiles;
  readonly toTime: (epochMs: number) => RubyTime;
  readonly isMarkdown: (extension: string) => boolean;
  readonly report: (diagnostic: Diagnostic) => void;
  /** Told of each look at the site that passes by the drops, where reads are noted. */
  readonly looked?: () => void;
}

const documents = new WeakMap<DocumentView, Document>();
const views = new WeakMap<Document, { readonly site: Site; readonly view: DocumentView }>();
const files = new WeakMap<object, StaticFile>();

/** The document behind a view. Throws where a plugin hands in something else. */
export function documentOf(view: DocumentView): Document {
  const document = documents.get(view);
  if (document === undefined) throw new TypeError('not a document of this site');
  return document;
}

/** The file behind a view. Throws where a plugin hands in something else. */
export function fileOf(view: StaticFileView): StaticFile {
  const file = files.get(view);
  if (file === undefined) throw new TypeError('not a file of this site');
  return file;
}

export function isDocumentView(view: object): view is DocumentView {
  return documents.has(view as DocumentView);
}

export function isFileView(view: object): view is StaticFileView {
  return files.has(view);
}

/** The view of a document: the same one whenever it is asked for in a build; records may outlive it. */
export function createDocumentView(document: Document, site: Site, ports: ViewPorts): DocumentView {
  const known = views.get(document);
  if (known?.site === site) return known.view;
  const view: DocumentView = {
    kind: document.kind,
    path: document.relativePath,
    name: fileName(document),
    collection: document.collection,
    extension: document.extension,
    date: document.date,
    source: document.generatedBy === undefined ? document.path : undefined,
    get text() {
      return document.body.text;
    },
    get textLine() {
      return document.body.startLine;
    },
    get modified() {
      return document.modifiedMs === undefined ? undefined : ports.toTime(document.modifiedMs);
    },
    get url() {
      return site.routes.of(document).url;
    },
    get outputExtension() {
      return site.routes.of(document).extension;
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
  views.set(document, { site, view });
  return view;
}

function createFileView(file: StaticFile, site: Site, ports: ViewPorts): StaticFileView {
  const route = site.routes.ofFile(file);
  const view: StaticFileView = {
    path: file.collection === undefined ? `/${file.relativePath}` : file.relativePath,
    url: route.url,
    extension: route.extension,
    collection: file.collection,
    get value() {
      return ports.fileValueOf(file);
    },
  };
  files.set(view, file);
  return view;
}

function layoutView(name: string, site: Site): LayoutView | undefined {
  const layout = site.layouts.get(name);
  return layout && { name, path: layout.path, data: layout.data, text: layout.body.text };
}

export function createSiteView(site: Site, plugin: string, ports: ViewPorts): SiteView {
  const view = (document: Document) => createDocumentView(document, site, ports);
  const { looked = () => {} } = ports;
  return {
    config(...keys) {
      let value: Value = site.config.values;
      for (const key of keys) value = isHash(value) ? value.get(key) : undefined;
      return value;
    },
    environment: site.config.environment,
    jekyllVersion: JEKYLL_VERSION,
    time: site.time,
    at: ports.toTime,
    get pages() {
      looked();
      return site.pages.map(view);
    },
    get documents() {
      looked();
      return [...site.collections.values()].flatMap((collection) => collection.documents.map(view));
    },
    get posts() {
      looked();
      return [...postsOf(site)].sort((a, b) => compareShown(b, a, site.time)).map(view);
    },
    collections: [...site.collections.keys()],
    get staticFiles() {
      looked();
      return site.staticFiles.map((file) => createFileView(file, site, ports));
    },
    get data() {
      looked();
      return site.inventory.data;
    },
    hasLayout(name) {
      looked();
      return site.layouts.has(name);
    },
    layout(name) {
      looked();
      return layoutView(name, site);
    },
    isMarkdown: ports.isMarkdown,
    matches: (globs, path) => pathMatcher(globs)(path, false),
    hasSource(path) {
      looked();
      const wanted = path.replace(/^\/+/, '');
      return (
        site.pages.some((page) => page.path === wanted && page.generatedBy === undefined) ||
        site.staticFiles.some((file) => file.path === wanted)
      );
    },
    get files() {
      looked();
      return ports.files;
    },
    filter: (name, input, ...args) => ports.filter(name, input, args),
    print: ports.print,
    tell: ports.report,
    warn: (code, message, hint, at) =>
      ports.report({
        code,
        severity: 'warning',
        message: `${plugin}: ${message}`,
        ...(hint === undefined ? {} : { hint }),
        ...(at === undefined
          ? {}
          : { place: typeof at === 'string' ? { file: at, line: 1, column: 1 } : at }),
      }),
  };
}
