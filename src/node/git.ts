/** git as a process of its own. */

import { execFile } from 'node:child_process';
import type { Git, GitFetch } from '../ports/git.ts';

/** The history of a big repository with the names of its files. */
const MOST_BYTES = 512 * 1024 * 1024;

interface Answer {
  readonly output: string;
  /** What it wrote to standard error; undefined where it ended well. */
  readonly refusal?: string;
  /** The system's word for a program that could not be started. */
  readonly code?: unknown;
}

function git(
  folder: string,
  args: readonly string[],
  signal: AbortSignal,
  env: NodeJS.ProcessEnv = process.env,
): Promise<Answer> {
  return new Promise((resolve) => {
    execFile(
      'git',
      ['-c', 'core.quotepath=off', ...args],
      { cwd: folder, signal, env, maxBuffer: MOST_BYTES, encoding: 'utf8', windowsHide: true },
      (error, output, refusal) =>
        resolve(error === null ? { output } : { output, refusal, code: error.code }),
    );
  });
}

export const nodeGit: Git = async (folder, args, signal) => {
  const { output, refusal } = await git(folder, args, signal);
  return refusal === undefined ? output : undefined;
};

/** No hook, no housekeeping, no submodule, and no other ref than the one that is named: tags and configured branches neither. */
const FETCH_ALONE = [
  ...['-c', 'core.hooksPath=/dev/null', '-c', 'maintenance.auto=false', '-c', 'gc.auto=0'],
  ...[
    '-c',
    'protocol.ext.allow=never',
    'fetch',
    '--quiet',
    '--no-tags',
    '--no-prune',
    '--no-write-fetch-head',
  ],
  ...['--no-recurse-submodules', '--no-auto-maintenance', '--no-filter', '--refmap='],
];

export const nodeGitFetch: GitFetch = async (folder, { remote, branch, ref }, signal) => {
  const ask = async (...args: readonly string[]) => (await nodeGit(folder, args, signal))?.trim();
  // a whole clone must not become a shallow one
  const depth = (await ask('rev-parse', '--is-shallow-repository')) === 'true' ? ['--depth=1'] : [];
  const hasOwnSsh =
    process.env.GIT_SSH ?? process.env.GIT_SSH_COMMAND ?? (await ask('config', 'core.sshCommand'));
  const env = {
    ...process.env,
    LC_ALL: 'C',
    // nobody sits there to type a password
    GIT_TERMINAL_PROMPT: '0',
    GIT_ASKPASS: '',
    SSH_ASKPASS: '',
    GCM_INTERACTIVE: 'never',
    ...(hasOwnSsh === undefined ? { GIT_SSH_COMMAND: 'ssh -o BatchMode=yes' } : {}),
  };
  const refspec = `+refs/heads/${branch}:${ref}`;
  const { refusal, code } = await git(folder, [...FETCH_ALONE, ...depth, remote, refspec], signal, env);
  if (refusal === undefined) return undefined;
  if (code === 'ENOENT') return 'git is not installed';
  return signal.aborted ? 'no answer in time' : firstReason(refusal);
};

/** The line of git's that says most: the first one that is not a hint. Addresses may hold a password, which stays untold. */
function firstReason(refusal: string): string {
  const lines = refusal.split('\n').map((line) => line.trim());
  const line =
    lines.find((each) => /^(?:fatal|error):/.test(each)) ?? lines.find((each) => each !== '') ?? '';
  const reason = line.replace(/^(?:fatal|error): /, '').replace(/\/\/[^/@\s]*@/g, '//');
  return reason === '' ? 'git gave no reason' : reason;
}
