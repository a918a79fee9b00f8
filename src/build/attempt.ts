/** Keeps one page's or plugin's failure from hiding those of the others. */

import { buildMessages } from '../base/catalogue/build.ts';
import { type Diagnostic, DiagnosticError, diagnose } from '../base/diagnostic.ts';

/**
 * Runs `step`; what it throws becomes diagnostics.
 * @param subject the file (or plugin) that a failure of the program itself is told with
 */
export function attempt(report: (diagnostic: Diagnostic) => void, subject: string, step: () => void): void {
  try {
    step();
  } catch (error) {
    if (error instanceof DiagnosticError) {
      for (const diagnostic of error.diagnostics) report(diagnostic);
      return;
    }
    const reason = error instanceof Error ? error.message : String(error);
    report(diagnose(buildMessages.stumbled, { reason }, { place: { file: subject, line: 1, column: 1 } }));
  }
}
