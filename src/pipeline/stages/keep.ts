/** Keeps what the next build is to know, if every file of the destination is there. */

import type { BuildRun } from '../build-run.ts';
import type { Written } from '../build-state.ts';
import type { BuildVariant } from '../variant.ts';

export function keep(variant: BuildVariant, run: BuildRun, build: Written): Written {
  const { written, unchanged, diagnostics } = build.write;
  const isWhole = written.length + unchanged.length === build.outputs.length;
  if (isWhole && diagnostics.length === 0) variant.keep(run, build);
  return build;
}
