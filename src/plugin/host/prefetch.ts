/** Runs the asynchronous hooks of the plugins before the pure part of a build; under `safe` none asks the world. */

import { type Diagnostic, type Place, placed, type Severity } from '../../diagnostics/diagnostic.ts';
import type { Config } from '../../model/config.ts';
import type { Env } from '../../ports/env.ts';
import type { Git, GitFetch } from '../../ports/git.ts';
import { noFiles, type SourceFiles } from '../../ports/source-files.ts';
import { isHash, type Value } from '../../ruby/values.ts';
import type { FetchedBranch, Plugin } from '../api/plugin.ts';
import { failuresOf } from './failures.ts';

/** How long all of them may take together, in milliseconds. */
const LIMIT_MS = 30_000;
/** How long one fetch may take: a laptop without a network is not to wait for it. */
const FETCH_LIMIT_MS = 5_000;

/** What a build may ask of git. */
export interface GitPorts {
  readonly git: Git;
  readonly gitFetch: GitFetch;
  /** Branches that were fetched, or could not be, by builds before this one. */
  readonly fetched: Map<string, Promise<FetchedBranch>>;
}

/** What each plugin's `prefetch` gave, by name; one that fails gives nothing, with a warning. */
export async function prefetchAll(
  plugins: readonly Plugin[],
  config: Config,
  env: Env,
  { git, gitFetch, fetched: branches }: GitPorts,
  report: (diagnostic: Diagnostic) => void,
  placeOf: (plugin: string) => Place,
  files: SourceFiles = noFiles,
): Promise<ReadonlyMap<string, unknown>> {
  const fetched = new Map<string, unknown>();
  const reportFailure = (error: unknown, { name }: Plugin, hook: string, severity: Severity): void => {
    for (const found of failuresOf(error, name, hook))
      report({ ...placed(found, () => placeOf(name)), severity });
  };
  await Promise.all(
    plugins.map(async (plugin) => {
      try {
        await plugin.load?.();
      } catch (error) {
        reportFailure(error, plugin, 'load', 'error');
      }
    }),
  );
  if (config.settings.safe) return fetched;
  const fetching = plugins.filter((plugin) => plugin.prefetch !== undefined);
  if (fetching.length === 0) return fetched;
  const signal = AbortSignal.timeout(LIMIT_MS);
  const context = {
    config: (...keys: readonly string[]) =>
      keys.reduce<Value>((value, key) => (isHash(value) ? value.get(key) : undefined), config.values),
    environment: (name: string) => env.get(name),
    files,
    git: async (...args: readonly string[]) => await git(config.source, args, signal),
    fetchBranch: (branch: string) => {
      const fetched = branches.get(branch) ?? fetchBranch(gitFetch, config.source, branch);
      branches.set(branch, fetched);
      return fetched;
    },
    signal,
  };
  await Promise.all(
    fetching.map(async (plugin) => {
      try {
        fetched.set(plugin.name, await Promise.race([plugin.prefetch?.(context), aborted(context.signal)]));
      } catch (error) {
        reportFailure(error, plugin, 'prefetch', 'warning');
      }
    }),
  );
  return fetched;
}

async function fetchBranch(gitFetch: GitFetch, folder: string, branch: string): Promise<FetchedBranch> {
  const ref = `refs/hastie/${branch}`;
  const signal = AbortSignal.timeout(FETCH_LIMIT_MS);
  const reason = await gitFetch(folder, { remote: 'origin', branch, ref }, signal);
  if (reason === undefined) return { ref };
  return { ref, reason: signal.aborted ? `no answer within ${FETCH_LIMIT_MS / 1000} seconds` : reason };
}

/** Fails when the time is up, whatever the plugin does with its signal. */
function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(new Error(`no answer within ${LIMIT_MS / 1000} seconds`)));
  });
}
