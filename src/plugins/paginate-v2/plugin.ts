/** jekyll-paginate-v2: any page lists posts or collections in pages of its own, by category, tag or locale; as version 3.0. */

import { definePlugin, type SiteView } from '../../plugin/api/plugin.ts';
import { deepMerge, isHash, isTruthy } from '../../plugin/api/values.ts';
import { autopages } from './autopages.ts';
import { addPages, templateOf } from './pages.ts';
import { AUTOPAGES, PAGINATION, paginationTable, type Settings } from './settings.ts';

export const paginateV2 = definePlugin({
  name: 'jekyll-paginate-v2',
  priority: 'lowest',
  settings: {
    pagination: {
      type: 'hash',
      keys: paginationTable,
      doc: 'How jekyll-paginate-v2 lists documents in pages.',
      mistake: { severity: 'warning', example: 'pagination: {enabled: true}' },
    },
    autopages: {
      type: 'hash',
      keys: {
        enabled: { type: 'boolean', default: false, doc: 'Whether there are such pages.' },
        tags: { type: 'hash', doc: 'The pages of tags: layouts, title, permalink, enabled, slugify.' },
        categories: { type: 'hash', doc: 'The pages of categories, in the same way.' },
        collections: { type: 'hash', doc: 'The pages of collections, in the same way.' },
      },
      doc: 'Pages for each tag, category and collection.',
    },
  },
  generate(site, generation) {
    const settings = settingsOf('pagination', PAGINATION, site);
    const templates = autopages(settingsOf('autopages', AUTOPAGES, site), settings, site);
    if (isTruthy(site.config('paginate'))) {
      const hint = 'replace `paginate:` by `pagination:` with `enabled: true` and `per_page:`';
      site.warn(
        'paginate-v2/old-settings',
        '`paginate:` is a setting of jekyll-paginate, which this plugin replaces, and is ignored',
        hint,
        { setting: ['paginate'] },
      );
    }
    if (!isTruthy(settings.get('enabled'))) {
      for (const { data, folder, layout } of templates)
        generation.addPage({
          path: 'index.html',
          url: `${folder.replace(/\/+$/, '')}/index.html`,
          data: Object.fromEntries(data),
          content: layout ?? '',
          ...(layout === undefined ? { origin: { setting: ['autopages'] } } : {}),
        });
      return;
    }
    const pages = [...site.pages.flatMap((page) => templateOf(page) ?? []), ...templates];
    if (pages.length === 0) {
      site.warn(
        'paginate-v2/no-template',
        'pagination is enabled, but no page uses it',
        'add `pagination:` with `enabled: true` to the front matter of the page that lists the posts',
        { setting: ['pagination'] },
      );
    }
    for (const template of pages) addPages(template, settings, site, generation);
  },
});

function settingsOf(key: string, defaults: Settings, site: SiteView): Settings {
  const given = site.config(key);
  return isHash(given) ? deepMerge(defaults, given) : defaults;
}
