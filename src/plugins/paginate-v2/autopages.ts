/** Pages for each tag, category and collection, made of layouts. */

import type { SiteView } from '../../plugin/api/plugin.ts';
import { deepMerge, elements, isHash, isTruthy, toHash, type Value } from '../../plugin/api/values.ts';
import { indexTerms } from './documents.ts';
import type { Template } from './pages.ts';
import type { Settings } from './settings.ts';

/** What is called how: the setting, the placeholder in titles and permalinks, the key of the pagination. */
const KINDS = [
  { setting: 'tags', placeholder: ':tag', filter: 'tag' },
  { setting: 'categories', placeholder: ':cat', filter: 'category' },
  { setting: 'collections', placeholder: ':coll', filter: 'collection' },
] as const;

type Kind = (typeof KINDS)[number];

export function autopages(autopage: Settings, pagination: Settings, site: SiteView): Template[] {
  if (!isTruthy(autopage.get('enabled'))) return [];
  return KINDS.flatMap((kind) => {
    const settings = autopage.get(kind.setting);
    if (!isHash(settings) || !isTruthy(settings.get('enabled'))) return [];
    return [...termsOf(kind, site)].flatMap(([term, shown]) =>
      elements(settings.get('layouts')).map((layout) =>
        makeTemplate({ kind, term, shown, file: String(layout), settings, pagination }, site),
      ),
    );
  });
}

/** All terms in the order in which documents bring them up, with the spelling of the first. */
function termsOf(kind: Kind, site: SiteView): ReadonlyMap<string, string> {
  const all = new Map<string, string>();
  for (const document of site.documents) {
    if (document.data.has('pagination')) continue;
    const value = kind.setting === 'collections' ? document.collection : document.get(kind.setting);
    for (const [term, shown] of indexTerms(value)) if (!all.has(term)) all.set(term, shown);
  }
  return all;
}

interface Autopage {
  readonly kind: Kind;
  readonly term: string;
  readonly shown: string;
  /** The file of the layout. */
  readonly file: string;
  readonly settings: Settings;
  readonly pagination: Settings;
}

function makeTemplate(page: Autopage, site: SiteView): Template {
  const name = page.file.replace(/(?<=.)\.[^./]*$/, '');
  const layout = site.layout(name);
  const data = layout?.data ?? new Map<Value, Value>();
  const own = data.get('autopages');
  const settings = isHash(own) ? deepMerge(page.settings, own) : page.settings;
  const given = data.get('pagination');
  const pagination = new Map(isHash(given) ? deepMerge(page.pagination, given) : page.pagination);
  pagination.set(page.kind.filter, page.term);
  const term = slugOf(page.term, settings.get('slugify'), site);
  const fill = (text: Value) => String(text ?? '').replace(page.kind.placeholder, () => term);
  const permalink = fill(settings.get('permalink'));
  return {
    data: new Map<Value, Value>([
      ...data,
      ['permalink', permalink],
      ['layout', name.slice(name.lastIndexOf('/') + 1)],
      ['title', fill(settings.get('title'))],
      ['pagination', pagination],
      ['autopage', toHash({ layout_path: `_layouts/${page.file}`, display_name: page.shown })],
    ]),
    folder: permalink,
    layout,
  };
}

/** The mode `none` leaves all but the case. */
function slugOf(term: string, settings: Value, site: SiteView): string {
  const mode = isHash(settings) ? settings.get('mode') : undefined;
  const cased = isHash(settings) && isTruthy(settings.get('cased'));
  if (mode === 'none') return cased ? term : term.toLowerCase();
  return site.print(site.filter('slugify', term, isTruthy(mode) ? mode : 'default'));
}
