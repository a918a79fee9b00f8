/**
 * jekyll-twitter-plugin: `{% twitter address %}`. The gem asks Twitter for the HTML of each tweet; here it is a quotation that
 * links to the tweet, which Twitter's script, where a page loads it, turns into the same.
 */

import { escapeHtml } from '../../plugin/api/markup.ts';
import { definePlugin } from '../../plugin/api/plugin.ts';
import { refuse } from '../../plugin/api/refuse.ts';
import { defineTag, type TagCall } from '../../plugin/api/tag.ts';

function tweet(call: TagCall): string {
  const [first = '', ...options] = call.markup.replace(/["']/g, '').split(/\s+/);
  const words = first === 'oembed' ? options : [first, ...options];
  const address = /^https?:\/\//i.test(words[0] ?? '') ? words[0]! : call.print(call.liquid(words[0] ?? ''));
  if (!/^https?:\/\//i.test(address))
    refuse({
      code: 'twitter/address',
      message: '`twitter` needs the address of a tweet',
      hint: 'write `{% twitter https://twitter.com/user/status/1234567 %}`',
    });
  const shown = escapeHtml(address);
  return `<div class='jekyll-twitter-plugin'><blockquote class="twitter-tweet"><a href="${shown}">${shown}</a></blockquote></div>`;
}

export const twitter = definePlugin({
  name: 'jekyll-twitter-plugin',
  liquid: { tags: [defineTag('twitter', tweet), defineTag('twitternocache', tweet)] },
});
