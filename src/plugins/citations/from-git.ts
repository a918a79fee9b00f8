/**
 * What git and the environment know of citations: the data on a branch, and the name of the repository. The network is
 * asked where the repository has no such branch: a checkout of continuous integration has one branch, one commit deep.
 */

import type { PrefetchContext } from '../../plugin/api/plugin.ts';
import { isTruthy } from '../../plugin/api/values.ts';
import { DATA_FILE, dataPath, isSwitchedOn, readSettings } from './settings.ts';

export interface GitFacts {
  readonly data?: { readonly file: string; readonly text: string };
  /** Why the branch could not be fetched. */
  readonly unfetched?: string;
  readonly repository?: string;
}

export async function fetchFromGit(context: PrefetchContext): Promise<GitFacts> {
  if (!isSwitchedOn(context.config)) return {};
  const settings = readSettings(context.config);
  const { branch } = settings;
  const asksGit = branch !== undefined && context.files.read(dataPath(settings)) === undefined;
  const [found, repository] = await Promise.all([
    asksGit ? findOnBranch(context, branch) : undefined,
    isTruthy(context.config('repository')) ? undefined : findRepository(context),
  ]);
  return { ...found, ...(repository === undefined ? {} : { repository }) };
}

/** The newer of the local and the fetched branch comes first: the fetched one. Without either it is fetched. */
async function findOnBranch(
  context: PrefetchContext,
  branch: string,
): Promise<Pick<GitFacts, 'data' | 'unfetched'>> {
  const read = async (ref: string): Promise<GitFacts['data']> => {
    const text = await context.git('show', `${ref}:${DATA_FILE}`);
    return text === undefined ? undefined : { file: `${branch}:${DATA_FILE}`, text };
  };
  const data = (await read(`refs/remotes/origin/${branch}`)) ?? (await read(`refs/heads/${branch}`));
  if (data !== undefined) return { data };
  const { ref, reason } = await context.fetchBranch(branch);
  const fetched = await read(ref);
  const unfetched = reason ?? (fetched === undefined ? `it has no ${DATA_FILE}` : undefined);
  return {
    ...(fetched === undefined ? {} : { data: fetched }),
    ...(unfetched === undefined ? {} : { unfetched }),
  };
}

/** `owner/name` as GitHub's runner gives it, else as the address of `origin` does. */
async function findRepository(context: PrefetchContext): Promise<string | undefined> {
  const given = context.environment('GITHUB_REPOSITORY') ?? context.environment('PAGES_REPO_NWO');
  if (given !== undefined && /^[\w.-]+\/[\w.-]+$/.test(given)) return given;
  const url = (await context.git('config', '--get', 'remote.origin.url'))?.trim() ?? '';
  return /github\.com[/:]([\w.-]+\/[\w.-]+?)(?:\.git)?\/?$/.exec(url)?.[1];
}
