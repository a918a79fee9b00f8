/** What rendering asks of the Liquid engine; `build/liquid-templates.ts` makes it of ours. */

import type { Place } from '../diagnostics/diagnostic.ts';
import type { SourceText } from '../diagnostics/source-text.ts';
import type { Rendering } from '../engines/liquid/engine.ts';
import type { Value } from '../ruby/values.ts';
import type { Globals } from './payload.ts';

export interface TemplateText extends SourceText {
  /** The line of the file on which the text begins. */
  readonly startLine: number;
  /** Where all that is wrong in a text is that no file holds. */
  readonly at?: (() => Place) | undefined;
}

/** What rendering a file's Liquid took over a whole build. */
export interface TemplateCost {
  readonly file: string;
  readonly count: number;
  /** Characters written. */
  readonly size: number;
  readonly ms: number;
}

export interface Templates {
  /** Renders a text with the variables of a document. Throws `DiagnosticError` where Jekyll aborts. */
  render(template: TemplateText, globals: Globals): Rendering;
  /** Calls a filter by its name. */
  filter(name: string, input: Value, args: readonly Value[]): Value;
  /** What `{{ value }}` prints. */
  print(value: Value): string;
  /** Whether a tag of this name needs an end tag. */
  isBlock(tag: string): boolean;
  /** The dearest first; what includes and other pages took counts where they were used. */
  costs(): readonly TemplateCost[];
}
