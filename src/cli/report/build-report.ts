/** What is printed of a build when it is over: its messages, why pages were rendered, the last line, the object of `--json`. */

import { type Diagnostic, hasErrors } from '../../diagnostics/diagnostic.ts';
import type { SourceText } from '../../diagnostics/source-text.ts';
import type { Rendered } from '../../graph/tasks.ts';
import type { StageTime } from '../../pipeline/build-run.ts';
import type { TemplateCost } from '../../render/templates.ts';
import type { WriteResult } from '../../write/write.ts';
import {
  type Context,
  EXIT,
  isQuiet,
  print,
  type ReportContext,
  reportDiagnostics,
  shownPath,
} from '../context.ts';
import type { Palette } from './colour.ts';
import { jsonReport } from './json-report.ts';
import { stagesText, successText, tallyOf, templatesText, troubleText } from './summary.ts';
import { whyText } from './why.ts';

/** A build as it is reported, be it a real one or one with nothing to do. */
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

/** Returns the exit status. */
export function reportBuild(
  context: ReportContext & Pick<Context, 'interrupted'>,
  report: BuildReport,
  ms: number,
): number {
  const { args, world, terminal } = context;
  reportDiagnostics(context, report.diagnostics, report.source, report.sources);
  if (context.interrupted()) {
    terminal.err('Interrupted: every file is whole, old or new.\n');
    return EXIT.interrupted;
  }
  if (args.program.get('why') === true) print(context, whyText(report.rendered, report.reused));
  if (!isQuiet(args, world)) printSummary(context, report, ms);
  if (args.program.get('json') === true) terminal.out(jsonReport(report, ms));
  return report.ok ? EXIT.ok : EXIT.failed;
}

function printSummary(context: ReportContext, report: BuildReport, ms: number): void {
  const { args, outPalette: palette, workingFolder } = context;
  if (args.overrides.get('verbose') === true) print(context, verboseText(report, palette));
  if (report.profiled) print(context, stagesText(report.stages) + templatesText(report.templates));
  const destination = shownPath(workingFolder, report.destination);
  print(context, `${resultText(report, destination, ms, palette)}\n`);
}

/** The folders, and what was written and removed. */
function verboseText({ source, destination, cacheFolder, write }: BuildReport, palette: Palette): string {
  return [
    `Source: ${source}\nDestination: ${destination}\nCache: ${cacheFolder}\n`,
    ...(write?.written ?? []).map((key) => `  ${palette.good('written')} ${key}\n`),
    ...(write?.removed ?? []).map((key) => `  ${palette.warning('removed')} ${key}\n`),
  ].join('');
}

function resultText(report: BuildReport, destination: string, ms: number, palette: Palette): string {
  const { ok, write, counts, diagnostics } = report;
  const trouble = troubleText(diagnostics, palette);
  if (ok && write !== undefined)
    return `${successText(tallyOf(counts, write), destination, ms, palette)}${trouble === '' ? '' : ` ${trouble}.`}`;
  const isUntouched = write === undefined || write.written.length + write.removed.length === 0;
  const untouched = isUntouched ? ` ${palette.strong(destination)} was left as it was.` : '';
  const why = hasErrors(diagnostics) ? '' : ' (under --strict a warning is an error)';
  return `${trouble}${why}.${untouched}`;
}
