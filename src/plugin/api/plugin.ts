/** Public: what a plugin may do, as types. The built-in plugins are written on `src/plugin/api/` and on nothing else. */

import type { Diagnostic, Place } from '../../diagnostics/diagnostic.ts';
import type { FilterTable } from '../../engines/liquid/filter.ts';
import type { TagDefinition } from '../../engines/liquid/tag.ts';
import type { Repository } from '../../files/repository.ts';
import type { SiteFiles, SourceFiles } from '../../ports/source-files.ts';
import type { BuildMoment, TimedText } from '../../ruby/time/timed-text.ts';
import type { RubyHash, RubyTime, Value } from '../../ruby/values.ts';
import type { SettingTable } from '../../settings/setting.ts';

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
  /** The extension of that file, with the dot. */
  readonly outputExtension: string;
  /** A key of its front matter, defaults merged in. */
  get(key: string): Value;
  /** All of its front matter, defaults merged in. */
  readonly data: RubyHash;
  /** Its text below the front matter, before anything was made of it. */
  readonly text: string;
  /** The line of its file, from 1, that the text begins in. */
  readonly textLine: number;
  /** When it is dated: its file's name or front matter; undefined for pages. */
  readonly date: RubyTime | undefined;
  /** The source path of the file that it was read from; undefined for what a plugin added. */
  readonly source: string | undefined;
  /** When that file was last written. */
  readonly modified: RubyTime | undefined;
  /** What a template sees in a variable of this document. */
  readonly value: Value;
}

/** A file without front matter, which is copied. */
export interface StaticFileView {
  /** As templates see it: `/images/a.png`. */
  readonly path: string;
  readonly url: string;
  readonly extension: string;
  /** The label of the collection in whose folder it lies. */
  readonly collection: string | undefined;
  readonly value: Value;
}

/** A file of `_layouts`. */
export interface LayoutView {
  readonly name: string;
  /** `_layouts/post.html`. */
  readonly path: string;
  readonly data: RubyHash;
  readonly text: string;
  /** The line of its file, from 1, that the text begins in. */
  readonly textLine: number;
}

/** The site as plugins see it while it is built. */
export interface SiteView<State = unknown> {
  /**
   * What the plugin's `createState` gave for this build: it is made when a hook first asks, and goes with the build. A page
   * that a function writes is written in each build once that function has looked at it.
   */
  readonly state: State;
  /** A value of the configuration by its path of keys: `config('feed', 'path')`. */
  config(...keys: readonly string[]): Value;
  /** `JEKYLL_ENV`. */
  readonly environment: string;
  /** `jekyll.version`: the version whose output is ours. */
  readonly jekyllVersion: string;
  /** The version of a gem whose output is ours (`jekyll-relative-links`); undefined where it makes no difference. */
  gemVersion(name: string): string | undefined;
  readonly time: RubyTime;
  /** A moment in the site's time zone. */
  at(epochMs: number): RubyTime;
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
  layout(name: string): LayoutView | undefined;
  /** Whether files of this extension, with its dot, are Markdown (`markdown_ext`). */
  isMarkdown(extension: string): boolean;
  /** Whether a path relative to the source is among globs as `exclude:` and `include:` have them. */
  matches(globs: readonly string[], path: string): boolean;
  /** Whether the source folder has a file (or page) of this path. */
  hasSource(path: string): boolean;
  /** Files of the source folder, also those that are not part of the site. */
  readonly files: SiteFiles;
  /** Calls a Liquid filter by its name, as a template would: `filter('absolute_url', '/a/')`. */
  filter(name: string, input: Value, ...args: readonly Value[]): Value;
  /** The text that a template would print for a value. */
  print(value: Value): string;
  /**
   * Reports a diagnostic that `diagnose` made. Without a place it gets that of the page that is being written or changed, else
   * that where the site asks for the plugin; `at` is for those that are about something else.
   */
  report(diagnostic: Diagnostic, at?: PageOrigin): void;
  /**
   * Reports a warning under the plugin's name; `at` is a file of the source folder, a place in one, a key of a document's
   * front matter or a setting.
   */
  warn(code: `${string}/${string}`, message: string, hint?: string, at?: string | Place | PageOrigin): void;
  /**
   * What `step` gives; mistakes in it that have no place of their own are about a key of the front matter of a document, a view
   * or the value that templates see.
   */
  about<Result>(page: DocumentView | Value, key: string, step: () => Result): Result;
}

/** What the writer of a page may read when the page's turn has come: everything before it is rendered. */
export interface PageTurn<State = unknown> extends SiteView<State> {
  /** The page itself. */
  readonly page: DocumentView;
  /** `site` as templates see it. */
  readonly site: Value;
  /** What `date_to_xmlschema` gives for a value; for the time of the build a mark, so that a later build can fill it in without writing the page again. */
  xmlschema(value: Value): string | BuildMoment;
}

/** A page that a plugin adds. */
export interface GeneratedPage {
  /** Where the source of such a page would lie: `feed.xml`, `tags/index.html`. Gives name, extension and, without a permalink, the URL. */
  readonly path: string;
  /** Its front matter. */
  readonly data?: PluginData;
  /** Another page of its address takes precedence in silence, or is taken the place of: a redirect that has become a page. */
  readonly mayCollide?: boolean;
  /** The path that templates see, where it is another (`page.path` of a further page of a pagination). */
  readonly shownPath?: string;
  /**
   * Its text, rendered like any page's (Liquid, Markdown by its extension, layouts); the document, layout or file whose
   * text it is to have; or a function that writes it. What it writes may name the time of the build by `xmlschema`.
   */
  readonly content:
    | string
    | DocumentView
    | LayoutView
    | StaticFileView
    | ((turn: PageTurn) => string | TimedText);
  /** What templates see as `content` of a page that a function writes, until it is written; empty without it. */
  readonly template?: string;
  /**
   * All that such a function knows besides its turn. With it the page is kept from build to build as long as what it reads
   * through `turn.site`, `turn.page` and filters stays the same; without it, it is written in each.
   */
  readonly basis?: PluginData;
  /**
   * What templates see of it over its front matter and what every page has: `posts` of an archive, `name`, `path`. Of
   * `content`, `dir` and `excerpt`, those that are given as undefined are not there at all.
   */
  readonly variables?: PluginData;
  /** Its address, whatever its path and permalink say; `path` names the file that is written. */
  readonly url?: string;
  /** The type that front-matter defaults know it by; `pages` without it. */
  readonly type?: string;
  /**
   * What messages about the page name, where it has no file of its own: the document or layout that asks for it, or a setting
   * by its path of keys. Without it, the document or layout whose text it has, else the place where the site asks for the
   * plugin.
   */
  readonly origin?: PageOrigin;
}

/** A document (and the key of its front matter) or a layout, or a setting by its path of keys. */
export type PageOrigin =
  | DocumentView
  | LayoutView
  | { readonly page: DocumentView; readonly key: string }
  | { readonly setting: readonly (string | number)[] };

/** What `generate` changes of the site. Views that are not of this site are refused with a `TypeError`. */
export interface Generation {
  /** Adds a page; it is there for the generators that follow. */
  addPage(page: GeneratedPage): DocumentView;
  /** Takes a page away: a template that other pages are made of. */
  removePage(page: DocumentView): void;
  /** Keeps a file from being copied. */
  removeFile(file: StaticFileView): void;
  /** Adds a layout unless the site has one of that name. */
  addLayout(name: string, text: string): void;
  /** Changes front matter of a document and, where it is given, its text. */
  amend(document: DocumentView, data: PluginData, content?: string): void;
  /** Sets `site.<name>` for all that comes after. */
  setSetting(name: string, value: unknown): void;
  /** Sets the variable `paginator` of a page. */
  setPaginator(page: DocumentView, paginator: PluginData): void;
}

/** A format that pages can be written in. */
export interface Converter {
  /** Extensions with their dots, lower case. */
  readonly extensions: readonly string[];
  /** The extension of the output, with its dot. */
  readonly outputExtension: string;
  /**
   * `page` has the source path, relative to the source folder, the line of the file that the text begins at, from 1, and the
   * front matter.
   */
  convert(
    text: string,
    page: { readonly path: string; readonly startLine: number; readonly data: RubyHash },
    site: ConverterContext,
  ): string;
}

/** What a converter has of the site. */
export interface ConverterContext {
  /** A setting of the configuration by its key. */
  setting(name: string): Value;
  /** Files of the source folder. What a page read of them decides whether it is converted again. */
  readonly files: SiteFiles;
  /** The HTML of a text in Markdown, by the site's engine. */
  markdown(text: string): string;
  /** Reports a diagnostic that `diagnose` made. */
  report(diagnostic: Diagnostic): void;
}

/** What `prefetch` may ask. All the plugins together have 30 seconds. */
export interface PrefetchContext {
  /** A value of the configuration by its path of keys. */
  config(...keys: readonly string[]): Value;
  /** A variable of the environment. */
  environment(name: string): string | undefined;
  /** Files of the source folder. */
  readonly files: SourceFiles;
  /** What git prints for these arguments in the source folder; undefined where there is no git or it refuses. */
  git(...args: readonly string[]): Promise<string | undefined>;
  /**
   * Fetches one branch of the remote `origin` through the network, for a few seconds at most, and once for all the builds
   * of a preview. Nothing but a ref of Hastie's own changes in the repository.
   */
  fetchBranch(branch: string): Promise<FetchedBranch>;
  /** Aborted when the time is up. */
  readonly signal: AbortSignal;
}

/** The ref that a branch was fetched to; where there is a `reason` it is not fetched, or it is what an earlier fetch has left. */
export interface FetchedBranch {
  readonly ref: string;
  /** In a few words: why the branch could not be fetched. */
  readonly reason?: string;
}

/** What a plugin may look at before anything of the site was read. */
export interface ConfigureContext {
  /** The versions of the gems of GitHub Pages, where the site is built as there. */
  readonly pagesGems: Readonly<Record<string, string>> | undefined;
  /** A value of the configuration by its path of keys, what plugins before this one have added included. */
  config(...keys: readonly string[]): Value;
  /** A variable of the environment. */
  environment(name: string): string | undefined;
  /** Files of the source folder. */
  readonly files: SourceFiles;
  /** The domain that the file CNAME names, in lower case. */
  domain(): string | undefined;
  /** The git repository around the source folder, as its files describe it; undefined where there is none. */
  repository(): Repository | undefined;
  /** Reports what was found or done; `setting` names the line of the configuration that it is about. */
  note(code: `${string}/${string}`, message: string, hint?: string, setting?: string): void;
  /** The same as a warning. */
  warn(code: `${string}/${string}`, message: string, hint?: string, setting?: string): void;
}

/** Jekyll's priorities of generators, from first to last. */
export type Priority = 'highest' | 'high' | 'normal' | 'low' | 'lowest';

/** A plugin in Ruby that people copy from a template. */
export interface RubyFile {
  /** The file's name: `details.rb`. */
  readonly name: string;
  /** What is in its text: `class DetailsTag`. */
  readonly defines: string;
  /** Fingerprints of its code, without comments and white space, in the versions of the template. */
  readonly known: readonly string[];
}

/**
 * A plugin. All of the hooks are optional; all but `load` and `prefetch` are synchronous. A hook that throws is reported as an
 * error of the plugin, and the other plugins run. `State` is what `createState` gives.
 */
export interface Plugin<State = unknown> {
  /** The name in `plugins:` of the configuration. */
  readonly name: string;
  /** Other names that it goes by in `plugins:`. */
  readonly aliases?: readonly string[];
  /** Files of `_plugins` whose work it does: one that is there switches it on. */
  readonly rubyFiles?: readonly RubyFile[];
  /** A setting that switches it on without `plugins:`, when it is neither false nor nil: `citations`. */
  readonly setting?: string;
  /**
   * The settings of the configuration that it reads, by their keys. Their types are checked when the plugin is there; those of
   * built-in plugins are known to every site and are in the JSON Schema.
   */
  readonly settings?: SettingTable;
  /** When it generates among the others, as in Jekyll; `normal` without it. Equal priorities keep the order of loading. */
  readonly priority?: Priority;
  /**
   * Whether its tags, filters, converters and writers look at nothing but what they are given: no file, network, time or chance
   * of their own. Then pages are kept from build to build as with built-in plugins, while what they read is as it was and the
   * code is the same: all of `_plugins`, or the file that a package is entered by.
   */
  readonly isPure?: boolean;
  /** Settings that it adds to the configuration (or puts in the place of others), before anything is read. */
  configure?(context: ConfigureContext): PluginData | undefined;
  /** Loads data or code of its own that is too heavy for every start; called once for each build of a site that has it. */
  load?(): Promise<void>;
  /**
   * What the plugin keeps from one of its hooks to the next, while a build lasts: `site.state`. Tags and filters don't see it,
   * for what they read decides whether a page is rendered again: they have `site`, `files.derive` and `kept`.
   */
  createState?(): State;
  /** Asks the world: network and git. Not called under `--safe`. What it gives is `generate`'s third argument. */
  prefetch?(context: PrefetchContext): Promise<unknown>;
  /**
   * Called for each document before any plugin generates, and for each page that a plugin makes of a file or of another
   * page, as soon as it is there. Returns front matter to add. Jekyll's hook `:post_init`.
   */
  postInit?(document: DocumentView, site: SiteView<State>, prefetched: unknown): PluginData | undefined;
  /** Adds pages and layouts, once all was read. */
  generate?(site: SiteView<State>, generation: Generation, prefetched: unknown): void;
  /** Tags, filters and methods of values for templates. */
  readonly liquid?: {
    readonly tags?: readonly TagDefinition[];
    readonly filters?: FilterTable;
    /** What `== blank` asks of a value, for gems that define `blank?`; plain Ruby has no such method. */
    isBlank?(value: Value): boolean;
  };
  /** Changes the HTML of a page as soon as it is finished; pages that are rendered later read the result as its `output`. */
  transform?(html: string, page: DocumentView, site: SiteView<State>): string;
  /** Formats that pages can be written in, besides Markdown. */
  readonly converters?: readonly Converter[];
}

/** Types a plugin where it is defined; the type of its state is that of what `createState` gives. */
export function definePlugin<State = unknown>(plugin: Plugin<State>): Plugin {
  return plugin;
}

export type { FilterTable } from '../../engines/liquid/filter.ts';
export type { TagDefinition } from '../../engines/liquid/tag.ts';
export type { Repository } from '../../files/repository.ts';
export type { SiteFiles, SourceFiles } from '../../ports/source-files.ts';
export type { BuildMoment, TimedText } from '../../ruby/time/timed-text.ts';
export type { SettingTable } from '../../settings/setting.ts';
