/** jekyll-seo-tag: `{% seo %}` prints what search engines and social networks read; its text is that of version 2.8. */

import { definePlugin } from '../../plugin/api/plugin.ts';
import { defineTag } from '../../plugin/api/tag.ts';
import { writeHead } from './head.ts';
import { createSubject } from './subject.ts';

const seoTag = defineTag('seo', (call) => writeHead(createSubject(call), call));

export const seo = definePlugin({ name: 'jekyll-seo-tag', liquid: { tags: [seoTag] } });
