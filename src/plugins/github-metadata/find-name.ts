/** The name of the repository, `owner/name`, and where it was found. */

import type { ConfigureContext } from '../../plugin/api/plugin.ts';

export interface FoundName {
  readonly name: string;
  readonly origin: string;
}

/** In GitHub's order: the environment, the setting, GitHub Actions' own variable, the remote `origin`. */
export function findName(context: ConfigureContext): FoundName | undefined {
  const candidates = [
    { origin: 'PAGES_REPO_NWO', name: context.environment('PAGES_REPO_NWO') },
    { origin: '`repository:`', name: fromSetting(context) },
    { origin: 'GITHUB_REPOSITORY', name: context.environment('GITHUB_REPOSITORY') },
    { origin: 'the git remote origin', name: fromRemote(context) },
  ];
  for (const { origin, name } of candidates) if (name?.includes('/')) return { origin, name };
  return undefined;
}

function fromRemote(context: ConfigureContext): string | undefined {
  const address = context.repository()?.remotes.get('origin') ?? '';
  const host = context.environment('PAGES_GITHUB_HOSTNAME') ?? 'github.com';
  const at = address.indexOf(host);
  return /^[:/]([\w-]+\/[\w.-]+?)(?:\.git)?\/?$/.exec(at < 0 ? '' : address.slice(at + host.length))?.[1];
}

function fromSetting(context: ConfigureContext): string | undefined {
  const setting = context.config('repository');
  return typeof setting === 'string' ? setting : undefined;
}
