/** Turns the compiler's errors and log into diagnostics that point into the user's files. */

import {
  sassDebug,
  sassDeprecated,
  sassMoreMessages,
  sassWarn,
} from '../../../diagnostics/catalogue/engines/sass.ts';
import { type Diagnostic, diagnose, type Place, type TrailStep } from '../../../diagnostics/diagnostic.ts';
import type { CompileListener, SheetError, Span } from '../compilers/compiler.ts';
import type { Root } from '../imports/folder-table.ts';
import { placedPath, rootPathOf } from '../imports/sheet-url.ts';
import { type Deprecations, type StylesheetJob, startOfSheet } from '../jobs.ts';

/** Finds the user's line for a compiler's: the entry's front matter was cut off before it was compiled. */
export interface Locator {
  /** Where the stylesheet itself begins; undefined for text that lies in no file. */
  readonly entry: Place | undefined;
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
      file: isEntry ? (job.file ?? file.path) : placedPath(file, roots),
      line: line + (isEntry ? job.startLine : 1),
      column: column + 1,
      ...(length === undefined || length < 2 ? {} : { length }),
    };
  };
  return {
    entry: startOfSheet(job),
    place,
    trail: (stack) =>
      (stack ?? '').split('\n').flatMap((frame): readonly TrailStep[] => {
        const [, url, line, column] = /^(\S+) (\d+):(\d+)/.exec(frame.trim()) ?? [];
        const at = place(url, Number(line) - 1, Number(column) - 1);
        return at === undefined ? [] : [{ kind: 'import', place: at }];
      }),
  };
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

export interface Complaints {
  readonly listener: CompileListener;
  diagnostics(): readonly Diagnostic[];
  deprecations(): Deprecations;
}

/** So many deprecated uses of a kind, and so many `@warn` and `@debug`, are reported singly; the rest is counted. */
const REPORTED_SINGLY = 100;

/** Listens to a compilation: `@warn` and `@debug` are passed on, deprecations counted. */
export function collectComplaints(locator: Locator, verbose: boolean): Complaints {
  const diagnostics: Diagnostic[] = [];
  const kinds: Record<string, number> = {};
  let first: Place | undefined;
  let omitted = 0;
  let said = 0;
  return {
    diagnostics: () =>
      said > REPORTED_SINGLY
        ? [
            ...diagnostics,
            diagnose(sassMoreMessages, { count: said - REPORTED_SINGLY }, { place: locator.entry }),
          ]
        : diagnostics,
    deprecations: () => ({ kinds, omitted, ...(first === undefined ? {} : { first }) }),
    listener: {
      warn(text, { deprecation: kind, span, stack }) {
        const repeated = /^(\d+) repetitive deprecation warnings? omitted/.exec(text)?.[1];
        if (repeated !== undefined) {
          omitted += Number(repeated);
          return;
        }
        if (kind === undefined) said++;
        else kinds[kind] = (kinds[kind] ?? 0) + 1;
        if (kind !== undefined) first ??= spanPlace(locator, span) ?? locator.entry;
        const count = kind === undefined ? said : verbose ? (kinds[kind] ?? 0) : Number.POSITIVE_INFINITY;
        if (count > REPORTED_SINGLY) return;
        const frames = locator.trail(stack);
        const at = { place: spanPlace(locator, span) ?? frames[0]?.place, trail: frames.slice(1) };
        diagnostics.push(
          kind === undefined
            ? diagnose(sassWarn, { text }, at)
            : diagnose(sassDeprecated, { kind, text: text.split('\n', 1)[0] ?? '' }, at),
        );
      },
      debug(text, span) {
        if (++said > REPORTED_SINGLY) return;
        diagnostics.push(diagnose(sassDebug, { text }, { place: spanPlace(locator, span) }));
      },
    },
  };
}

function spanPlace(locator: Locator, span: Span | undefined): Place | undefined {
  return span && locator.place(span.url?.toString(), span.start.line, span.start.column);
}
