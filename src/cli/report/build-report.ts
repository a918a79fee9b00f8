/** What is said of a build when it is over: its messages, why pages were rendered, the last line, the object of `--json`. */

import { type Context, EXIT, isQuiet, type Speaker, say, shownPath, tell } from '../context.ts';
import type { BuildReport } from './build-result.ts';
import { jsonReport } from './json-report.ts';
import { stagesText, successText, templatesText, troubleText } from './summary.ts';
import { whyText } from './why.ts';

/** Returns the exit status. */
export function reportBuild(
  context: Speaker & Pick<Context, 'interrupted'>,
  report: BuildReport,
  ms: number,
): number {
  const { args, world, terminal } = context;
  tell(context, report.diagnostics, report.source, report.sources);
  if (context.interrupted()) {
    terminal.err('Interrupted: every file is intact, old or new.\n');
    return EXIT.interrupted;
  }
  if (args.program.get('why') === true) say(context, whyText(report.rendered, report.reused));
  if (!isQuiet(args, world)) sumUp(context, report, ms);
  if (args.program.get('json') === true) terminal.out(jsonReport(report, ms));
  return report.ok ? EXIT.ok : EXIT.failed;
}

function sumUp(context: Speaker, report: BuildReport, ms: number): void {
  const { args, outPalette: palette, workingFolder } = context;
  const { write, counts, stages } = report;
  const destination = shownPath(workingFolder, report.destination);
  if (args.overrides.get('verbose') === true) {
    say(
      context,
      `Source: ${report.source}\nDestination: ${report.destination}\nCache: ${report.cacheFolder}\n`,
    );
    for (const key of write?.written ?? []) say(context, `  ${palette.good('written')} ${key}\n`);
    for (const key of write?.removed ?? []) say(context, `  ${palette.warning('removed')} ${key}\n`);
  }
  if (report.profiled) say(context, stagesText(stages) + templatesText(report.templates));
  const trouble = troubleText(report.diagnostics, palette);
  if (report.ok && write !== undefined) {
    const tally = {
      ...counts,
      written: write.written.length,
      unchanged: write.unchanged.length,
      removed: write.removed.length,
    };
    say(context, `${successText(tally, destination, ms, palette)}${trouble === '' ? '' : ` ${trouble}.`}\n`);
  } else {
    const nothing = write === undefined || write.written.length + write.removed.length === 0;
    const untouched = nothing ? ` ${palette.strong(destination)} was left unchanged.` : '';
    const why = report.diagnostics.some(({ severity }) => severity === 'error')
      ? ''
      : ' (under `--strict`, warnings are errors)';
    say(context, `${trouble}${why}.${untouched}\n`);
  }
}
