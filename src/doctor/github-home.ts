/** Where GitHub Pages would serve the site: from CNAME, `repository:` and git's remote. */

import { domainOfCname } from '../files/cname.ts';
import type { Repository } from '../files/repository.ts';
import type { BuiltSite } from './built-site.ts';

export interface GithubHome {
  readonly repository: string;
  readonly url: string;
  readonly host: string;
  readonly baseurl: string;
}

/** Undefined where the repository is not known. */
export function guessHome(site: Pick<BuiltSite, 'config' | 'repository' | 'files'>): GithubHome | undefined {
  const setting = site.config.settings.repository;
  const repository =
    remoteName(site.repository) ??
    (typeof setting === 'string' && setting.includes('/') ? setting : undefined);
  const [owner, name] = repository?.split('/') ?? [];
  if (repository === undefined || owner === undefined || name === undefined) return undefined;
  const domain = cnameOf(site);
  const host = domain ?? `${owner}.github.io`.toLowerCase();
  const isRoot = domain !== undefined || name.toLowerCase() === host;
  return { repository, url: `https://${host}`, host, baseurl: isRoot ? '' : `/${name}` };
}

/** The domain that the file CNAME names. */
export function cnameOf({ files }: Pick<BuiltSite, 'files'>): string | undefined {
  return domainOfCname(files.read('CNAME'));
}

/** `owner/name` of the remote `origin` at GitHub. */
export function remoteName(repository: Repository | undefined): string | undefined {
  const address = repository?.remotes.get('origin') ?? '';
  const found = /github\.com[:/]([\w-]+)\/([\w.-]+?)(?:\.git)?\/?$/.exec(address);
  return found === null ? undefined : `${found[1]}/${found[2]}`;
}
