/**
 * al-folio's tags `google_scholar_citations` and `inspirehep_citations`. Google Scholar's number comes from the citation
 * data of the site (docs/citations.md), never from the network; what is not known is `N/A`, as where the template's fetch fails.
 */

import { definePlugin } from '../../plugin/api/plugin.ts';
import { defineTag } from '../../plugin/api/tag.ts';
import { read } from '../../plugin/api/values.ts';

export const scholarCounts = definePlugin({
  name: 'al-folio/google-scholar-citations',
  rubyFiles: [
    {
      name: 'google-scholar-citations.rb',
      defines: 'class GoogleScholarCitationsTag',
      known: [
        '1sr5cjjnp8p-iloyjmo1l4',
        'us684f779f-dxah4op67k',
        '2esd6tbduvw-23b275mzxnp',
        '1wwmhvzs6q-c25jlhom04',
      ],
    },
  ],
  liquid: {
    tags: [
      defineTag('google_scholar_citations', (call) => {
        const [author = '', article = ''] = call.markup
          .split(/\s+/)
          .map((name) => call.print(call.liquid(name)));
        const papers = read(call.site, 'scholar', 'papers');
        const found = read(papers, `${author}:${article}`, 'citations') ?? read(papers, article, 'citations');
        return typeof found === 'number' ? humanized(found) : 'N/A';
      }),
    ],
  },
});

export const inspireCounts = definePlugin({
  name: 'al-folio/inspirehep-citations',
  rubyFiles: [
    {
      name: 'inspirehep-citations.rb',
      defines: 'class InspireHEPCitationsTag',
      known: ['y6tv038pzn-5icf6ushot'],
    },
  ],
  liquid: { tags: [defineTag('inspirehep_citations', () => 'N/A')] },
});

const UNITS = [
  [1e9, 'B'],
  [1e6, 'M'],
  [1e3, 'K'],
] as const;

/** ActiveSupport's `number_to_human` with two digits: 1234 is `1.2K`, 123 is `120`. */
function humanized(count: number): string {
  if (count === 0) return '0';
  const rounded = Number(count.toPrecision(2));
  const [unit, letter] = UNITS.find(([size]) => rounded >= size) ?? [1, ''];
  return `${Number((rounded / unit).toPrecision(2))}${letter}`;
}
