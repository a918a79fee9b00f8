/**
 * The shape of sites with bibliographies, with a plugin of their own that reads data files, with links to files and folders,
 * and with names that begin like the ids of other things: `content x.md`, `excerpt notes.md`.
 */

import { type Chance, type EditShape, siteOf, WORDS } from '../edit-scripts.ts';

/** A plugin as a site has it in `_plugins/`: a setting, a tag, a filter and pages, all made of files. */
const PLUGIN = `export default ({ defineTag, defineFilter }) => ({
  name: 'facts',
  configure: ({ files }) => ({ edition: files.read('EDITION.txt') ?? 'none' }),
  generate(site, generation) {
    for (const name of site.files.list('facts/pages')) {
      if (!name.endsWith('.txt')) continue;
      generation.addPage({
        path: 'generated/' + name.slice(0, -4) + '.md',
        data: { title: name, layout: 'default' },
        content: (site.files.read('facts/pages/' + name) ?? '') + '\\n\\n{{ page.title }} {% fact one %}\\n',
      });
    }
    const amended = site.files.read('facts/amend.txt');
    if (amended !== undefined)
      for (const post of site.posts) generation.amend(post, { amended: amended.length });
  },
  liquid: {
    tags: [
      defineTag('fact', (call) => call.files.read('facts/' + call.markup.trim() + '.txt') ?? 'no fact'),
      defineTag('facts', (call) => call.files.list('facts').join(',')),
      defineTag('all_facts', (call) =>
        call.files.derive('facts/all', (files) => files.list('facts').map((name) => files.read('facts/' + name)).join('|')),
      ),
    ],
    filters: { as_fact: defineFilter((name, _, call) => call.files.read('facts/' + call.print(name) + '.txt') ?? '-') },
  },
});
`;

const KEYS = ['a', 'b', 'c', 'd'] as const;
const entry = (key: string, title: string, more = ''): string =>
  `@article{${key}, title={${title}}, author={Doe, Jane and Roe, Rick}, journal={Acta}, year={2020}${more}}\n`;

function bibliography(chance: Chance): string {
  const entries = KEYS.filter(() => chance.number(2) === 0).map((key) =>
    entry(
      key,
      `${chance.pick(WORDS)} ${chance.number(3)}`,
      chance.pick(['', ', month={June}', ', doi={10.1/x}']),
    ),
  );
  return entries.join('') + chance.pick(['', '', '@article{broken, title={\n']);
}

const READS = [
  '{% bibliography %}',
  '{% bibliography -f more %}',
  '{% bibliography -f *.bib %}',
  '{% bibliography -f linked %}',
  '{% cite a %} and {% cite b %}',
  '{% reference c %}',
  '{% bibliography_count %}',
  '{% bibliography --cited %}',
  '{% fact one %} {% fact two %}',
  '{% facts %}',
  '{% all_facts %}',
  '{{ "alpha" | as_fact }}',
  '{{ site.edition }}',
  '{% for page in site.pages %}{{ page.path }}={{ page.content | size }};{% endfor %}',
  '{% for note in site.notes %}{{ note.path }}={{ note.content | size }} {{ note.excerpt | strip_html }};{% endfor %}',
  '{% for post in site.posts %}{{ post.title }} {{ post.amended }} {{ post.excerpt | strip_html }};{% endfor %}',
  '{% for file in site.static_files %}{{ file.path }};{% endfor %}',
  '{{ site.posts.first.output | size }}{{ site.notes.last.output | size }}',
  '{{ page.previous.title }} {{ page.next.url }} {{ page.excerpt | strip_html }}',
  '{{ site.data.people | jsonify }}',
  '{% for pair in site.data %}{{ pair[0] }};{% endfor %}',
  '{% include note.html text=page.title %}',
  '{% include snippets/inner.html %}',
  '{% include_relative part.txt %}',
  'Some *text* alone.',
] as const;

function text(chance: Chance): string {
  return Array.from({ length: 1 + chance.number(3) }, () => chance.pick(READS)).join('\n\n');
}

function frontMatter(chance: Chance): string {
  const lines = [
    `title: ${chance.pick(WORDS)} ${chance.number(3)}`,
    'layout: default',
    `layout: ${chance.pick(['cited', 'bibtex'])}`,
    `excerpt: ${chance.pick(WORDS)}`,
    `permalink: /${chance.pick(WORDS)}/`,
    'excerpt_separator: "<!--more-->"',
  ];
  return lines.filter(() => chance.number(3) === 0).join('\n');
}

function newFile(chance: Chance): readonly [path: string, content: string] {
  const word = chance.pick(WORDS);
  const name = chance.pick([
    word,
    `content ${word}`,
    `excerpt ${word}`,
    `page ${word}`,
    `content`,
    'excerpt x',
  ]);
  const page = `---\n${frontMatter(chance)}\n---\n${text(chance)}\n`;
  return chance.pick([
    [`${name}.md`, page],
    [`${name}.html`, page],
    [`_notes/${name}.md`, page],
    [`_posts/2024-0${1 + chance.number(9)}-1${chance.number(9)}-${name}.md`, page],
    [`_bibliography/${chance.pick(['refs', 'more', 'linked', word])}.bib`, bibliography(chance)],
    [`_bibliography/${chance.pick(['refs', 'more'])}.bib`, bibliography(chance)],
    [`facts/${chance.pick(['one', 'two', word])}.txt`, `${word} ${chance.number(3)}`],
    [`facts/pages/${name}.txt`, text(chance)],
    ['facts/amend.txt', 'x'.repeat(chance.number(4))],
    ['EDITION.txt', word],
    [`_data/${chance.pick(['people', word])}.yml`, `- name: ${word}\n`],
    [`_includes/${chance.pick(['note', 'snippets/inner'])}.html`, `${text(chance)} {{ include.text }}`],
    [`_layouts/${chance.pick(['default', 'cited'])}.html`, `<b>${text(chance)}</b>{{ content }}`],
    [`papers/${chance.pick(KEYS)}.pdf`, 'PDF'],
    ['part.txt', text(chance)],
  ] as const);
}

export const papers: EditShape = {
  site: [
    ...siteOf({
      '_config.yml':
        'title: Papers\nurl: https://example.org\nplugins: [jekyll-scholar, jekyll-feed]\nscholar: {bibliography: refs.bib, repository: papers}\ncollections: {notes: {output: true}}\n',
      '_plugins/facts.mjs': PLUGIN,
      '_bibliography/refs.bib': entry('a', 'First') + entry('b', 'Second') + entry('c', 'Third'),
      '_bibliography/more.bib': entry('d', 'More'),
      'papers/a.pdf': 'PDF',
      'facts/one.txt': 'first fact',
      'facts/alpha.txt': 'alpha fact',
      'facts/pages/made.txt': 'Made of a file.',
      'facts/amend.txt': 'xx',
      'EDITION.txt': 'first',
      'index.md': '---\ntitle: Home\nlayout: default\n---\n{% bibliography %}\n\n{% fact one %}\n',
      'content x.md':
        '---\ntitle: Content\nlayout: cited\n---\nSee {% cite a %}.\n\n{{ site.notes.first.content }}\n',
      'excerpt notes.md': '---\ntitle: Excerpt\n---\n{% for p in site.posts %}{{ p.excerpt }}{% endfor %}\n',
      '_notes/content y.md': '---\ntitle: Y\n---\n{% facts %}\n',
      '_notes/excerpt z.md': '---\ntitle: Z\n---\n{{ page.previous.content }}{% all_facts %}\n',
      '_posts/2024-01-01-content a.md': '---\ntitle: A\nlayout: cited\n---\nFirst {% cite b %}.\n\nMore\n',
      '_posts/2024-01-02-b.md': '---\ntitle: B\n---\nSecond {{ "alpha" | as_fact }}\n\nMore\n',
      '_layouts/default.html': '<html>{{ page.title }}{{ content }}</html>',
      '_layouts/cited.html': '<main>{{ content }}</main>{% bibliography --cited_in_order %}',
      '_layouts/bibtex.html': '<p>{{ page.entry.title }} {{ page.reference }}</p>',
      '_includes/note.html': '<i>{{ include.text }}{% cite a %}</i>',
      'snippets/inner.html': 'inner {{ site.edition }}',
      '_data/people.yml': '- name: Ann\n',
      'part.txt': 'a part',
    }),
    { do: 'link', path: 'linked.md', to: 'content x.md' },
    { do: 'link', path: '_bibliography/linked.bib', to: '_bibliography/more.bib' },
    { do: 'link', path: 'facts/linked.txt', to: 'EDITION.txt' },
    { do: 'link', path: '_includes/snippets', to: 'snippets' },
    { do: 'link', path: 'library', to: 'papers' },
  ],
  newFile,
  text: (chance, path) => (path.endsWith('.bib') ? bibliography(chance) : text(chance)),
  frontMatter,
  settings: [],
  withFoldersAndLinks: true,
  fixed: /^_plugins\//,
};
