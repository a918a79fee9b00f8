/** The person whose homepage it is, for the page at the root. */

import type { SiteView } from '../../plugin/api/plugin.ts';
import { isTruthy } from '../../plugin/api/values.ts';

/** Profiles by the keys of `author:`, with what completes a bare name. */
const PROFILES: readonly (readonly [key: string, prefix: string])[] = [
  ['googlescholar', 'https://scholar.google.com/citations?user='],
  ['orcid', 'https://orcid.org/'],
  ['dblp', 'https://dblp.org/pid/'],
  ['github', 'https://github.com/'],
  ['linkedin', 'https://www.linkedin.com/in/'],
  ['twitter', 'https://twitter.com/'],
  ['researchgate', 'https://www.researchgate.net/profile/'],
  ['semanticscholar', 'https://www.semanticscholar.org/author/'],
];

/** Undefined where the configuration names nobody. */
export function personOf(site: SiteView): Readonly<Record<string, unknown>> | undefined {
  const text = (key: string): string | undefined => {
    const value = site.config('author', key);
    return isTruthy(value) ? site.print(value) : undefined;
  };
  const name = text('name');
  if (name === undefined) return undefined;
  const absolute = (path: string): string => site.print(site.filter('absolute_url', path));
  const profiles = PROFILES.flatMap(([key, prefix]) => {
    const value = text(key);
    return value === undefined ? [] : [/^https?:\/\//.test(value) ? value : prefix + value];
  });
  const employer = text('employer');
  const avatar = text('avatar');
  return {
    '@context': 'https://schema.org',
    '@type': 'Person',
    name,
    url: absolute('/'),
    image: avatar === undefined ? undefined : absolute(avatar),
    description: text('bio'),
    affiliation: employer === undefined ? undefined : { '@type': 'Organization', name: employer },
    sameAs: profiles.length === 0 ? undefined : profiles,
  };
}
