/** jekyll-paginate: the posts in pages of `paginate` each, after the `index.html` that lies deepest on the way to `paginate_path`. */

import { type DocumentView, definePlugin, type GeneratedPage, type SiteView } from '../plugin/api/plugin.ts';
import { isTruthy, type Value } from '../plugin/api/values.ts';

export const paginate = definePlugin({
  name: 'jekyll-paginate',
  priority: 'lowest',
  generate(site, generation) {
    const setting = site.config('paginate');
    if (setting === undefined || setting === null || site.pages.length === 0) return;
    const template = findTemplate(site);
    if (template === undefined) {
      const message = 'pagination is enabled, but there is no `index.html` to use as its template';
      site.warn(
        'paginate/no-template',
        message,
        'create an `index.html`, or remove `paginate:` from `_config.yml`',
        { setting: ['paginate'] },
      );
      return;
    }
    const posts = site.posts.filter((post) => !isTruthy(post.get('hidden')));
    const perPage = Number.parseInt(String(setting), 10);
    const total = perPage > 0 ? Math.ceil(posts.length / perPage) : 0;
    const furtherPage = readAgain(template, site);
    for (let number = 1; number <= total; number++) {
      const page =
        number === 1
          ? template
          : generation.addPage({
              path: `${pathOfPage(number, template, site).replace(/^\/+/, '')}/${template.name}`.replace(
                /\/{2,}/g,
                '/',
              ),
              ...furtherPage,
            });
      generation.setPaginator(page, {
        page: number,
        per_page: perPage,
        posts: posts.slice((number - 1) * perPage, number * perPage).map((post) => post.value),
        total_posts: posts.length,
        total_pages: total,
        previous_page: number > 1 ? number - 1 : undefined,
        previous_page_path: number > 1 ? pathOfPage(number - 1, template, site) : undefined,
        next_page: number < total ? number + 1 : undefined,
        next_page_path: number < total ? pathOfPage(number + 1, template, site) : undefined,
      });
    }
  },
});

/**
 * What the further pages are made of. Jekyll reads the template again, from the folder of its address: with a permalink
 * that may be another page, or none, and then they are empty.
 */
function readAgain(template: DocumentView, site: SiteView): Omit<GeneratedPage, 'path'> {
  const { url, name } = template;
  const folder = url.slice(1, url.lastIndexOf('/') + 1);
  const shownPath = `${folder}${name}`;
  const page = site.pages.find(({ path, source }) => path === shownPath && source !== undefined);
  return { shownPath, data: page === undefined ? {} : Object.fromEntries(page.data), content: page ?? '' };
}

/** The address of a page: the template's own for the first. */
function pathOfPage(number: number, template: DocumentView, site: SiteView): string {
  if (number <= 1) return template.url;
  const path = textOf(site.config('paginate_path')).replace(':num', String(number));
  return path.startsWith('/') ? path : `/${path}`;
}

/** Of the `index.html` pages in the folders that lead to `paginate_path`, the one with the longest path. */
function findTemplate(site: SiteView): DocumentView | undefined {
  const steps = textOf(site.config('paginate_path')).replace(/^\/+/, '').split('/').slice(0, -1);
  const folders = new Set(['', ...steps.map((_, at) => steps.slice(0, at + 1).join('/'))]);
  return site.pages
    .filter(
      (page) =>
        page.name === 'index.html' &&
        folders.has(page.path.slice(0, Math.max(0, page.path.lastIndexOf('/')))),
    )
    .toSorted((a, b) => b.path.length - a.path.length)[0];
}

function textOf(value: Value): string {
  return typeof value === 'string' ? value : '/page:num';
}
