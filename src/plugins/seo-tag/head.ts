/** The elements of the head, one to a line. */

import type { TagCall } from '../../plugin/api/tag.ts';
import { isTruthy, read, type Value } from '../../plugin/api/values.ts';
import { toJsonLd } from './json-ld.ts';
import type { Subject } from './subject.ts';

/** What the services ask for, by the name in `webmaster_verifications`. */
const VERIFICATIONS = [
  ['google', 'google-site-verification'],
  ['bing', 'msvalidate.01'],
  ['alexa', 'alexaVerifyID'],
  ['yandex', 'yandex-verification'],
  ['baidu', 'baidu-site-verification'],
  ['facebook', 'facebook-domain-verification'],
] as const;

/** The version of jekyll-seo-tag whose text this is. */
const VERSION = '2.8.0';

export function writeHead(subject: Subject, call: TagCall): string {
  const { site } = call;
  const lines = [
    `<!-- Begin Jekyll SEO tag v${VERSION} -->`,
    ...(subject.title === undefined ? [] : [`<title>${subject.title}</title>`]),
    `<meta name="generator" content="Jekyll v${call.print(call.liquid('jekyll.version'))}" />`,
    ...property('og:title', subject.pageTitle, call),
    ...meta('author', subject.author.get('name'), call),
    ...property('og:locale', subject.locale, call),
    ...meta('description', subject.description, call),
    ...property('og:description', subject.description, call),
    ...(isTruthy(read(site, 'url'))
      ? [
          `<link rel="canonical" href="${subject.canonicalUrl}" />`,
          ...property('og:url', subject.canonicalUrl, call),
        ]
      : []),
    ...property('og:site_name', subject.siteTitle, call),
    ...imageLines(subject, call),
    ...kindLines(call),
    ...neighbourLines(call),
    ...twitterLines(subject, call),
    ...facebookLines(call),
    ...verificationLines(call),
    '<script type="application/ld+json">',
    `${call.print(call.filter('jsonify', toJsonLd(subject)))}</script>`,
    '<!-- End Jekyll SEO tag -->',
    '',
  ];
  return lines.join('\n');
}

function meta(name: string, value: Value, call: TagCall): string[] {
  return isTruthy(value) ? [`<meta name="${name}" content="${call.print(value)}" />`] : [];
}

function property(name: string, value: Value, call: TagCall): string[] {
  return isTruthy(value) ? [`<meta property="${name}" content="${call.print(value)}" />`] : [];
}

function imageLines({ image }: Subject, call: TagCall): string[] {
  if (image === undefined) return [];
  const detail = (name: string) => property(`og:image:${name}`, image.facts.get(name), call);
  return [...property('og:image', image.path, call), ...['height', 'width', 'alt'].flatMap(detail)];
}

function kindLines(call: TagCall): string[] {
  const date = read(call.page, 'date');
  if (!isTruthy(date)) return property('og:type', 'website', call);
  const published = call.about(call.page, 'date', () => call.filter('date_to_xmlschema', date));
  return [
    ...property('og:type', 'article', call),
    `<meta property="article:published_time" content="${call.print(published)}" />`,
  ];
}

function neighbourLines(call: TagCall): string[] {
  const link = (rel: string, page: string) =>
    isTruthy(call.liquid(`paginator.${page}`))
      ? [`<link rel="${rel}" href="${call.print(call.liquid(`paginator.${page}_path | absolute_url`))}" />`]
      : [];
  return [...link('prev', 'previous_page'), ...link('next', 'next_page')];
}

function twitterLines({ author, image, pageTitle }: Subject, call: TagCall): string[] {
  const account = (value: Value) => `@${call.print(call.filter('remove', value, '@'))}`;
  const twitter = read(call.site, 'twitter');
  const cards = [read(call.page, 'twitter', 'card'), read(twitter, 'card')];
  const card = cards.find((value) => isTruthy(value) && value !== '') ?? 'summary_large_image';
  return [
    ...(image === undefined
      ? meta('twitter:card', 'summary', call)
      : [...meta('twitter:card', card, call), ...property('twitter:image', image.path, call)]),
    ...meta('twitter:image:alt', image?.facts.get('alt'), call),
    ...property('twitter:title', pageTitle, call),
    ...(isTruthy(twitter)
      ? [
          ...meta('twitter:site', account(read(twitter, 'username')), call),
          ...(author.twitter === undefined ? [] : meta('twitter:creator', account(author.twitter), call)),
        ]
      : []),
  ];
}

function facebookLines(call: TagCall): string[] {
  const facebook = (name: string) => read(call.site, 'facebook', name);
  return [
    ...property('fb:admins', facebook('admins'), call),
    ...property('article:publisher', facebook('publisher'), call),
    ...property('fb:app_id', facebook('app_id'), call),
  ];
}

function verificationLines(call: TagCall): string[] {
  const verifications = read(call.site, 'webmaster_verifications');
  if (!isTruthy(verifications))
    return meta('google-site-verification', read(call.site, 'google_site_verification'), call);
  return VERIFICATIONS.flatMap(([service, name]) => meta(name, read(verifications, service), call));
}
