/** `hastie stats`: refreshes the citation counts of the site and reports the result. */

import { loadConfig } from '../../config/load-config.ts';
import { hasErrors } from '../../diagnostics/diagnostic.ts';
import type { Http } from '../../ports/http.ts';
import { refreshStats, type StatsResult } from '../../stats/refresh.ts';
import { type Context, EXIT, isQuiet, print, reportDiagnostics, shownPath } from '../context.ts';
import { jsonFailure, jsonStats } from '../report/json-report.ts';
import { count } from '../report/summary.ts';
import { VERSION } from './version.ts';

export interface StatsPorts {
  readonly http: Http;
  readonly pause: (ms: number) => Promise<void>;
}

/** Returns the exit status: no new numbers are no failure, as long as it could be tried. */
export async function runStats(context: Context, ports: StatsPorts): Promise<number> {
  const { args, world, terminal, workingFolder } = context;
  const overrides = new Map(args.overrides);
  const from = takeText(overrides, 'from');
  const author = takeText(overrides, 'author');
  const config = loadConfig(world.fs, world.env, { workingFolder, overrides }, world.plugins);
  const json = args.program.get('json') === true;
  if (hasErrors(config.diagnostics)) {
    reportDiagnostics(context, config.diagnostics, config.source);
    if (json) terminal.out(jsonFailure(config.diagnostics));
    return EXIT.failed;
  }
  const result = await refreshStats(
    {
      fs: world.fs,
      clock: world.clock,
      env: world.env,
      http: ports.http,
      pause: ports.pause,
      userAgent: `hastie/${VERSION} (refreshes the citation counts of one homepage)`,
    },
    config,
    { force: args.program.get('force') === true, sources: from?.split(','), author },
  );
  reportDiagnostics(context, [...args.remarks, ...result.diagnostics], config.source);
  if (!isQuiet(args, world)) print(context, summary(context, result));
  if (json) terminal.out(jsonStats(result, config.source));
  return result.ok ? EXIT.ok : EXIT.failed;
}

function takeText(overrides: Map<string, string | number | boolean>, key: string): string | undefined {
  const value = overrides.get(key);
  overrides.delete(key);
  return typeof value === 'string' ? value : undefined;
}

function summary(
  { outPalette: palette, workingFolder }: Context,
  { ok, stale, from, data, written }: StatsResult,
): string {
  if (!ok) return '';
  const numbers =
    data === undefined
      ? 'no citation counts'
      : `${count(data.citations ?? 0, 'citation')} of ${count(data.papers.size, 'paper')}`;
  if (stale) return `Nothing was written; the site still shows ${numbers}.\n`;
  const files = written.map((path) => shownPath(workingFolder, path)).join(' and ');
  return `${palette.good('Fetched')} ${numbers} from ${from}: ${files} written.\n`;
}
