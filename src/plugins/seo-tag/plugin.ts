/** jekyll-seo-tag: `{% seo %}` prints what search engines and social networks read; its text is that of version 2.8. */

import { definePlugin } from '../../plugin/api/plugin.ts';
import { defineTag } from '../../plugin/api/tag.ts';
import { writeHead } from './head.ts';
import { createSubject, PAGINATOR_MESSAGE } from './subject.ts';

const seoTag = defineTag('seo', (call) => writeHead(createSubject(call), call));

export const seo = definePlugin({
  name: 'jekyll-seo-tag',
  settings: {
    seo_paginator_message: {
      type: 'string',
      default: PAGINATOR_MESSAGE,
      doc: 'What stands before the titles of the pages after the first.',
    },
  },
  liquid: { tags: [seoTag] },
});
