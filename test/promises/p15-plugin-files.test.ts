/**
 * P15 for what plugins read besides the site: .bib files, files beside papers, citation data, settings. After each of a
 * long series of edits, pages and diagnostics equal those of a clean build, whichever way the builds follow one another.
 */

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import {
  buildAt,
  createDiskBuilder,
  createMemoryBuilder,
  createPreviewBuilder,
  differences,
} from '../support/builders.ts';
import { treeOf } from '../support/disk-tree.ts';

const entry = (key: string, title: string, more = ''): string =>
  `@article{${key}, title={${title}}, author={Doe, Jane and Roe, Rick}, journal={Acta}, year={2020}${more}}\n`;

const CONFIG = `plugins: [jekyll-scholar, jekyll-include-cache, jekyll-paginate]
citations: true
paginate: 1
scholar: {bibliography: refs.bib, repository: papers}
title: T
`;

const gsData = (count: number): string =>
  JSON.stringify({
    name: 'Jane',
    citedby: count,
    cites_per_year: { 2024: count },
    publications: { 'u:p': { author_pub_id: 'u:p', num_citations: count, bib: { title: 'Paper' } } },
  });

const page = (text: string, more = ''): string => `---\n${more}---\n${text}\n`;

const SITE: Readonly<Record<string, string>> = {
  '_config.yml': CONFIG,
  '_bibliography/refs.bib': entry('a', 'First') + entry('b', 'Second'),
  '_bibliography/more.bib': entry('m', 'More'),
  '_bibliography/own.bib': entry('o', 'Own'),
  'papers/a.pdf': 'PDF',
  '_layouts/cited.html': '<main>{{ content }}</main><footer>{% bibliography --cited_in_order %}</footer>',
  '_layouts/listing.html': '<main>{{ content }}</main>{% bibliography -f own %}',
  '_layouts/bibtex.html': '<p>{{ page.entry.title }} {{ page.reference }}</p>{% reference a %}',
  '_layouts/plain.html': '{{ content }}',
  '_includes/list.html': '{% bibliography -f own %}',
  'list.html': page('{% bibliography %}'),
  'count.html': page('{% bibliography_count %} {% bibliography_count -f more %}'),
  'cite.md': page('See {% cite b %} and {% cite a %}.', 'layout: cited\n'),
  'twice.md': page('See {% cite a %} and {% cite b %}.\n\n{% bibliography --cited %}', 'layout: cited\n'),
  'reference.html': page('{% reference a %} {% cite_details b %} {% details_link a %}', 'layout: plain\n'),
  'quote.html': page('{% quote a %}Said.{% endquote %}{% nocite b %}{% bibliography --cited --clear %}'),
  'boxes.html': page('{% paper_boxes -f more %}'),
  'glob.html': page('{% bibliography -f *.bib %}'),
  'other.html': page('{% bibliography -f other %}'),
  'links.html': page('{% bibliography --template {{links.pdf}} %}'),
  'layout.html': page('x', 'layout: listing\n'),
  'cached.html': page('{% include_cached list.html %}'),
  'cached-too.html': page('{% include_cached list.html %}'),
  'included.html': page('{% include list.html %}'),
  'styled.html': page('{% bibliography --style chicago %}'),
  'styled-too.html': page('{% bibliography --style chicago %}'),
  'index.html': page(
    '{% for post in paginator.posts %}{{ post.excerpt }}{% endfor %}{% cite a %}{% cite m %}',
  ),
  '_posts/2024-01-01-one.md': page('One {% cite a %}.\n\n{% bibliography %}'),
  '_posts/2024-01-02-two.md': page('Two {% cite b %}.\n\nMore {% cite a %}.', 'layout: cited\n'),
  'numbers.html': page(
    '{% citation_badge %}{% citation_chart %}{{ "u:p" | citations }} {{ site.scholar.name }}',
  ),
  'shield.html': page('{% citation_badge_url %}'),
  'filled.html': page('<span class="show_paper_citations" data="u:p"></span>'),
  'google-scholar-stats/gs_data.json': gsData(1),
  '_data/rows.csv': 'a,b\n1,2\n',
  'rows.html': page('{% for row in site.data.rows %}{{ row.a }}{% endfor %}'),
  'none.html': page('nothing'),
};

/** A path and its new text; undefined removes it. */
type Edit = readonly [what: string, ...files: (readonly [path: string, text: string | undefined])[]];

const REFS = '_bibliography/refs.bib';
const config = (text: string) => ['_config.yml', CONFIG + text] as const;

const EDITS: readonly Edit[] = [
  ['an entry is changed', [REFS, entry('a', 'Third') + entry('b', 'Second')]],
  ['an entry is added', [REFS, entry('a', 'Third') + entry('b', 'Second') + entry('c', 'New')]],
  ['entries change places', [REFS, entry('b', 'Second') + entry('a', 'Third')]],
  ['a cited entry is removed', [REFS, entry('a', 'Third')]],
  ['it comes back', [REFS, entry('a', 'Third') + entry('b', 'Back')]],
  ['nothing'],
  ['an entry is broken', [REFS, `${entry('a', 'Third')}@article{b, title={Back}\n${entry('c', 'New')}`]],
  ['nothing, with a mistake in the file'],
  ['a page that uses the file is changed', ['list.html', page('{% bibliography %}!')]],
  ['another one is removed', ['list.html', undefined]],
  ['the mistake is mended', [REFS, entry('a', 'Third') + entry('b', 'Back')]],
  ['a file named by -f is changed', ['_bibliography/own.bib', entry('o', 'Owned')]],
  ['a file of paper boxes is changed', ['_bibliography/more.bib', entry('m', 'More', ', arxiv={1234.5}')]],
  ['a file appears that a page names', ['_bibliography/other.bib', entry('x', 'Other')]],
  ['it is removed', ['_bibliography/other.bib', undefined]],
  ['a file appears that only a glob names', ['_bibliography/zeta.bib', entry('z', 'Zeta')]],
  ['it is renamed', ['_bibliography/zeta.bib', undefined], ['_bibliography/eta.bib', entry('z', 'Zeta')]],
  ['it is removed again', ['_bibliography/eta.bib', undefined]],
  ['the file of the settings is removed', [REFS, undefined]],
  ['it is there again', [REFS, entry('a', 'Again') + entry('b', 'Back')]],
  ['a paper appears beside the entries', ['papers/b.pdf', 'PDF']],
  ['a paper is removed', ['papers/a.pdf', undefined]],
  [
    'the layout with the cited list is changed',
    ['_layouts/cited.html', '<main>{{ content }}</main><aside>{% bibliography --cited_in_order %}</aside>'],
  ],
  ['a page cites in another order', ['cite.md', page('{% cite a %} {% cite b %}.', 'layout: cited\n')]],
  ['a page cites nothing any more', ['cite.md', page('nothing', 'layout: cited\n')]],
  ['a post cites another one', ['_posts/2024-01-02-two.md', page('Two {% cite a %}.', 'layout: cited\n')]],
  [
    'a post appears',
    ['_posts/2024-01-03-three.md', page('Three {% cite b %}.\n\n{% cite a %}', 'layout: cited\n')],
  ],
  ['the layout of details is changed', ['_layouts/bibtex.html', '<i>{{ page.reference }}</i>{% cite b %}']],
  [
    'the layout of a listing is changed',
    ['_layouts/listing.html', '{% bibliography -f more %}{{ content }}'],
  ],
  ['an include with a list is changed', ['_includes/list.html', '{% bibliography -f own %}.']],
  ['the first page with a style is removed', ['styled.html', undefined]],
  ['the citation data is changed', ['google-scholar-stats/gs_data.json', gsData(2)]],
  ['the citation data is removed', ['google-scholar-stats/gs_data.json', undefined]],
  ['the citation data is broken', ['google-scholar-stats/gs_data.json', '{']],
  ['the citation data is back', ['google-scholar-stats/gs_data.json', gsData(3)]],
  ['a data file is changed', ['_data/rows.csv', 'a,b\n3,4\n']],
  [
    'the sorting of the settings is changed',
    ['_config.yml', CONFIG.replace('papers', 'papers, sort_by: title')],
  ],
  ['the repository is named', config('repository: jane/site\n')],
  ['it is read from the CDN', config('repository: jane/site\ngoogle_scholar_stats_use_cdn: true\n')],
  ['the base URL is changed', config('baseurl: /base\n')],
  ['another file is the bibliography', ['_config.yml', CONFIG.replace('refs.bib', 'more.bib')]],
];

test('every edit of a file that plugins read reaches the pages, and nothing else is rendered', {
  timeout: 60_000,
}, async () => {
  const source = join(mkdtempSync(join(tmpdir(), 'plugin-files-')), 'site');
  const put = (path: string, text: string | undefined): void => {
    const full = join(source, path);
    mkdirSync(dirname(full), { recursive: true });
    if (text === undefined) rmSync(full);
    else writeFileSync(full, text);
  };
  for (const [path, text] of Object.entries(SITE)) put(path, text);
  const builders = [
    ['memory', createMemoryBuilder(source, 'dist-memory')],
    ['disk', createDiskBuilder(source, 'dist-disk')],
    ['preview', createPreviewBuilder(source, 'dist-preview')],
  ] as const;
  try {
    for (const [what, ...files] of [['the first build'] as Edit, ...EDITS]) {
      for (const [path, text] of files) put(path, text);
      const clean = await buildAt(source, 'dist-clean');
      expect(clean.ok, what).toBe(true);
      const wanted = treeOf(join(dirname(source), 'dist-clean'));
      for (const [name, builder] of builders) {
        const made = await builder.build();
        const told = `${what}, ${name}`;
        if (made !== undefined) expect(differences(made, clean), told).toEqual([]);
        expect(treeOf(join(dirname(source), `dist-${name}`)), told).toEqual(wanted);
        const rendered = made?.rendered.map(({ task }) => task.document) ?? [];
        if (what !== 'the first build') expect(rendered, told).not.toContain('none.html');
        if (what.startsWith('nothing')) expect(rendered, told).toEqual([]);
      }
    }
  } finally {
    for (const [, builder] of builders) builder.close();
    rmSync(dirname(source), { recursive: true });
  }
});
