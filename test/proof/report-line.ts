/** What the process of a row reports, line by line. */

import type { Failure } from './row.ts';

export type ReportLine =
  /** At the beginning: how many attempts make the whole row. */
  | { readonly full: number }
  | { readonly number: number; readonly failure: Failure }
  /** At the end: the attempt that would come next. */
  | { readonly next: number };
