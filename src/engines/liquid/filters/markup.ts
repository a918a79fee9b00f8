/** Filters that call another engine, and Jekyll's slugs. */

import { liquidMessages } from '../../../diagnostics/catalogue/engines/liquid.ts';
import { DiagnosticError } from '../../../diagnostics/diagnostic.ts';
import { shown, toText } from '../../../ruby/print.ts';
import { slugify } from '../../../ruby/slugify.ts';
import { isNil, type Value } from '../../../ruby/values.ts';
import type { RenderContext } from '../context.ts';
import { fail } from '../errors.ts';
import { type FilterTable, filter } from '../filter.ts';
import type { MarkupEngines } from '../host.ts';
import { hereIn } from '../locate-mistakes.ts';

type EngineName = 'markdownify' | 'smartify' | 'scssify' | 'sassify';

export const markupFilters: FilterTable = {
  markdownify: filter(0, 0, (input, _, context) => convert('markdownify', input, context)),
  smartify: filter(0, 0, (input, _, context) => convert('smartify', input, context)),
  scssify: filter(0, 0, (input, _, context) => convert('scssify', input, context)),
  sassify: filter(0, 0, (input, _, context) => convert('sassify', input, context)),
  slugify: filter(0, 1, (input, [mode]) => {
    if (isNil(input)) return null;
    if (typeof input === 'string') return slugify(input, isNil(mode) ? 'default' : toText(mode));
    return fail(liquidMessages.filterInput, {
      filter: 'slugify',
      problem: `needs text, but got ${shown(input)}`,
      advice: 'convert it to text first with `| append: ""`',
    });
  }),
};

/** A mistake in another file, a partial stylesheet, with the way to it. */
function leadingHere({ diagnostics }: DiagnosticError, context: RenderContext): DiagnosticError {
  const { place } = hereIn(context);
  if (place === undefined) return new DiagnosticError(diagnostics);
  return new DiagnosticError(
    diagnostics.map((found) =>
      found.place === undefined
        ? found
        : { ...found, trail: [...(found.trail ?? []), { kind: 'import', place }] },
    ),
  );
}

function convert(name: EngineName, input: Value, context: RenderContext): string {
  const { engines }: { engines: MarkupEngines } = context.host;
  if (engines[name] === undefined) return fail(liquidMessages.noEngine, { filter: name });
  try {
    const text = toText(input);
    if (name === 'markdownify' || name === 'smartify') return engines[name](text);
    return engines[name](text, hereIn(context).place);
  } catch (error) {
    if (error instanceof DiagnosticError) throw leadingHere(error, context);
    if (!(error instanceof Error)) throw error;
    return fail(liquidMessages.markupFailed, { filter: name, reason: error.message.split('\n', 1)[0] ?? '' });
  }
}
