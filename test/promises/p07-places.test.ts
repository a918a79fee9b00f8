/**
 * P7: every diagnostic has a place in a file of the site. In each site one fault is marked with `▶`; the diagnostic must name
 * that file and its line, and the column where the mark stands on it (a place at a line's beginning is marked there).
 */

import { expect, test } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { placeAt } from '../../src/diagnostics/source-text.ts';
import { buildTexts } from '../support/temporary-site.ts';

type Files = Readonly<Record<string, string>>;

const MARK = '▶';

/** The files without the mark, and `file:line:column` of it. */
function unmarked(files: Files): { readonly files: Files; readonly at: string } {
  const found = Object.entries(files).filter(([, text]) => text.includes(MARK));
  expect(found.map(([file]) => file)).toHaveLength(1);
  const [file, text] = found[0]!;
  const { line, column } = placeAt({ file, text }, text.indexOf(MARK));
  return { files: { ...files, [file]: text.replace(MARK, '') }, at: `${file}:${line}:${column}` };
}

const placeText = ({ place }: Pick<Diagnostic, 'place'>): string =>
  place === undefined ? '-' : `${place.file}:${place.line}:${place.column}`;

const page = (body: string, frontMatter = ''): string => `---\n${frontMatter}---\n${body}\n`;
const plugins = (...names: readonly string[]): string =>
  `url: https://e.org\nplugins: [${names.join(', ')}]\n`;
const BIB = '@article{one, title = {One}, author = {A. B}, year = 2001}\n';
const SCHOLAR = `${plugins('jekyll-scholar')}scholar:\n  source: _bibliography\n  bibliography: refs.bib\n`;
const THEME = 'node_modules/my-theme';
const themed = (files: Files): Files => ({
  '_config.yml': 'theme: my-theme\n',
  [`${THEME}/package.json`]: '{"name":"my-theme","version":"1.0.0"}',
  ...files,
});
const plugin = (hooks: string): Files => ({
  '_plugins/own.mjs': `export default {\n  name: 'own',\n${hooks}\n};\n`,
});

const CASES: readonly (readonly [what: string, code: string, files: Files])[] = [
  ['the filter scssify', 'sass/error', { 'a.html': page('x\n{{ "a {" | ▶scssify }}') }],
  [
    'the filter sassify',
    'sass/error',
    { 'a.html': page('{% assign s = "a\n  b: $x" %}\n{{ s | ▶sassify }}') },
  ],
  [
    'a partial that scssify imports',
    'sass/error',
    { 'a.html': page('{{ "@import \'p\';" | scssify }}'), '_sass/_p.scss': 'a { b: c }\nd { e: ▶$f }\n' },
  ],
  [
    'the filter jsonify',
    'liquid/filter-input',
    { 'a.html': page('x\n{{ page.n | ▶jsonify }}', 'n: .nan\n') },
  ],
  [
    'an expression of where_exp',
    'liquid/malformed',
    { 'a.html': page('x\n\n{{ site.pages | ▶where_exp: "p", "p | | q" }}') },
  ],
  [
    'a filter within an expression of group_by_exp',
    'liquid/division-by-zero',
    { 'a.html': page('x\n\n{{ site.pages | ▶group_by_exp: "p", "1 | divided_by: 0" }}') },
  ],
  [
    'an output in the name of an include',
    'liquid/undefined-variable',
    {
      '_config.yml': 'liquid:\n  strict_variables: true\n',
      'a.html': page('x\n\n{% include ▶{{ nope }}.html %}'),
    },
  ],
  [
    'a date that a feed prints',
    'liquid/invalid-date',
    {
      '_config.yml': plugins('jekyll-feed'),
      '_posts/2020-01-02-a.md': page('x', 'title: a\nlast_modified_at: ▶never\n'),
    },
  ],
  [
    'a date that a sitemap prints',
    'liquid/invalid-date',
    {
      '_config.yml': plugins('jekyll-sitemap'),
      'a.md': page('x', 'title: a\nlast_modified_at: ▶never\n'),
    },
  ],
  [
    'a date that the tag seo prints',
    'liquid/invalid-date',
    {
      '_config.yml': plugins('jekyll-seo-tag'),
      '_layouts/d.html': '<head>{% seo %}</head>',
      'a.md': page('x', 'layout: d\ndate: ▶2020-99-99\n'),
    },
  ],
  [
    'a date of seo alone',
    'liquid/invalid-date',
    {
      '_config.yml': plugins('jekyll-seo-tag'),
      'a.html': page('{% seo %}', 'title: a\nlast_modified_at: ▶never\n'),
    },
  ],
  [
    'a date that a page of a plugin prints by a filter',
    'liquid/invalid-date',
    {
      ...plugin(`  generate(site, { addPage }) {
    addPage({ path: 'w.txt', origin: site.pages[0], content: (turn) => turn.print(
      turn.about(turn.pages[0], 'stamp', () => turn.filter('date_to_string', turn.pages[0].get('stamp')))) });
  },`),
      'a.html': page('x', 'title: a\nstamp: ▶never\n'),
    },
  ],
  [
    'a details layout',
    'liquid/division-by-zero',
    {
      '_config.yml': `${SCHOLAR}  details_layout: d.html\n`,
      '_bibliography/refs.bib': BIB,
      '_layouts/d.html': page('<p>\n{{ 1 | ▶divided_by: 0 }}', 'title: t\n'),
    },
  ],
  [
    'the template of a bibliography',
    'liquid/division-by-zero',
    {
      '_config.yml': `${SCHOLAR}  bibliography_template: b\n`,
      '_bibliography/refs.bib': BIB,
      '_layouts/b.html': page('<p>\n{{ 1 | ▶divided_by: 0 }}', 'title: t\n'),
      'a.md': page('\n{% bibliography %}'),
    },
  ],
  [
    'an include of such a template',
    'liquid/unknown-tag',
    {
      '_config.yml': `${SCHOLAR}  bibliography_template: b\n`,
      '_bibliography/refs.bib': BIB,
      '_layouts/b.html': page('<p>\n{% include i.html %}', 'title: t\n'),
      '_includes/i.html': 'x\n ▶{% nope %}',
      'a.md': page('\n{% bibliography %}'),
    },
  ],
  [
    'a bibliography that a plugin reads',
    'bibtex/unclosed-value',
    {
      '_config.yml': SCHOLAR,
      '_bibliography/refs.bib': `${BIB}\n@article{two, title = ▶{T\n`,
      'a.md': page('{% bibliography %}'),
    },
  ],
  [
    'a bibliography that is not there',
    'scholar/no-file',
    {
      '_config.yml': `${plugins('jekyll-scholar')}scholar:\n  details_layout: d.html\n  bibliography: ▶gone.bib\n`,
      '_layouts/d.html': 'x',
    },
  ],
  [
    'a layout of archives',
    'layout/missing',
    {
      '_config.yml': `${plugins('jekyll-archives')}jekyll-archives:\n  enabled: [year]\n  layouts:\n    year: ▶gone\n`,
      '_posts/2020-01-02-a.md': page('x'),
    },
  ],
  [
    'a further page of a pagination',
    'layout/missing',
    {
      '_config.yml': `${plugins('jekyll-paginate')}paginate: 1\n`,
      'index.html': page('x', 'title: t\nlayout: ▶gone\n'),
      '_posts/2020-01-02-a.md': page('x'),
      '_posts/2020-01-03-b.md': page('x'),
    },
  ],
  [
    'redirects from addresses that no system takes',
    'output/reserved-name',
    {
      '_config.yml': plugins('jekyll-redirect-from'),
      'a.md': page('x', 'title: t\nredirect_from: ▶/aux.html\n'),
    },
  ],
  [
    'a redirect to what is not an address',
    'redirect-from/not-an-address',
    {
      '_config.yml': plugins('jekyll-redirect-from'),
      'a.md': page('x', 'title: t\nredirect_to: ▶{a: b}\n'),
    },
  ],
  [
    'a pagination without a template',
    'paginate/no-template',
    {
      '_config.yml': `${plugins('jekyll-paginate')}paginate: ▶1\n`,
      'a.md': page('x'),
    },
  ],
  [
    'the Liquid of a page that a plugin wrote',
    'liquid/unknown-tag',
    {
      '_plugins/own.mjs': `▶export default { name: 'own', generate: (_, { addPage }) => addPage({ path: 'a.html', content: '{% nope %}' }) };\n`,
    },
  ],
  [
    'the Liquid of a page that a plugin wrote for another one',
    'liquid/unknown-tag',
    {
      ...plugin(
        `  generate: (site, { addPage }) => addPage({ path: 'b.html', content: '{% nope %}', origin: { page: site.pages[0], key: 'b' } }),`,
      ),
      'a.html': page('x', 'title: t\nb: ▶true\n'),
    },
  ],
  [
    'a text whose links a plugin has changed',
    'liquid/unknown-tag',
    {
      '_config.yml': plugins('jekyll-relative-links'),
      'a.md': page('\n\n[b]: b.md\n\nwords of some length\n▶{% nope %}'),
      'b.md': page('x'),
    },
  ],
  [
    'a title that is stripped from its page',
    'liquid/unknown-tag',
    {
      '_config.yml': `${plugins('jekyll-titles-from-headings')}titles_from_headings:\n  strip_title: true\n`,
      'a.md': page('# Title\n\ntext\n▶{% nope %}'),
    },
  ],
  [
    'a block that an excerpt cuts',
    'excerpt/modified',
    {
      '_posts/2020-01-02-a.md': page('one\n▶{% if x %}two\n\nthree{% endif %}'),
      'a.html': page('{{ site.posts[0].excerpt }}'),
    },
  ],
  [
    'a layout of a theme',
    'liquid/unknown-tag',
    themed({
      'a.md': page('x', 'layout: d\n'),
      [`${THEME}/_layouts/d.html`]: page('x\n▶{% nope %}', 'title: t\n'),
    }),
  ],
  [
    'an include of a theme',
    'liquid/unknown-tag',
    themed({
      'a.md': page('{% include i.html %}'),
      [`${THEME}/_includes/i.html`]: 'x\n▶{% nope %}',
    }),
  ],
  ['a page of a theme', 'liquid/unknown-tag', themed({ [`${THEME}/assets/a.txt`]: page('x\n▶{% nope %}') })],
  [
    'a stylesheet of a theme',
    'sass/error',
    themed({ [`${THEME}/assets/a.scss`]: page('a { b: c }\nd { e: ▶$f }') }),
  ],
  [
    'a partial of a theme',
    'sass/error',
    themed({
      [`${THEME}/assets/a.scss`]: page('@import "p";'),
      [`${THEME}/_sass/p.scss`]: 'a { b: c }\nd { e: ▶$f }\n',
    }),
  ],
  [
    'deprecated uses in a stylesheet',
    'sass/deprecations',
    { 'a.scss': page('a { b: c }\n@import ▶"p";'), '_sass/_p.scss': '' },
  ],
  [
    "a mistake in an option of kramdown's",
    'markdown/invalid-option',
    {
      '_config.yml': 'title: t\nkramdown:\n  toc_levels: ▶never\n',
      'a.md': page('x'),
    },
  ],
  [
    'an option of CommonMark that is none',
    'commonmark/unknown',
    {
      '_config.yml': 'markdown: CommonMark\ncommonmark:\n  options: [SMART, ▶NOPE]\n',
      'a.md': page('x'),
    },
  ],
  [
    'the hook generate',
    'plugin/failed',
    plugin(`  generate() {\n    const list = null;\n    list.▶length;\n  },`),
  ],
  [
    'a function outside of the hook',
    'plugin/failed',
    {
      '_plugins/lib/fail.mjs': 'export function fail() {\n  throw ▶new Error("no");\n}\n',
      '_plugins/own.mjs': `import { fail } from './lib/fail.mjs';\nexport default { name: 'own', generate: () => fail() };\n`,
    },
  ],
  ['the hook configure', 'plugin/failed', plugin(`  configure() {\n    throw ▶new Error('no');\n  },`)],
  ['the hook load', 'plugin/failed', plugin(`  async load() {\n    throw ▶new Error('no');\n  },`)],
  ['the hook prefetch', 'plugin/failed', plugin(`  async prefetch() {\n    throw ▶new Error('no');\n  },`)],
  [
    'the hook postInit',
    'plugin/failed',
    {
      ...plugin(`  postInit() {\n    throw ▶new Error('no');\n  },`),
      'a.md': page('x'),
    },
  ],
  [
    'the hook createState',
    'plugin/failed',
    plugin(`  createState() {\n    throw ▶new Error('no');\n  },\n  generate: (site) => void site.state,`),
  ],
  [
    'the hook transform',
    'plugin/failed',
    {
      ...plugin(`  transform() {\n    throw ▶new Error('no');\n  },`),
      'a.md': page('x'),
    },
  ],
  [
    'a converter',
    'plugin/failed',
    {
      ...plugin(
        `  converters: [{ extensions: ['.foo'], outputExtension: '.html', convert() {\n    throw ▶new Error('no');\n  } }],`,
      ),
      'a.foo': page('x'),
    },
  ],
  [
    'the writer of a page',
    'plugin/failed',
    plugin(
      `  generate: (_, { addPage }) => addPage({ path: 'a.txt', content() {\n    throw ▶new Error('no');\n  } }),`,
    ),
  ],
  [
    'a tag',
    'plugin/failed',
    {
      '_plugins/own.mjs': `export default ({ defineTag }) => ({ name: 'own', liquid: { tags: [defineTag('hi', () => {\n  throw ▶new Error('no');\n})] } });\n`,
      'a.md': page('\n{% hi %}'),
    },
  ],
  [
    'a filter',
    'plugin/failed',
    {
      '_plugins/own.mjs': `export default ({ defineFilter }) => ({ name: 'own', liquid: { filters: { hi: defineFilter(() => {\n  throw ▶new Error('no');\n}) } } });\n`,
      'a.md': page('\n{{ 1 | hi }}'),
    },
  ],
  [
    'a plugin in CommonJS',
    'plugin/failed',
    { '_plugins/own.cjs': `module.exports = { name: 'own', generate() {\n  throw ▶new Error('no');\n} };\n` },
  ],
  [
    'a plugin in TypeScript',
    'plugin/failed',
    {
      '_plugins/own.ts': `interface Unused {\n  readonly a: string;\n}\nexport default { name: 'own', generate(): void {\n  throw ▶new Error('no');\n} };\n`,
    },
  ],
  [
    'a plugin of npm',
    'plugin/failed',
    {
      '_config.yml': 'plugins: [own-plugin]\n',
      'node_modules/own-plugin/package.json': '{"name":"own-plugin","version":"1.0.0","main":"lib/own.js"}',
      'node_modules/own-plugin/lib/own.js': `module.exports = { name: 'own', generate() {\n  throw ▶new Error('no');\n} };\n`,
    },
  ],
  [
    'what a plugin throws at its top',
    'plugin/not-loaded',
    { '_plugins/own.mjs': `const a = 1;\nthrow ▶new Error('no');\n` },
  ],
  [
    'the syntax of a plugin in TypeScript',
    'plugin/not-loaded',
    { '_plugins/own.ts': 'export default {\n  a: 1▶;\n};\n' },
  ],
  [
    'a warning of a plugin about nothing',
    'own/note',
    {
      '_plugins/own.mjs': `▶export default { name: 'own', generate: (site) => site.warn('own/note', 'text') };\n`,
    },
  ],
  [
    'a warning of a plugin while it changes a page',
    'own/note',
    {
      ...plugin(
        `  transform(html, page, site) {\n    site.warn('own/note', 'text');\n    return html;\n  },`,
      ),
      'a.md': `▶${page('x')}`,
    },
  ],
  [
    'a warning of a plugin about a setting',
    'own/note',
    {
      '_config.yml': 'title: t\nown:\n  list: ▶[]\n',
      ...plugin(
        `  settings: { own: { type: 'hash', doc: 'x' } },\n  generate: (site) => site.warn('own/note', 'text', undefined, { setting: ['own', 'list'] }),`,
      ),
    },
  ],
];

/** A lone carriage return ends a line in every kind of file. */
const RETURNS: readonly (readonly [what: string, code: string, files: Files])[] = [
  ['front matter', 'front-matter/invalid-yaml', { 'a.md': '---\ntitle: "a\rb"\nbad: ▶[x\n---\nx\n' }],
  [
    'a text below front matter',
    'liquid/unknown-tag',
    { 'a.md': '---\ntitle: "a\rb"\n---\nx\ry\n▶{% nope %}\n' },
  ],
  ['a configuration', 'plugin/unknown', { '_config.yml': 'title: "a\rb"\nplugins: [▶jekyll-fed]\n' }],
  ['data in YAML', 'yaml/unclosed-bracket', { '_data/a.yml': 'a: "x\ry"\nb: ▶[1\n' }],
  ['data in CSV', 'data/csv', { '_data/a.csv': 'a,b\n"x\ry",z\n▶"u,v\n' }],
  [
    'a bibliography',
    'bibtex/unknown-string',
    {
      '_config.yml': SCHOLAR,
      '_bibliography/refs.bib': '@comment{a\rb}\n@article{k, title = ▶nope}\n',
      'a.md': page('{% bibliography %}'),
    },
  ],
  ['a stylesheet', 'sass/error', { 'a.scss': page('a { b: c }\rd { e: f }\ng { h: ▶$i }') }],
  [
    'an include',
    'liquid/unknown-tag',
    { 'a.md': page('{% include i.html %}'), '_includes/i.html': 'x\ry\n▶{% nope %}' },
  ],
];

test.each([
  ...CASES,
  ...RETURNS.map(([what, code, files]) => [`${what} with a lone carriage return`, code, files] as const),
])('the place of a fault in %s', async (_, code, marked) => {
  const { files, at } = unmarked(marked);
  const { result } = await buildTexts(files);
  const found = result.diagnostics.filter((each) => each.code === code);
  expect([...new Set(found.map(placeText))], JSON.stringify(result.diagnostics, undefined, 1)).toEqual([at]);
  expect(result.diagnostics.filter(({ place }) => place === undefined)).toEqual([]);
});
