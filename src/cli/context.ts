/** What every command is given: the words typed, the world, and where its own words go. */

import type { Diagnostic } from '../base/diagnostic.ts';
import { expandPath, isWithin } from '../base/paths.ts';
import type { SourceText } from '../base/source-text.ts';
import type { World } from '../build/build-site.ts';
import { annotationText } from './annotations.ts';
import type { Palette } from './colour.ts';
import type { Arguments } from './parse-arguments.ts';
import { reportText } from './report.ts';
import type { Terminal } from './terminal.ts';

/** What it takes to say something. */
export interface Speaker {
  readonly args: Arguments;
  readonly world: Pick<World, 'env'>;
  readonly terminal: Terminal;
  readonly palette: Palette;
  /** Absolute: where the command runs. */
  readonly workingFolder: string;
}

export interface Context extends Speaker {
  readonly world: World;
  /** Whether the user asked the program to end while files were being written. */
  readonly interrupted: () => boolean;
}

/** The exit statuses of the program. */
export const EXIT = { ok: 0, failed: 1, usage: 2, interrupted: 130 } as const;

/** Prints `diagnostics` to stderr, and for GitHub Actions once more in its own form; `-q` leaves the errors alone. */
export function tell(
  { args, world, terminal, palette, workingFolder }: Speaker,
  diagnostics: readonly Diagnostic[],
  source = workingFolder,
  sources: (file: string) => SourceText | undefined = () => undefined,
): void {
  const strict = args.program.get('strict') === true;
  const heard = diagnostics.filter(
    ({ severity }) => !isQuiet(args, world) || severity === 'error' || (strict && severity === 'warning'),
  );
  const path = (from: string) => (file: string) => shownPath(from, expandPath(file, source));
  terminal.err(reportText(heard, { palette, source, sources, path: path(workingFolder) }));
  if (world.env.get('GITHUB_ACTIONS') === 'true') {
    terminal.err(annotationText(heard, path(world.env.get('GITHUB_WORKSPACE') ?? workingFolder)));
  }
}

/** `-q`, or Jekyll's variable for the same. */
export function isQuiet({ overrides }: Arguments, { env }: Pick<World, 'env'>): boolean {
  const level = env.get('JEKYLL_LOG_LEVEL');
  return overrides.get('quiet') === true || level === 'warn' || level === 'error';
}

/** An absolute path as it is told to someone who is in `folder`. */
export function shownPath(folder: string, path: string): string {
  return path !== folder && isWithin(folder, path)
    ? path.slice(folder.endsWith('/') ? folder.length : folder.length + 1)
    : path;
}

/** Where in the program `error` came up, under `--trace`; empty without it. */
export function traceText({ args }: Speaker, error: unknown): string {
  return args.program.get('trace') === true && error instanceof Error ? `${error.stack}\n` : '';
}
