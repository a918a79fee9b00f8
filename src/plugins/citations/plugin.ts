/** Citation counts at build: `citations: true` fills them into the pages, and `site.scholar` has them for templates. */

import { definePlugin } from '../../plugin/api.ts';
import { citationBadge, citationBadgeUrl } from './badge-tags.ts';
import { citationChart } from './chart-tag.ts';
import { citationsFilter } from './citations-filter.ts';
import { fillCounts } from './fill-counts.ts';
import { fetchFromGit } from './from-git.ts';
import { isSwitchedOn } from './settings.ts';
import { findData, stateOf } from './site-data.ts';
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
  generate(site, generation, prefetched) {
    if (!isSwitchedOn(site.config)) return;
    const state = findData(site, prefetched);
    generation.setSetting('scholar', scholarVariables(site, state));
  },
  liquid: {
    tags: [citationBadge, citationBadgeUrl, citationChart],
    filters: { citations: citationsFilter },
  },
  transform(html, page, site) {
    const data = stateOf(site.files)?.data;
    return data === undefined ? html : fillCounts(html, page, site, data);
  },
});
