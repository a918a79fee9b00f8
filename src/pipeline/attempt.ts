/** Keeps one page's or plugin's failure from hiding those of the others. */

import { buildMessages } from '../diagnostics/catalogue/site/build.ts';
import { type Diagnostic, DiagnosticError, diagnose, type Place, placed } from '../diagnostics/diagnostic.ts';

/** Says what a failure that is no mistake of the user's comes to, by its reason. */
export type Explain = (reason: string) => Diagnostic;

/** The program itself failed. */
export const stumbled: Explain = (reason) => diagnose(buildMessages.internalError, { reason });

/**
 * Runs `step`; what it throws becomes diagnostics.
 *
 * @param placeOf the place of what has none of its own
 */
export function attempt(
  report: (diagnostic: Diagnostic) => void,
  explain: Explain,
  placeOf: () => Place | undefined,
  step: () => void,
): void {
  try {
    step();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const found = error instanceof DiagnosticError ? error.diagnostics : [explain(reason)];
    for (const diagnostic of found) report(placed(diagnostic, placeOf));
  }
}
