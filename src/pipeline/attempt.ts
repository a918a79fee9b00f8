/** Keeps one page's or plugin's failure from hiding those of the others. */

import { buildMessages } from '../diagnostics/catalogue/site/build.ts';
import { type Diagnostic, DiagnosticError, diagnose } from '../diagnostics/diagnostic.ts';

/** Says what a failure that is no mistake of the user's comes to, by its reason. */
export type Explain = (reason: string) => Diagnostic;

/** The program itself stumbled over a file. */
export const stumbledOver =
  (file: string): Explain =>
  (reason) =>
    diagnose(buildMessages.internalError, { reason }, { place: { file, line: 1, column: 1 } });

/** Runs `step`; what it throws becomes diagnostics. */
export function attempt(report: (diagnostic: Diagnostic) => void, explain: Explain, step: () => void): void {
  try {
    step();
  } catch (error) {
    if (error instanceof DiagnosticError) {
      for (const diagnostic of error.diagnostics) report(diagnostic);
      return;
    }
    const reason = error instanceof Error ? error.message : String(error);
    report(explain(reason));
  }
}
