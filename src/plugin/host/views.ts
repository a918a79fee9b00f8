/** The views through which plugins see the site. */

import { type Diagnostic, DiagnosticError, type Place, placed } from '../../diagnostics/diagnostic.ts';
import { versionOf } from '../../model/builder/rules.ts';
import { type Document, fileName, type Origin, type PlacedDocument } from '../../model/document.ts';
import type { StaticFile } from '../../model/inventory.ts';
import { documentOfValue, isWritten, listedFiles, postsOf, type Site } from '../../model/site.ts';
import { compareShown } from '../../model/sort.ts';
import type { SiteFiles } from '../../ports/source-files.ts';
import { pathMatcher } from '../../read/folder/entry-filter.ts';
import { isHash, type RubyHash, type RubyTime, type Value } from '../../ruby/values.ts';
import type {
  DocumentView,
  LayoutView,
  PageOrigin,
  Plugin,
  SiteView,
  StaticFileView,
} from '../api/plugin.ts';

/** What the views need besides the site. */
export interface ViewPorts {
  readonly valueOf: (document: Document) => Value;
  readonly fileValueOf: (file: StaticFile) => Value;
  readonly filter: (name: string, input: Value, args: readonly Value[]) => Value;
  readonly print: (value: Value) => string;
  /** The text of a file that is copied; a file that is not text comes out garbled, with a diagnostic. */
  readonly textOf: (file: StaticFile) => string;
  /** Files of the source folder. */
  readonly files: SiteFiles;
  readonly toTime: (epochMs: number) => RubyTime;
  readonly isMarkdown: (extension: string) => boolean;
  /** Called where it is asked whether a document is written. */
  readonly noteAsked: (document: Document) => void;
  readonly report: (diagnostic: Diagnostic) => void;
  /** Where a document (or a key of its front matter) is written, or what a page goes back to that a plugin made. */
  readonly placeOf: (document: PlacedDocument, key?: string) => Place;
  /** Where the site asks for a plugin. */
  readonly placeOfPlugin: (name: string) => Place;
}

/** The document behind a view. Throws where a plugin hands in something else. */
export function documentOf(view: DocumentView): Document {
  const document = ViewOfDocument.documentOf(view);
  if (document === undefined) throw new TypeError('not a document of this site');
  return document;
}

/** The file behind a view. Throws where a plugin hands in something else. */
export function fileOf(view: StaticFileView): StaticFile {
  const file = ViewOfFile.fileOf(view);
  if (file === undefined) throw new TypeError('not a file of this site');
  return file;
}

export function isDocumentView(view: object): view is DocumentView {
  return ViewOfDocument.documentOf(view) !== undefined;
}

export function isFileView(view: object): view is StaticFileView {
  return ViewOfFile.fileOf(view) !== undefined;
}

/** The views of one build, and what its plugins keep while it lasts. */
export class Views {
  readonly site: Site;
  readonly ports: ViewPorts;
  readonly #documents = new Map<Document, DocumentView>();
  readonly #sites = new Map<Plugin, SiteView>();
  readonly #states = new Map<Plugin, unknown>();

  constructor(site: Site, ports: ViewPorts) {
    this.site = site;
    this.ports = ports;
  }

  /** The view of a document: the same one whenever it is asked for. */
  document(document: Document): DocumentView {
    let view = this.#documents.get(document);
    if (view === undefined) {
      view = new ViewOfDocument(document, this);
      this.#documents.set(document, view);
    }
    return view;
  }

  file(file: StaticFile): StaticFileView {
    return new ViewOfFile(file, this);
  }

  /** The site as the hooks of a plugin see it. */
  siteOf(plugin: Plugin): SiteView {
    let view = this.#sites.get(plugin);
    if (view === undefined) {
      view = createSiteView(this, plugin, () => {});
      this.#sites.set(plugin, view);
    }
    return view;
  }

  /** The same while a page is being changed. */
  siteFor(plugin: Plugin, document: Document): SiteView {
    const { report, warn } = reporting(this, plugin, document);
    // a view's getters must stay getters: spreading would read all of them
    return Object.create(this.siteOf(plugin), { report: { value: report }, warn: { value: warn } });
  }

  /** What the plugin keeps while the build lasts. */
  stateOf(plugin: Plugin): unknown {
    if (!this.#states.has(plugin)) this.#states.set(plugin, plugin.createState?.());
    return this.#states.get(plugin);
  }
}

class ViewOfDocument implements DocumentView {
  readonly #document: Document;
  readonly #views: Views;
  readonly kind: DocumentView['kind'];
  readonly path: string;
  readonly name: string;
  readonly collection: string | undefined;
  readonly extension: string;
  readonly date: RubyTime | undefined;
  readonly source: string | undefined;

  constructor(document: Document, views: Views) {
    this.#document = document;
    this.#views = views;
    this.kind = document.kind;
    this.path = document.relativePath;
    this.name = fileName(document);
    this.collection = document.collection;
    this.extension = document.extension;
    this.date = document.date;
    this.source = document.generatedBy === undefined ? document.path : undefined;
  }

  static documentOf(view: object): Document | undefined {
    return #document in view ? view.#document : undefined;
  }

  get text(): string {
    return this.#document.body.text;
  }
  get textLine(): number {
    return this.#document.body.startLine;
  }
  get modified(): RubyTime | undefined {
    const { modifiedMs } = this.#document;
    return modifiedMs === undefined ? undefined : this.#views.ports.toTime(modifiedMs);
  }
  get url(): string {
    return this.#views.site.routes.of(this.#document).url;
  }
  get outputExtension(): string {
    return this.#views.site.routes.of(this.#document).extension;
  }
  get written(): boolean {
    const written = isWritten(this.#document, this.#views.site);
    if (written) this.#views.ports.noteAsked(this.#document);
    return written;
  }
  get data(): RubyHash {
    return this.#document.data;
  }
  get value(): Value {
    return this.#views.ports.valueOf(this.#document);
  }
  get(key: string): Value {
    return this.#document.data.get(key);
  }
}

class ViewOfFile implements StaticFileView {
  readonly #file: StaticFile;
  readonly #views: Views;
  readonly path: string;
  readonly url: string;
  readonly extension: string;
  readonly collection: string | undefined;

  constructor(file: StaticFile, views: Views) {
    const route = views.site.routes.ofFile(file);
    this.#file = file;
    this.#views = views;
    this.path = file.collection === undefined ? `/${file.relativePath}` : file.relativePath;
    this.url = route.url;
    this.extension = route.extension;
    this.collection = file.collection;
  }

  static fileOf(view: object): StaticFile | undefined {
    return #file in view ? view.#file : undefined;
  }

  get value(): Value {
    return this.#views.ports.fileValueOf(this.#file);
  }
}

function layoutView(name: string, site: Site): LayoutView | undefined {
  const layout = site.layouts.get(name);
  return (
    layout && {
      name,
      path: layout.path,
      data: layout.data,
      text: layout.body.text,
      textLine: layout.body.startLine,
    }
  );
}

/** What a plugin names as the origin of a page, as data. */
export function toOrigin(origin: PageOrigin): Origin {
  if ('setting' in origin) return origin;
  if ('page' in origin) {
    const { path, origin: further } = documentOf(origin.page);
    return further ?? { file: path, key: origin.key };
  }
  if (!isDocumentView(origin)) return { file: origin.path };
  const { path, origin: further } = documentOf(origin);
  return further ?? { file: path };
}

function placeIn({ ports }: Views, at: string | Place | PageOrigin): Place {
  if (typeof at === 'string') return { file: at, line: 1, column: 1 };
  return 'line' in at ? at : ports.placeOf({ path: '', origin: toOrigin(at) });
}

/** How a plugin reports; `document` is the page that it is at work on. */
function reporting(
  views: Views,
  { name }: Plugin,
  document: Document | undefined,
): Pick<SiteView, 'report' | 'warn'> {
  const { ports } = views;
  const placeOf = () => (document === undefined ? ports.placeOfPlugin(name) : ports.placeOf(document));
  return {
    report: (diagnostic, at) =>
      ports.report(placed(diagnostic, at === undefined ? placeOf : () => placeIn(views, at))),
    warn: (code, message, hint, at) =>
      ports.report({
        code,
        severity: 'warning',
        message: `${name}: ${message}`,
        ...(hint === undefined ? {} : { hint }),
        place: at === undefined ? placeOf() : placeIn(views, at),
      }),
  };
}

/**
 * @param looked called at each look at the site that bypasses the drops, where reads are noted
 * @param document the page that the plugin writes
 */
export function createSiteView(
  views: Views,
  plugin: Plugin,
  looked: () => void,
  document?: Document,
): SiteView {
  const { site, ports } = views;
  const view = (document: Document) => views.document(document);
  return {
    get state() {
      looked();
      return views.stateOf(plugin);
    },
    config(...keys) {
      let value: Value = site.config.values;
      for (const key of keys) value = isHash(value) ? value.get(key) : undefined;
      return value;
    },
    environment: site.config.environment,
    jekyllVersion: versionOf(site.config.rules, 'jekyll') ?? '',
    gemVersion: (name) => versionOf(site.config.rules, name),
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
      return listedFiles(site).map((file) => views.file(file));
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
    ...reporting(views, plugin, document),
    about(page, key, step) {
      try {
        return step();
      } catch (error) {
        if (!(error instanceof DiagnosticError)) throw error;
        const document =
          typeof page === 'object' && page !== null && isDocumentView(page)
            ? documentOf(page)
            : documentOfValue(page as Value, site);
        if (document?.data.has(key) !== true) throw error;
        const placeOf = () => ports.placeOf(document, key);
        throw new DiagnosticError(error.diagnostics.map((found) => placed(found, placeOf)));
      }
    },
  };
}
