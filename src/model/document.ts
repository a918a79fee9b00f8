/** One type for everything that is rendered: pages, posts and documents of collections. */

import { baseName, extensionOf, type SourcePath, type Url } from '../base/paths.ts';
import type { RubyHash, RubyTime, Value } from '../ruby/values.ts';

export type DocumentKind = 'page' | 'post' | 'collection';

/** The text below the front matter. */
export interface Body {
  readonly text: string;
  /** The line of the file on which the body begins (1 where there is no front matter), so that later errors point into the file. */
  readonly startLine: number;
  /** The file that it was written in, where that is not the document's own (a page of a pagination has its template's text). */
  readonly file?: string;
}

/**
 * What a page goes back to that a plugin made: a file (with the key of its front matter that asks for the page), or a setting
 * by its path of keys.
 */
export type Origin =
  | { readonly file: string; readonly key?: string | undefined }
  | { readonly setting: readonly (string | number)[] };

/** What the place of a document in a file of the site is found by. */
export type PlacedDocument = { readonly path: string } & Pick<Document, 'origin' | 'generatedBy'>;

/** A file with front matter, as it was read; the differences between Jekyll's Page and Document live in `render/payload.ts`. */
export interface Document {
  readonly kind: DocumentKind;
  /** Unique in a build: the source path, or what the generator that made the page calls it. */
  readonly id: string;
  /** Relative to the source folder (`_pages/about.md`, `_posts/2020-01-02-x.md`); for generated pages the path that Jekyll's generator gives them. */
  readonly path: SourcePath;
  /** The path as templates see it: that of a collection's document leaves `collections_dir` out. */
  readonly relativePath: string;
  /** The label of the collection (`posts` for posts); absent for pages. */
  readonly collection?: string;
  /** The front matter alone, without defaults, in the file's order. */
  readonly frontMatter: RubyHash;
  /** Front matter merged over the front-matter defaults, as templates see it. */
  readonly data: RubyHash;
  readonly body: Body;
  /** The body as it was read, where a plugin has changed it since. */
  readonly bodyAsRead?: Body;
  /** The document's own date (front matter, else file name); absent for pages without one. */
  readonly date?: RubyTime;
  /** The part of the file's name that titles and URLs are made of. */
  readonly slug: string;
  readonly draft: boolean;
  /** With its dot: `.md`. */
  readonly extension: string;
  /** When the file was last written, milliseconds since the epoch; absent for generated pages. */
  readonly modifiedMs?: number;
  /** The name of the plugin that made it; absent for what was read from a file. */
  readonly generatedBy?: string;
  /** What messages about such a page name; without it, where the site asks for the plugin. */
  readonly origin?: Origin;
  /** No warning when another document has its address. */
  readonly mayCollide?: boolean;
  /** What templates see of a generated page over its front matter and what every page has. */
  readonly variables?: RubyHash;
  /** The address of a generated page that has one whatever its path and permalink say. */
  readonly url?: Url;
  /** The file that it was read from; absent for generated pages. */
  readonly absolutePath?: string;
  /** Set where its front matter is broken: Jekyll then leaves a document without title, slug and excerpt. */
  readonly broken?: boolean;
}

/** The file's name with its extension (`page.name`). */
export function fileName(document: Pick<Document, 'path'>): string {
  return baseName(document.path);
}

/** The last segment of a path without its extension, as Ruby's `File.basename(path, '.*')` gives it. */
export function stem(path: string): string {
  const name = baseName(path);
  return name.slice(0, name.length - extensionOf(name).length);
}

/**
 * What Ruby's `document.data[key]` gives, which decides about layouts and permalinks: an empty `layout:` in the front
 * matter of a page takes the default's away, although templates still see the default in `page.layout`.
 */
export function settingOf(document: Document, key: string): Value {
  if (document.kind === 'page' && document.frontMatter.has(key)) return document.frontMatter.get(key);
  return document.data.get(key);
}
