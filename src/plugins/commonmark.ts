/** jekyll-commonmark and jekyll-commonmark-ghpages: `markdown: CommonMark` works without them; the names are taken as known. */

import { definePlugin } from '../plugin/api/plugin.ts';

export const commonmark = definePlugin({ name: 'jekyll-commonmark', aliases: ['jekyll-commonmark-ghpages'] });
