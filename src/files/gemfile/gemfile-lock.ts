/** What Bundler has resolved: the versions of a `Gemfile.lock`, and the commits of the gems that come from git. */

export interface LockedGem {
  readonly version: string;
  /** Of a section `GIT`. */
  readonly git?: { readonly address: string; readonly commit: string };
}

/** By the names of the gems. Never throws: lines of another form are passed over. */
export function readGemfileLock(text: string): ReadonlyMap<string, LockedGem> {
  const gems = new Map<string, LockedGem>();
  let section = '';
  let remote = '';
  let revision = '';
  for (const line of text.split(/\r?\n/)) {
    if (/^[A-Z]/.test(line)) [section, remote, revision] = [line.trim(), '', ''];
    const [, field, value = ''] = /^ {2}(remote|revision): (\S+)\s*$/.exec(line) ?? [];
    if (field === 'remote') remote = value;
    if (field === 'revision') revision = value;
    // a gem stands four spaces in, what it depends on six
    const [, name, version] = /^ {4}([\w.-]+) \(([\w.]+)(?:-[\w-]+)?\)\s*$/.exec(line) ?? [];
    if (name === undefined || version === undefined || gems.has(name)) continue;
    const isGit = section === 'GIT' && /^[\da-f]{40}$/.test(revision);
    gems.set(name, { version, ...(isGit ? { git: { address: remote, commit: revision } } : {}) });
  }
  return gems;
}
