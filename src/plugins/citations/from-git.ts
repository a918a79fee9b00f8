/** What git and the environment know of citations: the data on a branch, and the name of the repository. Asks no network. */

import type { PrefetchContext } from '../../plugin/api.ts';
import { isTruthy } from '../../plugin/values.ts';
import { DATA_FILE, dataPath, isSwitchedOn, readSettings } from './settings.ts';

export interface GitFacts {
  readonly data?: { readonly file: string; readonly text: string };
  readonly repository?: string;
}

export async function fetchFromGit(context: PrefetchContext): Promise<GitFacts> {
  if (!isSwitchedOn(context.config)) return {};
  const settings = readSettings(context.config);
  const { branch } = settings;
  const asksGit = branch !== undefined && context.files.read(dataPath(settings)) === undefined;
  const [data, repository] = await Promise.all([
    asksGit ? readBranch(context, branch) : undefined,
    isTruthy(context.config('repository')) ? undefined : findRepository(context),
  ]);
  return { ...(data === undefined ? {} : { data }), ...(repository === undefined ? {} : { repository }) };
}

/** The newer of the local and the fetched branch comes first: the fetched one. */
async function readBranch(context: PrefetchContext, branch: string): Promise<GitFacts['data']> {
  for (const ref of [`refs/remotes/origin/${branch}`, `refs/heads/${branch}`]) {
    const text = await context.git('show', `${ref}:${DATA_FILE}`);
    if (text !== undefined) return { file: `${branch}:${DATA_FILE}`, text };
  }
  return undefined;
}

/** `owner/name` as GitHub's runner tells it, else as the address of `origin` does. */
async function findRepository(context: PrefetchContext): Promise<string | undefined> {
  const told = context.environment('GITHUB_REPOSITORY') ?? context.environment('PAGES_REPO_NWO');
  if (told !== undefined && /^[\w.-]+\/[\w.-]+$/.test(told)) return told;
  const url = (await context.git('config', '--get', 'remote.origin.url'))?.trim() ?? '';
  return /github\.com[/:]([\w.-]+\/[\w.-]+?)(?:\.git)?\/?$/.exec(url)?.[1];
}
