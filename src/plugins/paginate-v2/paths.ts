/** The addresses of a pagination's pages. */

import { type Settings, toInteger } from './settings.ts';

/** How the pages of one pagination are addressed. */
export interface Addresses {
  /** The whole address of a page, with the name of its file. */
  full(page: number): string;
  /** As links call it: without the file's name unless `indexpage` is set. */
  link(page: number): string;
  /** The same by the pattern of further pages, for the first page, too (`last_page_path`). */
  further(page: number): string;
  /** The name of the file of the first page, as the gem has it: `.html` without `indexpage`. */
  readonly name: string;
  /** The address that is written to. */
  url(page: number): string;
}

/** @param first the address of the template's folder, with a slash at its end */
export function createAddresses(first: string, settings: Settings, total: number): Addresses {
  const given = settings.get('indexpage');
  const index = given === undefined || given === null ? '' : (String(given).split('.')[0] ?? '');
  const suffix = settings.get('extension');
  const extension =
    suffix === undefined || suffix === null
      ? ''
      : String(suffix).startsWith('.')
        ? String(suffix)
        : `.${suffix}`;
  const later = `${first.replace(/\/+$/, '')}/${String(settings.get('permalink')).replace(/^\/+/, '')}`;
  const numbered = (url: string, page: number) =>
    url.replace(':num', String(page)).replace(':max', String(total));
  const whole = (url: string, name: string, ending: string) => {
    if (url.endsWith('/')) return url + name + ending;
    return url.includes('.') ? url : url + name;
  };
  const template = (page: number) => (page === 1 ? first : later);
  const full = (page: number) =>
    numbered(whole(template(page), index || 'index', extension || '.html'), page);
  const short = (url: string, page: number) =>
    numbered(index === '' ? url : whole(url, index, extension), page);
  return {
    full,
    link: (page) => short(template(page), page),
    further: (page) => short(later, page),
    name: index + extension,
    url(page) {
      const path = full(page);
      return path.endsWith(extension) ? path : path + extension;
    },
  };
}

/** How many pages so many documents make. */
export function countPages(documents: number, settings: Settings): number {
  const perPage = toInteger(settings.get('per_page'));
  const pages = perPage > 0 ? Math.ceil(documents / perPage) : 1;
  const limit = toInteger(settings.get('limit'));
  return Math.max(1, limit > 0 && limit < pages ? limit : pages);
}
