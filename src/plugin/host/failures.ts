/** What a plugin's failure in a hook comes to. */

import { buildMessages } from '../../diagnostics/catalogue/site/build.ts';
import { type Diagnostic, DiagnosticError, diagnose } from '../../diagnostics/diagnostic.ts';

/** The diagnostics that it carries, else one that says that the plugin failed. */
export function failuresOf(error: unknown, name: string, hook: string): readonly Diagnostic[] {
  if (error instanceof DiagnosticError) return error.diagnostics;
  const reason = error instanceof Error ? error.message : String(error);
  return [diagnose(buildMessages.pluginFailed, { name, hook, reason })];
}
