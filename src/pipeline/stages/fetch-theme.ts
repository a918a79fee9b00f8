/** Gets a theme that is not on this machine yet, and notes which one it is. Does nothing for most builds. */

import { withTheme } from '../../config/theme/theme-config.ts';
import { configMessages } from '../../diagnostics/catalogue/site/config.ts';
import { themeMessages } from '../../diagnostics/catalogue/site/theme.ts';
import { DiagnosticError, diagnose } from '../../diagnostics/diagnostic.ts';
import type { Theme, WantedTheme } from '../../model/config.ts';
import { versionText } from '../../themes/describe.ts';
import { fetchTheme as fetchFromRepository } from '../../themes/fetch-theme.ts';
import { lockTheme } from '../../themes/write-lock.ts';
import type { BuildRun } from '../build-run.ts';
import type { Configured } from '../site-state.ts';
import type { BuildVariant } from '../variant.ts';

export async function fetchTheme(
  run: BuildRun,
  variant: BuildVariant,
  configured: Configured,
): Promise<Configured> {
  const { config } = configured;
  const { wantedTheme } = config;
  const theme = wantedTheme === undefined ? config.theme : await fetched(run, wantedTheme);
  if (theme?.from.kind === 'repository' && !theme.from.isLocked && variant.locksTheme) {
    const complaint = lockTheme(run.world.fs, run.world.env, config.source, theme.from);
    if (complaint !== undefined) run.report(complaint);
  }
  if (wantedTheme === undefined || theme === undefined) return configured;
  const themed = withTheme(run.fs, config, theme);
  run.reportAll(themed.diagnostics.slice(config.diagnostics.length));
  run.stopOnErrors();
  return { ...configured, config: themed };
}

async function fetched(run: BuildRun, wanted: WantedTheme): Promise<Theme | undefined> {
  const { fs, env, themes, progress } = run.world;
  try {
    const world = { fs, env, themes, progress: (text: string) => progress(text, 0, 0) };
    const { theme, isFetched } = await fetchFromRepository(world, wanted);
    if (isFetched && theme.from.kind === 'repository') {
      const { name, repository } = wanted;
      run.report(diagnose(themeMessages.fetched, { name, version: versionText(theme.from), repository }));
    }
    return theme;
  } catch (error) {
    if (!(error instanceof DiagnosticError)) throw error;
    if (wanted.isDefault) {
      run.report(diagnose(configMessages.pagesThemeMissing, { name: wanted.name }));
      return undefined;
    }
    run.reportAll(error.diagnostics);
    return run.stop();
  }
}
