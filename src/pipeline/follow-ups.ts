/** What is said of a site in which something could not be read, and may be said for that reason alone. */

import type { Diagnostic, DiagnosticCode } from '../diagnostics/diagnostic.ts';

/** Each says that something is not there, or that two things are in one place: the file with the mistake may settle it. */
const FOLLOW_UPS: ReadonlySet<DiagnosticCode> = new Set<DiagnosticCode>([
  ...(['liquid/link-missing', 'liquid/post-missing', 'liquid/undefined-variable', 'layout/missing'] as const),
  ...(['output/conflict', 'output/case-conflict', 'output/file-and-folder', 'read/no-sort-key'] as const),
]);

/** Whether a mistake may be gone once what could not be read is mended. */
export function mayFollow({ code }: Diagnostic): boolean {
  return FOLLOW_UPS.has(code);
}
