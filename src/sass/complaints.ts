/** Turns what the compiler throws and logs into diagnostics that point into the user's files. */

import type * as Sass from 'sass';
import { sassDebug, sassDeprecated, sassWarn } from '../base/catalogue/sass.ts';
import { type Diagnostic, diagnose, type Place, type TrailStep } from '../base/diagnostic.ts';
import type { Root } from './folder-table.ts';
import type { Deprecations, StylesheetJob } from './jobs.ts';
import { rootPathOf, shownPath } from './sheet-url.ts';

/** Finds the user's line for a compiler's: the entry's front matter was cut off before it was compiled. */
export interface Locator {
  /** `line` and `column` count from 0. Undefined where the address stands for no file. */
  place(url: string | undefined, line: number, column: number, length?: number): Place | undefined;
  /** The places of a stack, innermost first. */
  trail(stack: string | undefined): readonly TrailStep[];
}

export function createLocator(job: StylesheetJob, roots: readonly Root[]): Locator {
  const place: Locator['place'] = (url, line, column, length) => {
    const file = url === undefined ? undefined : rootPathOf(url, roots);
    if (file === undefined) return undefined;
    const isEntry = file.root.name === 'source' && file.path === job.path;
    return {
      file: shownPath(file),
      line: line + (isEntry ? job.startLine : 1),
      column: column + 1,
      ...(length === undefined || length < 2 ? {} : { length }),
    };
  };
  return {
    place,
    trail: (stack) =>
      (stack ?? '').split('\n').flatMap((frame): readonly TrailStep[] => {
        const [, url, line, column] = /^(\S+) (\d+):(\d+)/.exec(frame.trim()) ?? [];
        const at = place(url, Number(line) - 1, Number(column) - 1);
        return at === undefined ? [] : [{ kind: 'import', place: at }];
      }),
  };
}

/** What only `sass` and `sass-embedded` errors about a stylesheet have; anything else is the compiler's own trouble. */
export type SheetError = Pick<Sass.Exception, 'sassMessage' | 'sassStack' | 'span'>;

export function isSheetError(error: unknown): error is SheetError {
  return typeof error === 'object' && error !== null && 'sassMessage' in error && 'span' in error;
}

/** Where an error lies and how it was reached. */
export function whereabouts(
  error: SheetError,
  locator: Locator,
): { readonly place: Place | undefined; readonly trail: readonly TrailStep[] } {
  const { start, end, url } = error.span;
  const length = start.line === end.line ? end.column - start.column : undefined;
  const stack = locator.trail(error.sassStack);
  const place = locator.place(url?.toString(), start.line, start.column, length) ?? stack[0]?.place;
  return { place, trail: stack.slice(1) };
}

export interface Listener {
  readonly logger: Sass.Logger;
  readonly diagnostics: Diagnostic[];
  deprecations(): Deprecations;
}

/** A kind that is met oftener than this is not told singly any more. */
const TOLD_SINGLY = 500;

/** Listens to a compilation: `@warn` and `@debug` are passed on, deprecations counted. */
export function createListener(locator: Locator, verbose: boolean): Listener {
  const diagnostics: Diagnostic[] = [];
  const kinds: Record<string, number> = {};
  let omitted = 0;
  return {
    diagnostics,
    deprecations: () => ({ kinds, omitted }),
    logger: {
      warn(text, details) {
        const repeated = /^(\d+) repetitive deprecation warnings? omitted/.exec(text)?.[1];
        if (repeated !== undefined) {
          omitted += Number(repeated);
          return;
        }
        const stack = locator.trail(details.stack);
        const place = spanPlace(locator, details.span) ?? stack[0]?.place;
        if (!details.deprecation) {
          diagnostics.push(diagnose(sassWarn, { text }, { place, trail: stack.slice(1) }));
          return;
        }
        const kind = details.deprecationType.id;
        kinds[kind] = (kinds[kind] ?? 0) + 1;
        if (!verbose || kinds[kind] > TOLD_SINGLY) return;
        const facts = { kind, text: text.split('\n', 1)[0] ?? '' };
        diagnostics.push(diagnose(sassDeprecated, facts, { place, trail: stack.slice(1) }));
      },
      debug(text, { span }) {
        diagnostics.push(diagnose(sassDebug, { text }, { place: spanPlace(locator, span) }));
      },
    },
  };
}

function spanPlace(locator: Locator, span: Sass.SourceSpan | undefined): Place | undefined {
  return span && locator.place(span.url?.toString(), span.start.line, span.start.column);
}
