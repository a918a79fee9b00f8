/** `{% feed_meta %}`: the link in a page's head by which readers find the feed. */

import { escapeAttribute } from '../../plugin/api/markup.ts';
import { defineTag } from '../../plugin/api/tag.ts';
import { isTruthy, read } from '../../plugin/api/values.ts';

export const feedMetaTag = defineTag('feed_meta', (call) => {
  const path = read(call.setting('feed'), 'path');
  const href = isTruthy(path)
    ? call.liquid('site.feed.path | absolute_url')
    : call.liquid('"feed.xml" | absolute_url');
  const title = isTruthy(call.setting('title')) ? call.setting('title') : call.setting('name');
  const attributes = [
    ['type', 'application/atom+xml'],
    ['rel', 'alternate'],
    ['href', call.print(href)],
  ];
  if (isTruthy(title)) attributes.push(['title', call.print(title)]);
  return `<link ${attributes.map(([name, value]) => `${name}="${escapeAttribute(value ?? '')}"`).join(' ')} />`;
});
