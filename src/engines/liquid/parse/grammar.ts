/** The two grammars: the strict one first, and the lax one with a warning where it fails, as `error_mode` says. */

import { liquidMessages } from '../../../diagnostics/catalogue/engines/liquid.ts';
import { type Diagnostic, diagnose, type Place } from '../../../diagnostics/diagnostic.ts';
import type { LiquidDialect } from '../dialect.ts';
import { fail, type Span } from '../errors.ts';
import { GrammarMistake } from '../expression/lexer.ts';
import type { FilterDefinition } from '../filter.ts';
import { placeOf, type TemplateSource } from './source.ts';

export type ErrorMode = 'lax' | 'warn' | 'strict';

/** What the compilers of expressions need to know of the template and the engine. */
export interface Grammar {
  readonly source: TemplateSource;
  readonly dialect: LiquidDialect;
  readonly mode: ErrorMode;
  readonly strictFilters: boolean;
  readonly filters: ReadonlyMap<string, FilterDefinition>;
  readonly warnings: Diagnostic[];
  /** The unknown filters that these warn of. */
  readonly warnedOf: Set<string>;
  /** Called for an unknown tag, which is then left out; absent, an unknown tag is a mistake. */
  readonly onUnknownTag?: (name: string, place: Place, nearest: string | undefined) => void;
}

/** A name is suggested for the first mistakes of a template, which nobody reads all of. */
export const MOST_SUGGESTIONS = 100;

/** A piece of a tag or an output with its place in the template. */
export interface Markup {
  readonly text: string;
  readonly offset: number;
}

/** Reads a markup by `strict`, else by `lax`; `used` says what the lax reading makes of it. */
export function readMarkup<T>(
  grammar: Grammar,
  markup: Markup,
  strict: () => T,
  lax: () => T,
  used?: (result: T) => string | undefined,
): T {
  if (grammar.mode === 'lax') return lax();
  try {
    return strict();
  } catch (mistake) {
    if (!(mistake instanceof GrammarMistake)) throw mistake;
    const span: Span = { offset: markup.offset + mistake.at, length: mistake.length };
    const facts = { markup: oneLine(markup.text), reason: mistake.reason, used: undefined };
    if (grammar.mode === 'strict')
      return fail({ ...liquidMessages.malformed, severity: 'error' }, facts, span);
    const result = lax();
    grammar.warnings.push(
      diagnose(
        liquidMessages.malformed,
        { ...facts, used: used?.(result) },
        { place: placeOf(grammar.source, span) },
      ),
    );
    return result;
  }
}

export function oneLine(markup: string): string {
  const line = markup.trim().replace(/\s+/g, ' ');
  return line.length > 60 ? `${line.slice(0, 57)}…` : line;
}
