/** Citation counts at build: `citations: true` fills them into the pages, and `site.scholar` has them for templates. */

import { definePlugin } from '../../plugin/api/plugin.ts';
import type { ScholarData } from '../../plugin/api/scholar.ts';
import { citationBadge, citationBadgeUrl } from './badge-tags.ts';
import { citationChart } from './chart-tag.ts';
import { citationsFilter } from './citations-filter.ts';
import { fillCounts } from './fill-counts.ts';
import { fetchFromGit } from './from-git.ts';
import { isSwitchedOn } from './settings.ts';
import { findData } from './site-data.ts';
import { scholarVariables } from './variables.ts';

export const citations = definePlugin({
  name: 'citations',
  setting: 'citations',
  settings: {
    google_scholar_stats_use_cdn: {
      type: 'boolean',
      doc: 'Lets pages read the citation data through jsDelivr instead of straight from GitHub.',
    },
  },
  prefetch: fetchFromGit,
  /** What `transform` writes into the pages. */
  createState: (): { data: ScholarData | undefined } => ({ data: undefined }),
  generate(site, generation, prefetched) {
    if (!isSwitchedOn(site.config)) return;
    const found = findData(site, prefetched);
    site.state.data = found.data;
    generation.setSetting('scholar', scholarVariables(site, found));
  },
  liquid: {
    tags: [citationBadge, citationBadgeUrl, citationChart],
    filters: { citations: citationsFilter },
  },
  transform(html, page, site) {
    const { data } = site.state;
    return data === undefined ? html : fillCounts(html, page, site, data);
  },
});
