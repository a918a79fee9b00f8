/** All that was read from the source folder, before anything is made of it. */

import type { SourcePath } from '../base/paths.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { SourceText } from '../diagnostics/source-text.ts';
import type { RubyHash, Value } from '../ruby/values.ts';
import type { Document } from './document.ts';

/** `defaults:` of the configuration. `type` is `pages` or the label of a collection; static files outside of one have none. */
export interface FrontMatterDefaults {
  /** All defaults for a file, merged. */
  all(path: string, type: string | undefined): RubyHash;
  /** The default of one key as Jekyll finds it where front matter lacks it: that of the set with precedence, nothing merged. */
  find(path: string, type: string | undefined, key: string): Value;
}

/** A file that is copied as it is. */
export interface StaticFile {
  /** Relative to the source (or theme) folder, `/` between segments. */
  readonly path: SourcePath;
  /** The path as templates see it, without its leading slash: that of a collection's file leaves `collections_dir` out. */
  readonly relativePath: string;
  /** The absolute path that its bytes are read from. */
  readonly absolutePath: string;
  readonly size: number;
  readonly modifiedMs: number;
  /** When anything about it was last changed (`FileStat.ctimeMs`). */
  readonly changedMs: number;
  /** The label of the collection whose folder it lies in. */
  readonly collection?: string;
  /** What front-matter defaults give it. */
  readonly data: RubyHash;
  /** Unix permission bits that are kept on copying. */
  readonly mode?: number;
}

/** A file of `_layouts`, of the site or its theme. */
export interface Layout {
  /** The name that front matter calls it by: the path below `_layouts` without extension. */
  readonly name: string;
  /** Relative to the source (`_layouts/default.html`). */
  readonly path: string;
  readonly data: RubyHash;
  readonly body: { readonly text: string; readonly startLine: number };
}

/** A collection as the configuration describes it, with what lies in its folder. */
export interface Collection {
  readonly label: string;
  /** `_posts`: below `collections_dir`. */
  readonly relativeDirectory: string;
  /** Its folder relative to the source: `collections_dir` and `relativeDirectory`. */
  readonly directory: string;
  readonly output: boolean;
  /** The settings under `collections.<label>`. */
  readonly metadata: RubyHash;
  /** In the order in which Jekyll reads them; sorting is the site's. */
  readonly documents: readonly Document[];
  readonly files: readonly StaticFile[];
}

export interface Inventory {
  /** Absolute, links resolved. */
  readonly source: string;
  /** In Jekyll's order of reading. */
  readonly pages: readonly Document[];
  /** By label, in the order of the configuration, `posts` among them. */
  readonly collections: ReadonlyMap<string, Collection>;
  readonly staticFiles: readonly StaticFile[];
  /** By name. */
  readonly layouts: ReadonlyMap<string, Layout>;
  /** By the name that an include tag uses (`author.html`, `seo/meta.html`). */
  readonly includes: ReadonlyMap<string, SourceText>;
  /** Why the others below `_includes` are not there (no text, no permission): to be said when one of them is included. */
  readonly unreadableIncludes?: ReadonlyMap<string, readonly Diagnostic[]>;
  /** `site.data`. */
  readonly data: RubyHash;
  /** Front-matter defaults, for pages that generators add. */
  readonly defaults?: FrontMatterDefaults;
  readonly diagnostics: readonly Diagnostic[];
}
