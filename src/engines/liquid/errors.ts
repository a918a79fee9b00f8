/** A mistake in a template, thrown to the engine's entry points, where it becomes a diagnostic with its place. */

import { type Circumstances, type Diagnostic, diagnose, type Message } from '../../diagnostics/diagnostic.ts';

/** A stretch of a template's text: UTF-16 offset and length. */
export interface Span {
  readonly offset: number;
  readonly length: number;
}

/** Thrown inside the engine alone; `parse` and `render` turn it into a `DiagnosticError`. */
export class TemplateMistake extends Error {
  readonly toDiagnostic: (at: Circumstances) => Diagnostic;
  /** Where it is; absent for the place that is being rendered. */
  readonly span: Span | undefined;
  constructor(toDiagnostic: (at: Circumstances) => Diagnostic, span?: Span) {
    super('a mistake in a template');
    this.name = 'TemplateMistake';
    this.toDiagnostic = toDiagnostic;
    this.span = span;
  }
}

/** Stops parsing or rendering with a row of the catalogue. */
export function fail<Facts>(row: Message<Facts>, facts: Facts, span?: Span): never {
  throw new TemplateMistake((at) => diagnose(row, facts, at), span);
}
