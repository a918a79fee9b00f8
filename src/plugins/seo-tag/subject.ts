/** What a page says of itself: title, description, author, picture, address. */

import type { TagCall } from '../../plugin/api/tag.ts';
import { isHash, isTruthy, read, type Value } from '../../plugin/api/values.ts';
import { type Author, findAuthor } from './author.ts';
import { findImage, type Image, isAbsolute } from './image.ts';

export interface Subject {
  /** What the `<title>` says; undefined where there is to be none. */
  readonly title: string | undefined;
  /** The page's own title, else the site's. */
  readonly pageTitle: string | undefined;
  readonly siteTitle: string | undefined;
  readonly description: string | undefined;
  readonly author: Author;
  readonly image: Image | undefined;
  readonly locale: string;
  readonly canonicalUrl: string;
  /** The kind, name and links of JSON-LD. */
  readonly type: string;
  readonly name: string | undefined;
  readonly links: Value;
  readonly logo: string | undefined;
  readonly published: string | undefined;
  readonly modified: string | undefined;
}

export function createSubject(call: TagCall): Subject {
  const { page, site } = call;
  const social = hashOf(read(site, 'social'));
  const own = hashOf(read(page, 'seo'));
  const plain = (value: Value) => toPlain(value, call);
  const siteTitle = plain(first(read(site, 'title'), read(site, 'name')));
  const pageTitle = plain(read(page, 'title')) ?? siteTitle;
  const siteDescription = plain(read(site, 'description'));
  const isHome = /^\/(?:about\/)?(?:index.html?)?$/m.test(String(read(page, 'url') ?? ''));
  const date = (key: string | undefined, value: Value) =>
    isTruthy(value)
      ? call.about(page, key ?? 'date', () => call.print(call.filter('date_to_xmlschema', value)))
      : undefined;
  const written = read(page, 'date');
  const keyOfChange = ['seo', 'last_modified_at', 'date'].find((key) =>
    isTruthy(key === 'seo' ? read(own, 'date_modified') : read(page, key)),
  );
  const ownName = isTruthy(read(own, 'name')) ? plain(read(own, 'name')) : undefined;
  const socialName = isTruthy(read(social, 'name')) ? plain(read(social, 'name')) : siteTitle;
  const ownType = read(own, 'type');
  return {
    title: /title=false/i.test(call.markup)
      ? undefined
      : titleOf({ pageTitle, siteTitle, siteDescription, tagline: plain(read(site, 'tagline')) }, call),
    pageTitle,
    siteTitle,
    description: plain(first(read(page, 'description'), read(page, 'excerpt'))) ?? siteDescription,
    author: findAuthor(page, site),
    image: findImage(page, call),
    locale: call
      .print(
        first(read(page, 'locale'), read(site, 'locale'), read(page, 'lang'), read(site, 'lang'), 'en_US'),
      )
      .replaceAll('-', '_'),
    canonicalUrl: canonicalUrl(call),
    type: isTruthy(ownType)
      ? call.print(ownType)
      : isHome
        ? 'WebSite'
        : isTruthy(written)
          ? 'BlogPosting'
          : 'WebPage',
    name: ownName ?? (isHome ? socialName : undefined),
    links: isTruthy(read(own, 'links')) ? read(own, 'links') : isHome ? read(social, 'links') : undefined,
    logo: logoOf(call),
    published: date('date', written),
    modified: date(keyOfChange, first(read(own, 'date_modified'), read(page, 'last_modified_at'), written)),
  };
}

interface Titles {
  readonly pageTitle: string | undefined;
  readonly siteTitle: string | undefined;
  readonly siteDescription: string | undefined;
  readonly tagline: string | undefined;
}

function titleOf(
  { pageTitle, siteTitle, siteDescription, tagline }: Titles,
  call: TagCall,
): string | undefined {
  const title =
    siteTitle !== undefined && pageTitle !== siteTitle
      ? `${pageTitle} | ${siteTitle}`
      : siteDescription !== undefined && siteTitle !== undefined
        ? `${siteTitle} | ${tagline ?? siteDescription}`
        : (pageTitle ?? siteTitle);
  return title === undefined ? undefined : pageNumber(call) + title;
}

/** `seo_paginator_message` where nobody sets it. */
export const PAGINATOR_MESSAGE = 'Page %<current>s of %<total>s for ';

/** `Page 2 of 5 for `, or what `seo_paginator_message` makes of it. */
function pageNumber(call: TagCall): string {
  const paginator = call.liquid('paginator');
  const current = read(paginator, 'page');
  if (typeof current !== 'number' || current <= 1) return '';
  const message = read(call.site, 'seo_paginator_message');
  const total = call.print(read(paginator, 'total_pages'));
  return (isTruthy(message) ? call.print(message) : PAGINATOR_MESSAGE)
    .replaceAll('%<current>s', String(current))
    .replaceAll('%<total>s', total)
    .replaceAll('%%', '%');
}

function canonicalUrl(call: TagCall): string {
  const given = read(call.page, 'canonical_url');
  if (isTruthy(given) && call.print(given) !== '') return call.print(given);
  return call
    .print(call.filter('absolute_url', read(call.page, 'url')))
    .replace(/\/index\.html(?=\n|$)/g, '/');
}

function logoOf(call: TagCall): string | undefined {
  const logo = read(call.site, 'logo');
  if (!isTruthy(logo)) return undefined;
  const address = isAbsolute(call.print(logo)) ? logo : call.filter('absolute_url', logo);
  return call.print(call.filter('uri_escape', address));
}

/** Text without markup and line ends, ready for an attribute; undefined where nothing is left. */
function toPlain(value: Value, call: TagCall): string | undefined {
  const text = ['markdownify', 'strip_html', 'normalize_whitespace', 'escape_once'].reduce<Value>(
    (memo, name) => call.filter(name, memo),
    value,
  );
  const printed = call.print(text);
  return printed === '' ? undefined : printed;
}

/** Ruby's `a || b || …`. */
function first(...values: readonly Value[]): Value {
  return values.find(isTruthy);
}

function hashOf(value: Value): Value {
  return isHash(value) ? value : undefined;
}
