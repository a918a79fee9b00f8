/**
 * The shape of sites whose pages, stylesheets and partials lie in the same folders: the Sass folder is the source itself, and
 * stylesheets import from where pages and static files are read.
 */

import { type Chance, type EditShape, siteOf, WORDS } from '../edit-scripts.ts';

const STEMS = ['part', 'base', 'look', 'theme'] as const;
const FOLDERS = ['', 'assets/css/', 'look/'] as const;

const IMPORTS = [
  '@import "part";',
  '@import "base";',
  '@import "look";',
  '@import "look/part";',
  '@import "theme", "part";',
  '@import "assets/css/part";',
  '@import "assets/css/theme";',
  '@import "css/part";',
  '@use "base" as b;',
  '@use "assets/css/base" as c;',
  '@forward "theme";',
] as const;

function rule(chance: Chance): string {
  return chance.pick([
    `.${chance.pick(WORDS)} { width: ${chance.number(9)}px; }`,
    `$c: ${chance.pick(['red', 'blue'])};\n.${chance.pick(WORDS)} { color: $c; }`,
    `%held { margin: ${chance.number(9)}px; }`,
    chance.pick(IMPORTS),
    `/* ${chance.pick(WORDS)} */`,
  ]);
}

/** Rules, those first that have to stand first. */
function stylesheet(chance: Chance): string {
  const parts = Array.from({ length: 1 + chance.number(3) }, () => rule(chance));
  const isFirst = (part: string): boolean => /^@(?:use|forward)/.test(part);
  return `${[...parts.filter(isFirst), ...parts.filter((part) => !isFirst(part))].join('\n')}\n`;
}

const READS = [
  '{{ page.title }} {{ page.path }}',
  '{% for page in site.pages %}{{ page.path }};{% endfor %}',
  '{% for file in site.static_files %}{{ file.path }};{% endfor %}',
  '{{ "@import \'part\';" | scssify }}',
  '{{ "@import \'assets/css/part\'; .x { y: z; }" | scssify }}',
  '{% for post in site.posts %}{{ post.title }};{% endfor %}',
  'Some *text* alone.',
] as const;

function text(chance: Chance): string {
  return Array.from({ length: 1 + chance.number(2) }, () => chance.pick(READS)).join('\n\n');
}

function frontMatter(chance: Chance): string {
  return [`title: ${chance.pick(WORDS)}`, 'layout: default', `kind: ${chance.pick(WORDS)}`]
    .filter(() => chance.number(2) === 0)
    .join('\n');
}

function newFile(chance: Chance): readonly [path: string, content: string] {
  const folder = chance.pick(FOLDERS);
  const stem = chance.pick(STEMS);
  const page = `---\n${frontMatter(chance)}\n---\n${text(chance)}\n`;
  return chance.pick([
    [`${folder}_${stem}.scss`, stylesheet(chance)],
    [`${folder}_${stem}.scss`, stylesheet(chance)],
    [`${folder}${stem}.scss`, stylesheet(chance)],
    [`${folder}${stem}.scss`, `---\n---\n${stylesheet(chance)}`],
    [`${folder}_${stem}.sass`, `.${stem}\n  width: ${chance.number(9)}px\n`],
    [`${folder}${stem}/_index.scss`, stylesheet(chance)],
    [`${folder}${stem}.css`, `.css { order: ${chance.number(9)}; }\n`],
    [`${folder}${chance.pick(WORDS)}.md`, page],
    [`${folder}${chance.pick(WORDS)}.html`, page],
    [`${folder}${stem}.md`, page],
    [`${folder}${chance.pick(WORDS)}.txt`, chance.pick(WORDS)],
    [`_posts/2024-0${1 + chance.number(9)}-1${chance.number(9)}-${chance.pick(WORDS)}.md`, page],
    ['_layouts/default.html', `<html>${text(chance)}{{ content }}</html>`],
  ] as const);
}

/** @param sass the settings of the configuration: where partials are looked for */
function stylesheetShape(sass: string): EditShape {
  return {
    site: siteOf({
      '_config.yml': `title: Stylesheets\nsass: ${sass}\n`,
      'index.md': '---\ntitle: Home\nlayout: default\n---\nHello *you*\n',
      'look/about.md': '---\ntitle: About\n---\n{{ site.pages | size }}\n',
      'assets/css/notes.md': '---\ntitle: Notes\n---\n{{ "@import \'part\';" | scssify }}\n',
      'assets/css/main.scss': '---\n---\n@import "part";\n@import "assets/css/theme";\n.m { color: red; }\n',
      'assets/css/_part.scss': '.part { width: 1px; }\n',
      'assets/css/_theme.scss': '@import "base";\n.theme { width: 2px; }\n',
      'assets/css/plain.css': '.plain { order: 1; }\n',
      '_base.scss': '.base { width: 3px; }\n',
      '_part.scss': '.root-part { width: 4px; }\n',
      'look/_part.scss': '.look { width: 5px; }\n',
      'print.scss': '---\n---\n@import "look/part";\n@import "base";\n',
      '_layouts/default.html': '<html>{{ page.title }}{{ content }}</html>',
      '_posts/2024-01-01-a.md': '---\ntitle: A\nlayout: default\n---\nFirst\n',
    }),
    newFile,
    text: (chance, path) => (/\.(?:scss|css)$/.test(path) ? rule(chance) : text(chance)),
    frontMatter,
    settings: [],
    withFoldersAndLinks: true,
    fixed: /^_plugins\//,
  };
}

export const sourceAsLoadPath = stylesheetShape('{sass_dir: "", load_paths: ["."]}');
export const assetsAsLoadPath = stylesheetShape('{sass_dir: "", load_paths: ["assets/css"]}');
export const bothAsLoadPaths = stylesheetShape('{sass_dir: "", load_paths: [".", "assets/css"]}');
