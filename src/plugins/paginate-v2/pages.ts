/** One template becomes the pages of its pagination. */

import type { DocumentView, Generation, LayoutView, PluginData, SiteView } from '../../plugin/api/plugin.ts';
import { deepMerge, isHash, isTruthy, type Value } from '../../plugin/api/values.ts';
import { selectDocuments } from './documents.ts';
import { type Addresses, countPages, createAddresses } from './paths.ts';
import { type Settings, toInteger } from './settings.ts';

/** What pages are made of: a page of the site, or a layout for each tag, category or collection. */
export interface Template {
  readonly data: ReadonlyMap<Value, Value>;
  /** The folder of its address. */
  readonly folder: string;
  readonly page?: DocumentView;
  readonly layout?: LayoutView | undefined;
}

/** A page of the site as a template; undefined where its front matter does not ask for pagination. */
export function templateOf(page: DocumentView): Template | undefined {
  const settings = page.get('pagination');
  if (!isHash(settings) || !isTruthy(settings.get('enabled'))) return undefined;
  const folder = page.url.endsWith('/') ? page.url : page.url.slice(0, page.url.lastIndexOf('/') + 1);
  return { data: page.data, folder, page };
}

interface MadePage {
  readonly view: DocumentView;
  readonly title: Value;
  readonly paginator: Record<string, unknown>;
}

export function addPages(
  template: Template,
  defaults: Settings,
  site: SiteView,
  generation: Generation,
): void {
  const own = template.data.get('pagination');
  const settings = isHash(own) ? deepMerge(defaults, own) : defaults;
  if (!isTruthy(settings.get('enabled'))) return;
  const documents = selectDocuments(settings, site);
  const total = countPages(documents.length, settings);
  const permalink = template.data.get('permalink');
  const first = isTruthy(permalink) ? String(permalink) : template.folder;
  const addresses = createAddresses(first.endsWith('/') ? first : `${first}/`, settings, total);
  if (template.page !== undefined) generation.removePage(template.page);
  const pages = Array.from({ length: total }, (_, at) =>
    addPage({ template, settings, documents, total, addresses, number: at + 1 }, site, generation),
  );
  setTrails(pages, settings);
  for (const { view, paginator } of pages) generation.setPaginator(view, paginator);
}

interface PageParts {
  readonly template: Template;
  readonly settings: Settings;
  readonly documents: readonly DocumentView[];
  readonly total: number;
  readonly addresses: Addresses;
  readonly number: number;
}

function addPage(parts: PageParts, site: SiteView, generation: Generation): MadePage {
  const { template, settings, documents, total, addresses, number } = parts;
  const given = isTruthy(template.data.get('title')) ? template.data.get('title') : site.config('title');
  const title =
    number > 1 && settings.has('title')
      ? site
          .print(settings.get('title'))
          .replace(':title', () => site.print(given))
          .replace(':num', String(number))
          .replace(':max', String(total))
      : given;
  const autopage = template.data.get('autopage');
  const data: PluginData = {
    ...Object.fromEntries(template.data),
    ...(isHash(autopage) ? { autopages: autopage } : {}),
    pagination_info: { curr_page: number, total_pages: total },
    ...(isTruthy(template.data.get('permalink')) ? { permalink: addresses.full(number) } : {}),
    title,
    ...(number > 1 ? { autogen: 'jekyll-paginate-v2' } : {}),
  };
  const view = generation.addPage({
    path: addresses.name,
    url: addresses.url(number),
    data,
    content: template.page ?? '',
    ...(template.page === undefined ? { origin: template.layout ?? { setting: ['autopages'] } } : {}),
  });
  const perPage = toInteger(settings.get('per_page'));
  return {
    view,
    title,
    paginator: {
      per_page: perPage,
      posts: documents.slice((number - 1) * perPage, number * perPage).map((document) => document.value),
      total_posts: documents.length,
      total_pages: total,
      page: number,
      page_path: addresses.full(number),
      previous_page: number > 1 ? number - 1 : undefined,
      previous_page_path: number > 1 ? addresses.link(number - 1) : undefined,
      next_page: number < total ? number + 1 : undefined,
      next_page_path: number < total ? addresses.link(number + 1) : undefined,
      first_page: 1,
      first_page_path: addresses.link(1),
      last_page: total,
      last_page_path: addresses.further(total),
      page_trail: undefined,
    },
  };
}

/** `paginator.page_trail`: so many pages before and after each, always the same number of them where there are enough. */
function setTrails(pages: readonly MadePage[], settings: Settings): void {
  const trail = settings.get('trail');
  const length = (key: string) => Math.max(0, toInteger(isHash(trail) ? trail.get(key) : undefined));
  const [before, after] = [length('before'), length('after')];
  if (pages.length < 2 || before + after === 0) return;
  const size = before + after + 1;
  for (const [at, page] of pages.entries()) {
    const from = Math.max(0, at - before);
    const end = Math.min(from + size, pages.length);
    const start = Math.max(0, end - from < size ? from - (size - (end - from)) : from);
    page.paginator.page_trail = pages.slice(start, end).map(({ paginator, title }) => ({
      num: paginator.page,
      path: paginator.page_path,
      title,
    }));
  }
}
