/** `site.scholar`: the numbers for templates, beside what the configuration says under that key (jekyll-scholar's settings). */

import type { SiteView } from '../../plugin/api/plugin.ts';
import { isHash, isTruthy, toValue, type Value } from '../../plugin/api/values.ts';
import type { FoundCitations } from './site-data.ts';

export function scholarVariables(site: SiteView, { data, repository }: FoundCitations): Value {
  const configured = site.config('scholar');
  const variables = new Map<Value, Value>(isHash(configured) ? configured : []);
  const set = (name: string, value: unknown): void => void variables.set(name, toValue(value));
  if (repository !== undefined) {
    const useCdn = isTruthy(site.config('google_scholar_stats_use_cdn'));
    set('badge_data_url', badgeDataUrl(repository, useCdn));
  }
  if (data === undefined) return variables;
  set('id', data.id);
  set('name', data.name);
  set('citations', data.citations);
  set('citations_5y', data.citations5y);
  set('h_index', data.hIndex);
  set('h_index_5y', data.hIndex5y);
  set('i10_index', data.i10Index);
  set('i10_index_5y', data.i10Index5y);
  set(
    'per_year',
    data.perYear.map(([year, citations]) => ({ year, citations })),
  );
  const papers = new Map<Value, Value>();
  for (const [id, { title, year, citations, url }] of data.papers)
    papers.set(id, toValue({ id, title, year, citations, url }));
  set('papers', papers);
  set('updated', data.updated);
  return variables;
}

/** Where the template's badge reads its number from. */
function badgeDataUrl(repository: string, useCdn: boolean): string {
  const file = 'google-scholar-stats/gs_data_shieldsio.json';
  return useCdn
    ? `https://cdn.jsdelivr.net/gh/${repository}@${file}`
    : `https://raw.githubusercontent.com/${repository}/${file}`;
}
