/** al-folio's block `details`: `{% details caption %} … {% enddetails %}`, both in Markdown. */

import { definePlugin } from '../../plugin/api/plugin.ts';
import { defineBlock } from '../../plugin/api/tag.ts';

export const details = definePlugin({
  name: 'al-folio/details',
  rubyFiles: [{ name: 'details.rb', defines: 'class DetailsTag', known: ['27sg5r6r5eg-2eq97rdro47'] }],
  liquid: {
    tags: [
      defineBlock('details', (call) => {
        const html = (text: string) => call.print(call.filter('markdownify', text));
        const caption = html(call.markup)
          .replace(/<\/?p[^>]*>/g, '')
          .replace(/\r?\n$/, '');
        return `<details><summary>${caption}</summary>${html(call.inner)}</details>`;
      }),
    ],
  },
});
