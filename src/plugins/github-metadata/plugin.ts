/**
 * jekyll-github-metadata: `site.github`, from the repository's name, the environment and git's files. Nothing is asked
 * over the network: what only GitHub's API knows (contributors, releases, the tagline) is nil or empty.
 */

import { type ConfigureContext, definePlugin } from '../../plugin/api/plugin.ts';
import { isTruthy } from '../../plugin/api/values.ts';
import { editLinkTag } from './edit-link.ts';
import { findName } from './find-name.ts';
import { describeRepository, type PagesSite } from './pages-site.ts';

export const githubMetadata = definePlugin({
  name: 'jekyll-github-metadata',
  settings: {
    github: { doc: 'Values of site.github, over those that are found from the repository.' },
  },
  liquid: { tags: [editLinkTag] },
  configure(context) {
    const found = findName(context);
    if (found === undefined) {
      // GitHub Pages has it on for every site: it is reported only to those that ask for it
      if (context.pagesGems !== undefined) return undefined;
      context.warn(
        'github/no-repository',
        'the name of the repository is unknown, so `site.github` is empty',
        'add `repository: owner/name` to `_config.yml`, or set `PAGES_REPO_NWO`',
      );
      return undefined;
    }
    const pages = describeRepository(found.name, context);
    const given = context.config('github');
    const github =
      given instanceof Map
        ? { ...pages.metadata, ...Object.fromEntries(given) }
        : isTruthy(given)
          ? given
          : pages.metadata;
    return { github, ...missingSettings(pages, context, found.origin) };
  },
});

/** Settings that the configuration lacks and GitHub Pages would set. */
function missingSettings(
  pages: PagesSite,
  context: ConfigureContext,
  origin: string,
): Record<string, string> {
  const added: Record<string, string> = {};
  if (!isTruthy(context.config('title')) && !isTruthy(context.config('name'))) added.title = pages.title;
  if (context.pagesGems !== undefined || context.environment('JEKYLL_ENV') === 'production') {
    if (!isTruthy(context.config('url'))) added.url = pages.url;
    const base = context.config('baseurl');
    if (base === undefined || base === null || base === '/') added.baseurl = pages.baseurl;
  }
  const lines = Object.entries(added).map(([key, value]) => `\`${key}: ${value === '' ? '""' : value}\``);
  if (lines.length > 0)
    context.note(
      'github/settings',
      `derived from ${origin}: ${lines.join(', ')}`,
      'add these lines to `_config.yml` to get the same site wherever it is built',
    );
  return added;
}
