/** The public plugin API: what a plugin may do, as types. The built-in plugins are written on it and on nothing else. */

import type { RubyHash, RubyTime, Value } from '../base/ruby/values.ts';
import type { FilterTable } from '../liquid/filter.ts';
import type { TagDefinition } from '../liquid/tag.ts';

/** Data of a generated page: JSON's types, or Ruby's values as they come from the site. */
export type PluginData = Readonly<Record<string, unknown>>;

/** A document of the site as plugins see it. Reads pass through `get`, so that a build knows what a page depends on. */
export interface DocumentView {
  readonly kind: 'page' | 'post' | 'collection';
  /** As templates see it: `_posts/2020-01-02-x.md`. */
  readonly path: string;
  /** The label of its collection; undefined for a page. */
  readonly collection: string | undefined;
  readonly url: string;
  /** The file's name: `index.html`. */
  readonly name: string;
  /** The extension of its source, with the dot. */
  readonly extension: string;
  /** Whether it becomes a file of the destination. */
  readonly written: boolean;
  /** A key of its front matter, defaults merged in. */
  get(key: string): Value;
  /** All of its front matter, defaults merged in. */
  readonly data: RubyHash;
  /** What a template sees in a variable of this document. */
  readonly value: Value;
}

export interface StaticFileView {
  /** As templates see it: `/images/a.png`. */
  readonly path: string;
  readonly url: string;
  readonly extension: string;
  readonly value: Value;
}

export interface SiteView {
  /** A value of the configuration by its path of keys: `config('feed', 'path')`. */
  config(...keys: readonly string[]): Value;
  /** `JEKYLL_ENV`. */
  readonly environment: string;
  /** `jekyll.version`: the version whose output is ours. */
  readonly jekyllVersion: string;
  readonly time: RubyTime;
  /** Those that generators have added so far included. */
  readonly pages: readonly DocumentView[];
  /** Documents of all collections, in the order of the configuration. */
  readonly documents: readonly DocumentView[];
  /** Newest first. */
  readonly posts: readonly DocumentView[];
  readonly collections: readonly string[];
  readonly staticFiles: readonly StaticFileView[];
  /** `site.data`. */
  readonly data: RubyHash;
  hasLayout(name: string): boolean;
  /** Whether the source folder has a file (or page) of this path. */
  hasSource(path: string): boolean;
  /** Calls a Liquid filter by its name, as a template would: `filter('absolute_url', '/a/')`. */
  filter(name: string, input: Value, ...args: readonly Value[]): Value;
  /** The text that a template would print for a value. */
  print(value: Value): string;
  warn(code: `${string}/${string}`, message: string, hint?: string): void;
}

/** What the writer of a page may read when the page's turn has come: everything before it is rendered. */
export interface PageTurn extends SiteView {
  /** The page itself. */
  readonly page: DocumentView;
  /** `site` as templates see it. */
  readonly site: Value;
}

export interface GeneratedPage {
  /** Where the source of such a page would lie: `feed.xml`, `tags/index.html`. Gives name, extension and, without a permalink, the URL. */
  readonly path: string;
  /** Its front matter. */
  readonly data?: PluginData;
  /** The path that templates see, where it is another (`page.path` of a further page of a pagination). */
  readonly shownPath?: string;
  /**
   * Its text, rendered like any page's (Liquid, Markdown by its extension, layouts); the document whose text it is to
   * have; or a function that writes it.
   */
  readonly content: string | DocumentView | ((turn: PageTurn) => string);
}

export interface Generation {
  addPage(page: GeneratedPage): DocumentView;
  /** Adds a layout unless the site has one of that name. */
  addLayout(name: string, text: string): void;
  /** Changes front matter of a document and, where it is given, its text. */
  amend(document: DocumentView, data: PluginData, content?: string): void;
  /** Sets the variable `paginator` of a page. */
  setPaginator(page: DocumentView, paginator: PluginData): void;
}

/** A format that pages can be written in. */
export interface Converter {
  /** Extensions with their dots, lower case. */
  readonly extensions: readonly string[];
  /** The extension of the output, with its dot. */
  readonly outputExtension: string;
  /** `page` tells the source path, relative to the source folder, and the front matter. */
  convert(text: string, page: { readonly path: string; readonly data: RubyHash }): string;
}

export interface PrefetchContext {
  config(...keys: readonly string[]): Value;
  environment(name: string): string | undefined;
  readonly signal: AbortSignal;
}

/** A plugin. All of the hooks are optional; all but `prefetch` are synchronous and may be called once for every build. */
export interface Plugin {
  /** The name in `plugins:` of the configuration. */
  readonly name: string;
  /** Names of plugins that must have generated before it does; else the order is that of the configuration. */
  readonly after?: readonly string[];
  /** The only asynchronous hook: network and git. Not called under `--safe`. What it gives is `generate`'s third argument. */
  prefetch?(context: PrefetchContext): Promise<unknown>;
  /** Adds pages and layouts, once all was read. */
  generate?(site: SiteView, generation: Generation, prefetched: unknown): void;
  /** Tags and filters for templates. */
  readonly liquid?: {
    readonly tags?: readonly TagDefinition[];
    readonly filters?: FilterTable;
  };
  /** Changes the finished HTML of a page. */
  transform?(html: string, page: DocumentView, site: SiteView): string;
  readonly converters?: readonly Converter[];
}

/** Types a plugin where it is defined. */
export function definePlugin(plugin: Plugin): Plugin {
  return plugin;
}

export type { Value };
