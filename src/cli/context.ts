/** What every command is given: its arguments, the world, and where its output goes. */

import { expandPath, isWithin } from '../base/paths.ts';
import type { ResultCache } from '../cache/disk-cache.ts';
import { type Diagnostic, distinct } from '../diagnostics/diagnostic.ts';
import type { SourceText } from '../diagnostics/source-text.ts';
import type { World } from '../pipeline/world.ts';
import type { Arguments } from './parse-arguments.ts';
import { annotationText } from './report/annotations.ts';
import { createPalette, type Palette, wantsColour } from './report/colour.ts';
import { reportText } from './report/report.ts';
import type { Terminal } from './terminal.ts';

/** What it takes to print and to report diagnostics. */
export interface ReportContext {
  readonly args: Arguments;
  readonly world: Pick<World, 'env'>;
  readonly terminal: Terminal;
  /** The colours of stderr. */
  readonly palette: Palette;
  /** The colours of what `print` prints. */
  readonly outPalette: Palette;
  /** Absolute: where the command runs. */
  readonly workingFolder: string;
}

export interface Context extends ReportContext {
  readonly world: World;
  /** What builds keep for one another. */
  readonly cache: ResultCache;
  /** Whether the user asked the program to end while files were being written. */
  readonly interrupted: () => boolean;
}

/** The colours of stderr and of `print`, each by whether it goes to a terminal. */
export function createPalettes(
  { program }: Arguments,
  { env }: Pick<World, 'env'>,
  { interactive, outInteractive }: Terminal,
): Pick<ReportContext, 'palette' | 'outPalette'> {
  const flag = program.get('color');
  const isJson = program.get('json') === true;
  return {
    palette: createPalette(wantsColour(env, interactive, flag)),
    outPalette: createPalette(wantsColour(env, isJson ? interactive : outInteractive, flag)),
  };
}

/** The exit statuses of the program. */
export const EXIT = { ok: 0, failed: 1, usage: 2, interrupted: 130 } as const;

/** Prints a line of a summary to stdout; under `--json`, where stdout holds one object and nothing else, to stderr. */
export function print({ args, terminal }: Pick<ReportContext, 'args' | 'terminal'>, text: string): void {
  if (args.program.get('json') === true) terminal.err(text);
  else terminal.out(text);
}

/** Prints `diagnostics` to stderr, and for GitHub Actions once more in its own form; `-q` leaves the errors alone. */
export function reportDiagnostics(
  { args, world, terminal, palette, workingFolder }: ReportContext,
  diagnostics: readonly Diagnostic[],
  source = workingFolder,
  sources: (file: string) => SourceText | undefined = () => undefined,
): void {
  const strict = args.program.get('strict') === true;
  const reported = diagnostics.filter(
    ({ severity }) => !isQuiet(args, world) || severity === 'error' || (strict && severity === 'warning'),
  );
  const path = (from: string) => (file: string) => shownPath(from, expandPath(file, source));
  // Under `--strict` warnings stop a build; for `doctor` they are the result.
  const isFull = strict || args.command === 'doctor';
  const fullFrom = args.overrides.get('verbose') === true ? 'info' : isFull ? 'warning' : 'error';
  terminal.err(reportText(reported, { palette, source, sources, path: path(workingFolder), fullFrom }));
  if (world.env.get('GITHUB_ACTIONS') === 'true') {
    terminal.err(
      annotationText(distinct(reported), path(world.env.get('GITHUB_WORKSPACE') ?? workingFolder)),
    );
  }
}

/** `-q`, or Jekyll's variable for the same. */
export function isQuiet({ overrides }: Arguments, { env }: Pick<World, 'env'>): boolean {
  const level = env.get('JEKYLL_LOG_LEVEL');
  return overrides.get('quiet') === true || level === 'warn' || level === 'error';
}

/** An absolute path as it is shown to someone who is in `folder`: relative where it lies below. */
export function shownPath(folder: string, path: string): string {
  return path !== folder && isWithin(folder, path)
    ? path.slice(folder.endsWith('/') ? folder.length : folder.length + 1)
    : path;
}

/** The stack of `error` under `--trace`; empty without it. */
export function traceText({ args }: ReportContext, error: unknown): string {
  return args.program.get('trace') === true && error instanceof Error ? `${error.stack}\n` : '';
}
