/** The result of a build as the report shows it. */

import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { SourceText } from '../../diagnostics/source-text.ts';
import type { Rendered } from '../../graph/tasks.ts';
import type { StageTime } from '../../pipeline/build-run.ts';
import type { TemplateCost } from '../../render/templates.ts';
import type { WriteResult } from '../../write/write.ts';

/** Of a build, be it a real one or one with nothing to do. */
export interface BuildReport {
  readonly ok: boolean;
  readonly source: string;
  readonly destination: string;
  readonly cacheFolder: string;
  readonly counts: { readonly pages: number; readonly documents: number; readonly staticFiles: number };
  readonly diagnostics: readonly Diagnostic[];
  /** Undefined where nothing was written. */
  readonly write?: Pick<WriteResult, 'written' | 'unchanged' | 'removed'> | undefined;
  readonly stages: readonly StageTime[];
  readonly templates: readonly TemplateCost[];
  readonly rendered: readonly Rendered[];
  readonly reused: number;
  readonly profiled: boolean;
  readonly sources: (file: string) => SourceText | undefined;
}
