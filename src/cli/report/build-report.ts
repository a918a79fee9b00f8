/** What is printed of a build when it is over: its messages, why pages were rendered, the last line, the object of `--json`. */

import { hasErrors } from '../../diagnostics/diagnostic.ts';
import {
  type Context,
  EXIT,
  isQuiet,
  print,
  type ReportContext,
  reportDiagnostics,
  shownPath,
} from '../context.ts';
import type { BuildReport } from './build-result.ts';
import type { Palette } from './colour.ts';
import { jsonReport } from './json-report.ts';
import { stagesText, successText, tallyOf, templatesText, troubleText } from './summary.ts';
import { whyText } from './why.ts';

/** Returns the exit status. */
export function reportBuild(
  context: ReportContext & Pick<Context, 'interrupted'>,
  report: BuildReport,
  ms: number,
): number {
  const { args, world, terminal } = context;
  reportDiagnostics(context, report.diagnostics, report.source, report.sources);
  if (context.interrupted()) {
    terminal.err('Interrupted: every file is intact, old or new.\n');
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
  const untouched = isUntouched ? ` ${palette.strong(destination)} was left unchanged.` : '';
  const why = hasErrors(diagnostics) ? '' : ' (under `--strict`, warnings are errors)';
  return `${trouble}${why}.${untouched}`;
}
