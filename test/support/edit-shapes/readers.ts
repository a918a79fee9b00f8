/** The shape of sites in which each kind of thing reads the others. */

import { type Chance, type EditShape, siteOf, WORDS } from '../edit-scripts.ts';

/** What templates read, in all the ways that they can. */
const READS = [
  '{{ page.title }} {{ page.url }} {{ page.date | date: "%Y" }}',
  '{% for post in site.posts %}{{ post.title }}|{{ post.url }};{% endfor %}',
  '{% for post in site.posts limit:2 %}{{ post.excerpt | strip_html }}{% endfor %}',
  '{% for page in site.pages %}{{ page.path }}={{ page.content | size }};{% endfor %}',
  '{% for page in site.html_pages %}{{ page.title }};{% endfor %}',
  '{% for doc in site.documents %}{{ doc.id }}:{{ doc.content | size }};{% endfor %}',
  '{% for file in site.static_files %}{{ file.path }};{% endfor %}',
  '{% for c in site.collections %}{{ c.label }}:{{ c.docs | size }};{% endfor %}',
  '{% for tag in site.tags %}{{ tag[0] }}:{{ tag[1] | size }};{% endfor %}',
  '{% assign sorted = site.posts | sort: "title" %}{% for p in sorted %}{{ p.title }}{% endfor %}',
  '{% assign sorted = site.things | sort %}{% for p in sorted %}{{ p.title }}{% endfor %}',
  '{% assign some = site.posts | where: "kind", "a" %}{{ some | size }}',
  '{% assign groups = site.things | group_by: "kind" %}{% for g in groups %}{{ g.name }}{{ g.size }}{% endfor %}',
  '{{ site.title }} {{ site.description }} {{ site.nothing }}',
  '{{ site.data.people | jsonify }}',
  '{% for pair in site.data %}{{ pair[0] }};{% endfor %}',
  '{{ site.data.menu.first.name }}{{ site.data.menu | size }}',
  '{{ site.time | date: "%Y" }}',
  "{{ 'now' | date: '%Y-%m' }}",
  '{% include note.html text="a" %}',
  '{% include note.html text=page.title %}',
  '{% include deep.html %}',
  '{% include {{ page.kind }}.html %}',
  '{% include_relative part.txt %}',
  '{% include_cached note.html text="kept" %}',
  '{% include_cached deep.html %}',
  '{% link index.md %}',
  '{% link _posts/2024-01-02-b.md %}',
  '{% post_url 2024-01-01-a %}',
  '{{ page.next.title }} {{ page.previous.url }}',
  '{% for p in site.related_posts %}{{ p.title }}{% endfor %}',
  '{{ page.excerpt }}',
  '{{ page | jsonify | size }}',
  '{{ site.posts.first }}',
  '{{ site.posts.last.output | size }}',
  '{{ site.things.first.content | markdownify }}',
  '{{ layout.kind }}{{ layout.title }}',
  '{{ page.tags | join: "," }}',
  '{{ unknown_thing }}{{ page.title | no_filter }}',
  '{{ site.posts | sample | size }}{{ "a,b,c" | split: "," | sample }}',
  '{{ "2024-03-01" | date: "%d" }}{{ "March 5" | date: "%Y %d" }}',
  '{{ "a.md" | relative_url }} {{ "/x" | absolute_url }}',
  '{% increment n %}',
  '{{ n }} {% if n == 2 %}two{% endif %}',
  '{% if site.show %}shown{% endif %}',
  '{% seo %}',
  '{{ paginator.page }}',
  '{{ site.baseurl }}{{ jekyll.environment }}',
  '{% highlight js %}let a = 1;{% endhighlight %}',
  '{{ page.content | size }}',
  '{% if %}',
  '{% include missing.html %}',
] as const;

const LAYOUTS = ['default', 'post', 'wide', 'none', 'nowhere'] as const;

function frontMatter(chance: Chance): string {
  const lines = [
    `title: ${chance.pick(WORDS)} ${chance.number(3)}`,
    `kind: ${chance.pick(['a', 'b', 'note'])}`,
    `layout: ${chance.pick(LAYOUTS)}`,
    `tags: [${chance.pick(WORDS)}, ${chance.pick(WORDS)}]`,
    `excerpt: ${chance.pick(WORDS)}`,
    `permalink: /${chance.pick(WORDS)}/`,
    `date: 2024-0${1 + chance.number(6)}-03`,
    `published: ${chance.pick(['true', 'false'])}`,
    `excerpt_separator: "${chance.pick(['<!--more-->', ''])}"`,
  ];
  return lines.filter(() => chance.number(3) === 0).join('\n');
}

function text(chance: Chance): string {
  const parts = Array.from({ length: 1 + chance.number(3) }, () =>
    chance.number(3) === 0 ? `*${chance.pick(WORDS)}* text` : chance.pick(READS),
  );
  return parts.join('\n\n');
}

function newFile(chance: Chance): readonly [path: string, content: string] {
  const name = `${chance.pick(WORDS)}${chance.number(3)}`;
  const page = `---\n${frontMatter(chance)}\n---\n${text(chance)}\n`;
  return chance.pick([
    [`${name}.md`, page],
    [`_posts/2024-0${1 + chance.number(9)}-1${chance.number(9)}-${name}.md`, page],
    [`_things/${name}.md`, page],
    [
      `_layouts/${chance.pick(LAYOUTS)}.html`,
      `---\n${frontMatter(chance)}\n---\n${text(chance)}\n{{ content }}`,
    ],
    [`_includes/${chance.pick(['note', 'deep', 'a', 'missing'])}.html`, `${text(chance)} {{ include.text }}`],
    [
      `_data/${chance.pick(['people', 'menu', name])}.yml`,
      `- name: ${name}\n- name: ${chance.pick(WORDS)}\n`,
    ],
    [`assets/${name}.txt`, name],
    [`assets/${name}.scss`, `---\n---\n$c: ${chance.pick(['red', 'blue'])};\n.a { color: $c; }\n`],
    [`_sass/part.scss`, `.part { width: ${chance.number(9)}px; }\n`],
    ['part.txt', text(chance)],
  ] as const);
}

const SETTINGS = [
  'title: New title',
  'title: Other title',
  'description: Said',
  'baseurl: /base',
  'show: true',
  'future: true',
  'permalink: /:title/',
  'excerpt_separator: ""',
  'page_excerpts: true',
  'show_drafts: true',
  'kramdown: {auto_ids: false}',
  'liquid: {error_mode: lax}',
  'defaults: [{scope: {path: ""}, values: {kind: b, layout: default}}]',
  'exclude: [alpha0.md, assets]',
  'limit_posts: 2',
] as const;

/** A site in which each kind reads the others. */
export const READER_SITE: Readonly<Record<string, string>> = {
  '_config.yml':
    'title: Readers\ncollections: {things: {output: true}}\nplugins: [jekyll-include-cache, jekyll-feed, jekyll-sitemap, jekyll-seo-tag]\nurl: https://example.org\n',
  'index.md':
    '---\ntitle: Home\nlayout: default\n---\n{% for post in site.posts %}{{ post.title }}{% endfor %}\n',
  'about.md': '---\ntitle: About\nlayout: wide\n---\n{{ site.data.people | size }}\n',
  'part.txt': 'a part',
  '_posts/2024-01-01-a.md':
    '---\ntitle: A\nlayout: post\ntags: [alpha]\n---\nFirst {{ page.title }}\n\nMore\n',
  '_posts/2024-01-02-b.md':
    '---\ntitle: B\nlayout: post\nkind: a\n---\nSecond {% include note.html text="b" %}\n\nMore\n',
  '_posts/2024-02-02-c.md': '---\ntitle: C\nlayout: post\n---\nThird\n\n{{ site.pages.first.content }}\n',
  '_things/one.md': '---\ntitle: One\nkind: a\n---\n{{ site.posts.first.excerpt }}\n',
  '_things/two.md': '---\ntitle: Two\nkind: b\nlayout: default\n---\n{{ page.previous.content }}\n',
  '_layouts/default.html':
    '---\nkind: base\n---\n<html>{{ page.title }} {{ site.title }} {% include note.html text=page.kind %}{{ content }}</html>',
  '_layouts/post.html': '---\nlayout: default\n---\n<article>{{ content }}{{ page.next.title }}</article>',
  '_layouts/wide.html': '---\nlayout: default\n---\n<div>{{ content }}</div>',
  '_includes/note.html': '<i>{{ include.text }}{{ site.data.menu.first.name }}</i>',
  '_includes/deep.html':
    '{% for p in site.posts %}{{ p.title }}{% endfor %}{% include note.html text="deep" %}',
  '_includes/a.html': 'A',
  '_data/people.yml': '- name: Ann\n- name: Bob\n',
  '_data/menu.yml': '- name: Start\n',
  'assets/main.scss': '---\n---\n@import "part";\n.m { color: red; }\n',
  '_sass/part.scss': '.part { width: 1px; }\n',
};

/** Any site edited as this one: files come and go, and settings change. */
export function shapeOf(site: EditShape['site']): EditShape {
  return {
    site,
    newFile,
    text,
    frontMatter,
    settings: SETTINGS,
    withFoldersAndLinks: false,
    fixed: /^_plugins\//,
  };
}

export const readers: EditShape = shapeOf(siteOf(READER_SITE));
