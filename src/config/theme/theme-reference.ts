/** A theme in a repository, as `remote_theme:`, a Gemfile or a lock file names it. */

/** Every part is safe to be put into an address or a path. */
export interface ThemeReference {
  /** `https://github.com/owner/name`. */
  readonly repository: string;
  /** A branch, tag or commit; `HEAD` where none was named. */
  readonly ref: string;
}

const OWNER = '[a-z0-9-]+';
const NAME = '[a-z0-9._-]+';
const REF = '[a-z0-9._/+-]+';
const SHORT = new RegExp(`^(${OWNER})/(${NAME}?)(?:\\.git)?(?:@(${REF}))?$`, 'i');
const ADDRESS = new RegExp(
  `^(https?)://([a-z0-9.-]+(?::\\d+)?)/(${OWNER})/(${NAME}?)(?:\\.git)?/?(?:@(${REF}))?$`,
  'i',
);

/**
 * What jekyll-remote-theme reads: `owner/name`, `owner/name@ref`, or the same behind the address of a GitHub host. Undefined for
 * anything else, and for a host that is not among `hosts`.
 */
export function readReference(text: string, hosts: readonly string[]): ThemeReference | undefined {
  const [, shortOwner, shortName, shortRef] = SHORT.exec(text) ?? [];
  if (shortOwner !== undefined) return reference('https://github.com', shortOwner, shortName, shortRef);
  const [, scheme, host, owner, name, ref] = ADDRESS.exec(text) ?? [];
  if (host === undefined || !hosts.includes(host.toLowerCase())) return undefined;
  return reference(`${scheme?.toLowerCase()}://${host.toLowerCase()}`, owner, name, ref);
}

/** The repository of a gem that a Gemfile takes from git, over HTTP or SSH. */
export function readGitAddress(
  address: string,
  ref: string | undefined,
  hosts: readonly string[],
): ThemeReference | undefined {
  const overHttp = address
    .replace(/^(?:ssh|git):\/\/(?:git@)?/, 'https://')
    .replace(/^git@([^:/]+):/, 'https://$1/');
  return readReference(ref === undefined ? overHttp : `${overHttp.replace(/\/$/, '')}@${ref}`, hosts);
}

function reference(
  origin: string,
  owner: string | undefined,
  name: string | undefined,
  ref = 'HEAD',
): ThemeReference | undefined {
  const isUsable = [owner, name, ...ref.split('/')].every(
    (part) => part !== undefined && part !== '' && !/^\.+$/.test(part),
  );
  return isUsable && !ref.includes('..') ? { repository: `${origin}/${owner}/${name}`, ref } : undefined;
}

/** The last part of a repository's address. */
export function repositoryName({ repository }: Pick<ThemeReference, 'repository'>): string {
  return repository.slice(repository.lastIndexOf('/') + 1);
}
