/** Gives mistakes that are thrown while a template is rendered their place, and the way to it. */

import { liquidMessages } from '../../diagnostics/catalogue/engines/liquid.ts';
import {
  type Circumstances,
  type Diagnostic,
  DiagnosticError,
  type Place,
  type TrailStep,
} from '../../diagnostics/diagnostic.ts';
import type { RenderContext } from './context.ts';
import { fail, type Span, TemplateMistake } from './errors.ts';
import { whereabouts } from './parse/source.ts';

/** The file of an expression that stands in no template. */
export const NO_FILE = '';

/** Its diagnostics have the whole way to them, through all nested renders. */
class LocatedError extends DiagnosticError {}

/** Runs `step`; mistakes become a `DiagnosticError`; so do V8's limits of text and stack. */
export function locateMistakes<T>(context: RenderContext, step: () => T): T {
  try {
    return step();
  } catch (error) {
    throw new DiagnosticError(diagnosticsOf(error, context));
  }
}

/** The same of a render inside another one, whose own place then is not that of the mistakes. */
export function locateNested<T>(context: RenderContext, step: () => T): T {
  try {
    return step();
  } catch (error) {
    throw new LocatedError(diagnosticsOf(error, context));
  }
}

/** Runs `step`; what is wrong in it is at another place, where one is known: a date that a tag prints. */
export function locateAt<T>(context: RenderContext, placeOf: () => Place | undefined, step: () => T): T {
  try {
    return step();
  } catch (error) {
    const isMistake = error instanceof TemplateMistake || error instanceof DiagnosticError;
    const place = isMistake && !(error instanceof LocatedError) ? placeOf() : undefined;
    if (place === undefined) throw error;
    const { place: here } = hereIn(context);
    const way: readonly TrailStep[] = here === undefined ? [] : [{ kind: 'call', place: here }];
    throw new LocatedError(
      diagnosticsOf(error, context).map((found) => ({
        ...found,
        place,
        trail: [...way, ...(found.trail ?? [])],
      })),
    );
  }
}

/** Where the context is: the tag or filter that is being rendered, or another place in it. */
export function hereIn(
  { source, standIn, here }: RenderContext,
  span?: Span,
): Pick<Circumstances, 'place' | 'templateLine'> {
  return source.file === NO_FILE ? {} : whereabouts(source, standIn ?? span ?? here);
}

function diagnosticsOf(error: unknown, context: RenderContext): readonly Diagnostic[] {
  if (error instanceof LocatedError) return error.diagnostics;
  const { trail } = context;
  if (error instanceof DiagnosticError) {
    const { place } = hereIn(context);
    return error.diagnostics.map((found) => ({
      ...(place === undefined ? {} : { place }),
      ...found,
      ...(trail.length === 0 ? {} : { trail: [...(found.trail ?? []), ...trail] }),
    }));
  }
  const mistake = error instanceof TemplateMistake ? error : limitOf(error, context);
  return [mistake.toDiagnostic({ ...hereIn(context, mistake.span), trail })];
}

/** V8's limits: the length of a string, the depth of the stack. */
function limitOf(error: unknown, context: RenderContext): TemplateMistake {
  if (!(error instanceof RangeError)) throw error;
  try {
    if (/string length/i.test(error.message))
      fail(liquidMessages.limit, { where: 'the page', what: 'produces', limit: '512 MB of text' });
    if (/regular expression|regexp/i.test(error.message))
      fail(liquidMessages.limit, { where: 'a filter', what: 'searches', limit: 'fits into memory' });
    return fail(liquidMessages.tooDeep, { depth: context.limits.depth });
  } catch (mistake) {
    if (mistake instanceof TemplateMistake) return mistake;
    throw mistake;
  }
}
