/** The name of the repository, `owner/name`, and where it was found. */

import type { ConfigureContext } from '../../plugin/api.ts';

export interface FoundName {
  readonly name: string;
  readonly origin: string;
}

/** In GitHub's order: the environment, the setting, the remote `origin`. */
export function findName(context: ConfigureContext): FoundName | undefined {
  for (const variable of ['PAGES_REPO_NWO', 'GITHUB_REPOSITORY']) {
    const named = context.environment(variable);
    // the second is of GitHub Actions: there `repository:` counts more, as it may be a fork's
    if (variable === 'GITHUB_REPOSITORY' && fromSetting(context) !== undefined) break;
    if (named?.includes('/')) return { name: named, origin: variable };
  }
  const setting = fromSetting(context);
  if (setting !== undefined) return { name: setting, origin: '`repository:`' };
  const address = context.repository()?.remotes.get('origin') ?? '';
  const host = context.environment('PAGES_GITHUB_HOSTNAME') ?? 'github.com';
  const at = address.indexOf(host);
  const match = /^[:/]([\w-]+)\/([\w.-]+?)(?:\.git)?\/?$/.exec(at < 0 ? '' : address.slice(at + host.length));
  return match === null ? undefined : { name: `${match[1]}/${match[2]}`, origin: 'the git remote origin' };
}

function fromSetting(context: ConfigureContext): string | undefined {
  const setting = context.config('repository');
  return typeof setting === 'string' && setting.includes('/') ? setting : undefined;
}
