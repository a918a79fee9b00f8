/** The port to git: what a command of it prints, without any network. */

/** What `git <args>` prints in a folder; undefined where there is no git, or it ends with an error. */
export type Git = (
  folder: string,
  args: readonly string[],
  signal: AbortSignal,
) => Promise<string | undefined>;
