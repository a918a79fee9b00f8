/** The engine's ports: includes, the clock, other engines, the site. */

import type { DiagnosticSink, Place } from '../../diagnostics/diagnostic.ts';
import type { SourceText } from '../../diagnostics/source-text.ts';
import type { Clock } from '../../ports/clock.ts';
import type { SiteFiles } from '../../ports/source-files.ts';
import type { RubyTime, Value } from '../../ruby/values.ts';
import type { TemplateSource } from './parse/source.ts';
import type { ReadSource } from './reuse/frame.ts';

/** Texts by name. The same name must give the same object while its text is the same: it is parsed once. */
export interface IncludeTable {
  get(name: string): SourceText | undefined;
  /** All names, for "did you mean". */
  names(): Iterable<string>;
}

/** The options of `{% highlight %}`. */
export interface HighlightOptions {
  readonly lineNumbers: boolean;
  /** Lines to mark, from 1. */
  readonly markLines: readonly number[];
}

/** Other engines, for the filters and the tag that are named after them. */
export interface MarkupEngines {
  markdownify?(text: string): string;
  smartify?(text: string): string;
  /** `at` is where the filter stands. */
  scssify?(text: string, at?: Place): string;
  sassify?(text: string, at?: Place): string;
  /** Code as Rouge's HTML formatters print it; plain text for a language that there is no lexer for. */
  highlight?(code: string, language: string, options: HighlightOptions): string;
}

/** What tags and filters look up in the site. */
export interface SiteLookup {
  /** A setting of the configuration (`url`, `baseurl`, `highlighter`). */
  setting(name: string): Value;
  /** The URL (without `baseurl`) of the page, document or file at a path relative to the source. */
  urlOfPath(path: string): string | undefined;
  /** All paths that `urlOfPath` knows, for "did you mean". */
  paths(): Iterable<string>;
  /** The posts in the order of `site.posts.docs`, for `post_url`. */
  posts(): Iterable<PostEntry>;
  /** The text of a layout, for tags of plugins that print through one. */
  layout?(name: string): TemplateSource | undefined;
  /** Where a key is written in the front matter of a document, by the value that templates see. */
  placeOfKey?(document: Value, key: string): Place | undefined;
  /** Files of the source folder, for tags of plugins. */
  readonly files?: SiteFiles;
}

export interface PostEntry {
  /** `_posts/2024-01-02-title.md`, `sub/_posts/2024-01-02-title.md`. */
  readonly relativePath: string;
  /** The slug as `post.slug` gives it, and the post's own date, for names that Jekyll still finds by these. */
  readonly slug: string;
  readonly date: { readonly year: number; readonly month: number; readonly day: number };
  readonly url: string;
}

/** All ports in one; given once to the engine, or to a render where a page's differ. */
export interface Host {
  readonly clock: Clock;
  /** IANA name of the site's time zone. */
  readonly timeZone: string;
  readonly includes: IncludeTable;
  /** What `include_relative` finds from the page's folder; absent where there is no page. */
  readonly relatives?: IncludeTable | undefined;
  /** Texts that tags of plugins keep from one template to the next: from a page's text to its layouts. */
  readonly kept: Map<string, string>;
  /** What `include_cached` keeps from page to page; absent, it keeps nothing beyond a page. */
  readonly cachedIncludes?: Map<string, string> | undefined;
  /** The moment behind a value that stands for the time of the build, where only its text by this format matters. */
  momentFor?(value: Value, format: string): RubyTime | undefined;
  readonly engines: MarkupEngines;
  readonly site: SiteLookup;
  /** A number from 0 up to 1, for `sample`. */
  readonly random: () => number;
  readonly report: DiagnosticSink;
  /** Records what is read of the site; absent where nothing of it changes from page to page. */
  readonly reads?: ReadSource | undefined;
}

export const noIncludes: IncludeTable = { get: () => undefined, names: () => [] };
