/** What goes in and out of a compilation: plain data, because it crosses from the main thread to the worker and back. */

import type { Diagnostic, Place } from '../../diagnostics/diagnostic.ts';
import type { SassSettings } from './settings.ts';

export type Syntax = 'scss' | 'sass';

/** A stylesheet of the site, its Liquid rendered. */
export interface StylesheetJob {
  /** Relative to the source (`assets/css/main.scss`); undefined for the text of a `scssify` or `sassify` filter. */
  readonly path?: string;
  /** The file that it was read from, where that is another one: a theme's. As places name it. */
  readonly file?: string | undefined;
  readonly text: string;
  readonly syntax: Syntax;
  /** The line of the file on which `text` begins, 1 where there was no front matter. */
  readonly startLine: number;
}

/** The first line of a stylesheet below its front matter; undefined for text that lies in no file. */
export function startOfSheet({ path, file = path, startLine }: StylesheetJob): Place | undefined {
  return file === undefined ? undefined : { file, line: startLine, column: 1 };
}

/** Everything about the site that a compilation depends on. */
export interface SassSite {
  /** Absolute, links resolved. */
  readonly source: string;
  /** The folder that holds the theme's `_sass`; absolute, links resolved. */
  readonly theme?: string;
  readonly settings: SassSettings;
}

/** What a compilation read, so that its result can be validated. Paths name their root: `source/_sass/_a.scss`. */
export interface Reads {
  /** Path and fingerprint of the text. */
  readonly files: readonly (readonly [path: string, fingerprint: string])[];
  /** Place, name, whether for `@import`, and the files that answered. */
  readonly lookups: readonly (readonly [
    place: string,
    name: string,
    fromImport: boolean,
    found: readonly string[],
  ])[];
}

/**
 * How often each kind of deprecated use was met; `omitted` are further ones that the compiler counted without their
 * kind.
 */
export interface Deprecations {
  readonly kinds: Readonly<Record<string, number>>;
  readonly omitted: number;
  /** The place of the first; undefined where there is none. */
  readonly first?: Place | undefined;
}

export interface Compiled {
  /** Undefined where the stylesheet has an error. */
  readonly css?: string;
  /** The text of the source map; undefined where none is asked for. */
  readonly map?: string;
  readonly diagnostics: readonly Diagnostic[];
  readonly deprecations: Deprecations;
  readonly reads: Reads;
}

/** From the main thread to the worker. The first message is a `setup`, which starts the compiler before there is a job. */
export type ToWorker =
  | { readonly kind: 'setup'; readonly site: SassSite }
  | { readonly kind: 'compile'; readonly id: number; readonly job: StylesheetJob }
  /** Files may have changed: drop what was listed and read. */
  | { readonly kind: 'refresh' };

/** From the worker to the main thread. */
export type FromWorker =
  /** Job `id` has begun, or has reached an import. */
  | { readonly kind: 'reached'; readonly id: number; readonly file: string | undefined }
  | { readonly kind: 'done'; readonly id: number; readonly compiled: Compiled }
  /** The compiler can't be loaded, or crashed. */
  | { readonly kind: 'broken'; readonly compiler: string; readonly reason: string };
