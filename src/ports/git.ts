/** The ports to git: what a command of it prints, without any network; and the one thing that does ask the network. */

/** What `git <args>` prints in a folder; undefined where there is no git, or it ends with an error. */
export type Git = (
  folder: string,
  args: readonly string[],
  signal: AbortSignal,
) => Promise<string | undefined>;

/** Of a world without git. */
export const noGit: Git = () => Promise.resolve(undefined);

export interface BranchToFetch {
  /** The name of a remote. */
  readonly remote: string;
  /** Of the remote, without `refs/heads/`. */
  readonly branch: string;
  /** The full name of the local ref that is to point to it. */
  readonly ref: string;
}

/** Fetches one branch, and changes nothing of a repository but that ref; undefined when done, else in a few words why not. */
export type GitFetch = (
  folder: string,
  branch: BranchToFetch,
  signal: AbortSignal,
) => Promise<string | undefined>;

/** Of a world without a network. */
export const noGitFetch: GitFetch = () => Promise.resolve('the network is not used');
