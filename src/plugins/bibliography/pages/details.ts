/** A page for each entry, where the site has the layout for it (`details_layout`). */

import { formatReference, parseQuery } from '../../../plugin/api/bibtex.ts';
import { diagnose } from '../../../plugin/api/diagnostics.ts';
import type { Generation, SiteView } from '../../../plugin/api/plugin.ts';
import { isHash } from '../../../plugin/api/values.ts';
import { sortEntries } from '../arrange.ts';
import { entryValue, fieldText } from '../entry-value.ts';
import { openLibrary } from '../library.ts';
import { layoutName } from '../list.ts';
import { scholarMessages } from '../messages.ts';
import { scholarSettings } from '../settings.ts';
import { findStyle } from '../style.ts';
import { detailsPath } from './details-path.ts';

export function addDetails(site: SiteView, generation: Generation): void {
  const settings = scholarSettings(site.config('scholar'));
  if (settings.get('use_raw_bibtex_entry') !== undefined)
    site.report(diagnose(scholarMessages.rawEntry, {}), { setting: ['scholar', 'use_raw_bibtex_entry'] });
  const layout = site.layout(layoutName(settings.text('details_layout')));
  if (layout === undefined) return;
  const library = openLibrary(site.files, settings, []);
  for (const mistake of library.mistakes) site.report(mistake, { setting: ['scholar', 'bibliography'] });
  const sorting = { keys: settings.list('sort_by'), order: settings.list('order') };
  const style = findStyle(settings.text('style'), settings, {
    files: site.files,
    report: (mistake) => site.report(mistake, { setting: ['scholar', 'style'] }),
  });
  const written = new Set<string>();
  for (const entry of sortEntries(library.entries.filter(parseQuery(settings.text('query'))), sorting)) {
    const url = detailsPath(entry, settings, site.config('permalink'), site);
    // of two entries with one key the first has the page
    if (entry.key === '' || written.has(url)) continue;
    written.add(url);
    const title = entry.fields.get('title');
    const own = isHash(layout.data) ? Object.fromEntries(layout.data) : {};
    generation.addPage({
      path: `${url.replace(/^\//, '').replace(/\/$/, '/index')}`.replace(/(?:\.html)?$/, '.html'),
      url,
      content: layout,
      data: {
        ...own,
        entry: entryValue(entry, settings),
        reference: `<span id="${entry.key}">${formatReference(entry, { style, decode: settings.decode })}</span>`,
        key: entry.key,
        type: entry.type,
        ...(title === undefined ? {} : { title: fieldText('title', title, settings) }),
      },
    });
  }
}
