/** What GitHub Pages makes of a repository: its address, and `site.github`. */

import type { ConfigureContext } from '../../plugin/api/plugin.ts';

export interface PagesSite {
  /** The name of the project; for the page of a user or an organisation, the owner's. */
  readonly title: string;
  /** The address without a path. */
  readonly url: string;
  readonly baseurl: string;
  /** `site.github`, keys in the order of the alphabet. */
  readonly metadata: Readonly<Record<string, unknown>>;
}

export function describeRepository(fullName: string, context: ConfigureContext): PagesSite {
  const variable = (names: readonly string[], fallback: string) =>
    (
      names.map((name) => context.environment(name)).find((value) => value !== undefined && value !== '') ??
      fallback
    ).replace(/\/$/, '');
  const environment = variable(['PAGES_ENV', 'JEKYLL_ENV'], 'development');
  const [owner = '', name = ''] = [fullName.split('/')[0], fullName.split('/').at(-1)];
  const hostname = variable(['PAGES_GITHUB_HOSTNAME', 'GITHUB_HOSTNAME'], 'github.com');
  const pagesHostname = variable(['PAGES_PAGES_HOSTNAME', 'PAGES_HOSTNAME'], 'github.io');
  const home = `${owner}.${pagesHostname}`.toLowerCase();
  const isUserPage = [home, `${owner}.github.com`.toLowerCase()].includes(name.toLowerCase());
  const domain = context.domain();
  const url = `https://${domain ?? home}`;
  const baseurl = domain !== undefined || isUserPage ? '' : `/${name}`;
  const ownerUrl = `https://${hostname}/${owner}`;
  const repositoryUrl = `${ownerUrl}/${name}`;
  const repository = context.repository();
  const branch = repository?.branch ?? (isUserPage ? 'master' : 'gh-pages');
  return {
    title: isUserPage ? owner : name,
    url,
    baseurl,
    metadata: {
      api_url: variable(['PAGES_API_URL', 'API_URL'], 'https://api.github.com'),
      archived: undefined,
      baseurl,
      build_revision: context.environment('JEKYLL_BUILD_REVISION') ?? repository?.revision ?? '',
      clone_url: `${repositoryUrl}.git`,
      contributors: [],
      disabled: undefined,
      environment,
      help_url: variable(['PAGES_HELP_URL', 'HELP_URL'], 'https://docs.github.com'),
      hostname,
      is_project_page: !isUserPage,
      is_user_page: isUserPage,
      issues_url: `${repositoryUrl}/issues`,
      language: undefined,
      latest_release: undefined,
      license: undefined,
      organization_members: [],
      owner: { login: owner, html_url: ownerUrl, avatar_url: `${ownerUrl}.png` },
      owner_display_name: undefined,
      owner_gravatar_url: `${ownerUrl}.png`,
      owner_name: owner,
      owner_url: ownerUrl,
      pages_env: environment,
      pages_hostname: pagesHostname,
      private: undefined,
      project_tagline: undefined,
      project_title: name,
      public_repositories: [],
      releases: [],
      releases_url: `${repositoryUrl}/releases`,
      repository_name: name,
      repository_nwo: fullName,
      repository_url: repositoryUrl,
      show_downloads: undefined,
      source: { branch, path: `/${repository?.folder ?? ''}` },
      tar_url: `${repositoryUrl}/tarball/${branch}`,
      url: `${url}${baseurl}`,
      versions: context.pagesGems ?? {},
      wiki_url: `${repositoryUrl}/wiki`,
      zip_url: `${repositoryUrl}/zipball/${branch}`,
    },
  };
}
