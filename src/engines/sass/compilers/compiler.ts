/** The interface of both Sass compilers. */

import type * as Sass from 'sass';
import type { RawMap } from '../compile/css-shape.ts';
import type { Syntax } from '../jobs.ts';

/** One of the two compilers, started. */
export interface Compiler {
  /** `sass-embedded` or `sass`. */
  readonly name: string;
  /**
   * One at a time. Rejects with a `SheetError` for a mistake in the stylesheet; with anything else when the compiler itself
   * has failed.
   */
  compile(request: CompileRequest): Promise<CompilerOutput>;
  /** Resolves when the compiler has ended. */
  end(): Promise<void>;
}

export interface CompileRequest {
  readonly text: string;
  readonly syntax: Syntax;
  /** By what errors and source maps call the text; undefined where it lies in no file. */
  readonly url: URL | undefined;
  readonly style: 'expanded' | 'compressed';
  readonly sourceMap: boolean;
  /** Every use of what is deprecated is logged, not only the first five of a kind. */
  readonly verbose: boolean;
  readonly quietDeps: boolean;
  readonly silenceDeprecations: readonly string[];
  readonly importer: Sass.Importer<'sync'>;
  readonly listener: CompileListener;
}

export interface CompilerOutput {
  readonly css: string;
  readonly sourceMap?: RawMap | undefined;
}

/** What the compiler says while it works. */
export interface CompileListener {
  /** `deprecation` is the kind of a deprecated use, undefined for `@warn` and the compiler's other warnings. */
  warn(
    text: string,
    about: { deprecation?: string | undefined; span?: Span | undefined; stack?: string | undefined },
  ): void;
  debug(text: string, span: Span | undefined): void;
}

/** A stretch of a stylesheet; lines and columns count from 0. */
export interface Span {
  readonly start: { readonly line: number; readonly column: number };
  readonly end: { readonly line: number; readonly column: number };
  readonly url?: { toString(): string } | undefined;
  readonly text: string;
}

/** What only errors about a stylesheet have; anything else that is thrown is a failure of the compiler. */
export interface SheetError {
  readonly sassMessage: string;
  /** A line for each place: address, `line:column` from 1, what it is in. */
  readonly sassStack: string;
  readonly span: Span;
}

export function isSheetError(error: unknown): error is SheetError {
  return typeof error === 'object' && error !== null && 'sassMessage' in error && 'span' in error;
}
