/** The description of a page in JSON-LD: keys by name, what is not known left out. */

import { isTruthy, toHash, type Value } from '../../plugin/api/values.ts';
import type { Image } from './image.ts';
import type { Subject } from './subject.ts';

export function toJsonLd(subject: Subject): Value {
  const { author, image, logo, canonicalUrl, type } = subject;
  const name = author.get('name');
  const known: Readonly<Record<string, Value>> = {
    '@context': 'https://schema.org',
    '@type': type,
    author: authorOf(subject),
    dateModified: subject.modified,
    datePublished: subject.published,
    description: subject.description,
    headline: subject.pageTitle,
    image: image === undefined ? undefined : imageOf(image),
    mainEntityOfPage: ['BlogPosting', 'CreativeWork'].includes(type)
      ? toHash({ '@type': 'WebPage', '@id': canonicalUrl })
      : undefined,
    name: subject.name,
    publisher:
      logo === undefined
        ? undefined
        : toHash({
            '@type': 'Organization',
            logo: { '@type': 'ImageObject', url: logo },
            ...(isTruthy(name) ? { name } : {}),
          }),
    sameAs: subject.links,
    url: canonicalUrl,
  };
  return new Map(Object.entries(known).filter(([, value]) => value !== undefined && value !== null));
}

function authorOf({ author }: Subject): Value {
  const [name, type, url] = [author.get('name'), author.get('type'), author.get('url')];
  if (!isTruthy(name)) return undefined;
  if (isTruthy(type) && type !== 'Organization' && type !== 'Person') return undefined;
  return toHash({ '@type': isTruthy(type) ? type : 'Person', name, ...(isTruthy(url) ? { url } : {}) });
}

function imageOf({ path, facts }: Image): Value {
  if (facts.size === 1) return path;
  const others = [...facts].filter(([key]) => key !== 'path' && key !== 'url' && key !== '@type');
  return new Map<Value, Value>([...others, ['url', path], ['@type', 'imageObject']]);
}
