/** `hastie theme list|update|vendor`: which theme the site uses, its newest version, a copy of it in the site. */

import { isWithin } from '../../base/paths.ts';
import { loadConfig } from '../../config/load-config.ts';
import { themeMessages } from '../../diagnostics/catalogue/site/theme.ts';
import { type Diagnostic, DiagnosticError, diagnose, hasErrors } from '../../diagnostics/diagnostic.ts';
import type { Config, Theme, WantedTheme } from '../../model/config.ts';
import { themeText, versionText, wantedText } from '../../themes/describe.ts';
import { type FetchWorld, fetchAgain, fetchTheme } from '../../themes/fetch-theme.ts';
import { vendorFolder, vendorTheme } from '../../themes/vendor.ts';
import { lockTheme } from '../../themes/write-lock.ts';
import { type Context, EXIT, isQuiet, print, reportDiagnostics } from '../context.ts';
import { jsonFailure, jsonTheme } from '../report/json-report.ts';
import { createProgress } from '../report/progress.ts';
import { count } from '../report/summary.ts';

/** What an action comes to: what it prints, and the theme as it is now. */
interface Outcome {
  readonly text: string;
  readonly theme: Theme | WantedTheme | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** Returns the exit status. */
export async function runTheme(context: Context): Promise<number> {
  const { args, world, terminal, workingFolder } = context;
  const config = loadConfig(world.fs, world.env, { workingFolder, overrides: args.overrides }, world.plugins);
  const outcome = hasErrors(config.diagnostics)
    ? { text: '', theme: undefined, diagnostics: config.diagnostics }
    : await act(context, config);
  const diagnostics = [...args.remarks, ...outcome.diagnostics];
  const failed = hasErrors(diagnostics);
  reportDiagnostics(context, diagnostics, config.source);
  if (args.program.get('json') === true)
    terminal.out(failed ? jsonFailure(diagnostics) : jsonTheme(outcome.theme, diagnostics, config.source));
  if (!failed && !isQuiet(args, world)) print(context, outcome.text);
  return failed ? EXIT.failed : EXIT.ok;
}

async function act(context: Context, config: Config): Promise<Outcome> {
  const { args, world, terminal } = context;
  const theme = config.theme ?? config.wantedTheme;
  const name = args.secondOperand;
  if (theme !== undefined && name !== undefined && name !== nameOf(theme))
    return refused(diagnose(themeMessages.otherTheme, { name, used: nameOf(theme) }));
  if (args.operand === 'list') return list(config);
  if (theme === undefined) return refused(diagnose(themeMessages.noTheme, {}));
  const progress = createProgress(terminal, world.clock);
  const { fs, env, themes } = world;
  const fetching: FetchWorld = { fs, env, themes, progress: (text) => progress.step(text, 0, 0) };
  try {
    return args.operand === 'update'
      ? await update(context, config, fetching)
      : await vendor(context, config, fetching);
  } catch (error) {
    if (error instanceof DiagnosticError) return { text: '', theme, diagnostics: error.diagnostics };
    throw error;
  } finally {
    progress.end();
  }
}

function list({ theme, wantedTheme }: Config): Outcome {
  const text =
    theme !== undefined
      ? themeText(theme)
      : wantedTheme !== undefined
        ? wantedText(wantedTheme)
        : 'The site uses no theme';
  return { text: `${text}\n`, theme: theme ?? wantedTheme, diagnostics: [] };
}

/** Fetches what the site asks for, whatever the lock file and the cache say. */
async function update({ world }: Context, config: Config, fetching: FetchWorld): Promise<Outcome> {
  const before = demandOf(config);
  if (before === undefined)
    return refused(diagnose(themeMessages.notFromRepository, { name: config.theme?.name ?? '' }));
  const theme = await fetchAgain(fetching, { ...before, ref: before.asked, locked: undefined });
  const { from } = theme;
  if (from.kind !== 'repository') return { text: '', theme, diagnostics: [] };
  const complaint = lockTheme(world.fs, world.env, config.source, from);
  const { locked } = before;
  const now = versionText(from);
  const text =
    locked === undefined
      ? `Locked ${from.name} at ${now}.\n`
      : locked.digest === from.digest
        ? `${from.name} is up to date: ${now}.\n`
        : `Updated ${from.name} from ${versionText(locked)} to ${now}.\n`;
  return { text, theme, diagnostics: complaint === undefined ? [] : [complaint] };
}

/** The theme out of a repository as the site asks for it. */
function demandOf({ theme, wantedTheme }: Config): WantedTheme | undefined {
  if (wantedTheme !== undefined) return wantedTheme;
  if (theme?.from.kind !== 'repository') return undefined;
  const { from } = theme;
  return { ...from, isDefault: false, locked: from.isLocked ? from : undefined, place: undefined };
}

async function vendor({ world }: Context, config: Config, fetching: FetchWorld): Promise<Outcome> {
  const theme =
    config.wantedTheme === undefined ? config.theme : (await fetchTheme(fetching, config.wantedTheme)).theme;
  if (theme === undefined) return refused(diagnose(themeMessages.noTheme, {}));
  if (isWithin(config.source, theme.root) && theme.from.kind === 'folder')
    return { text: `The theme is in the site already: ${themeText(theme)}.\n`, theme, diagnostics: [] };
  const folder = vendorFolder(theme);
  if (world.fs.linkStat(`${config.source}/${folder}`) !== undefined)
    return refused(diagnose(themeMessages.vendored, { folder }));
  const files = vendorTheme(world.fs, config, theme);
  const isRemote = theme.from.kind === 'repository' && theme.from.as === 'remote';
  const text = `Copied ${count(files, 'file')} to ${folder}. Now write \`theme: ./${folder}\` in _config.yml${isRemote ? ', and remove `remote_theme`' : ''}.\n`;
  return { text, theme, diagnostics: [] };
}

function nameOf(theme: Theme | WantedTheme): string {
  return 'from' in theme && theme.from.kind === 'repository' ? theme.from.name : theme.name;
}

function refused(diagnostic: Diagnostic): Outcome {
  return { text: '', theme: undefined, diagnostics: [diagnostic] };
}
