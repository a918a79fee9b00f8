/** Advice about gems that sites name and that are not built in. */

const TOOLS = [
  'jekyll-admin',
  'jekyll-compose',
  'jekyll-livereload',
  'jekyll-watch',
  'hawkins',
  'webrick',
  'guard-jekyll-plus',
];

const ENGINES = ['jekyll-sass-converter', 'kramdown', 'kramdown-parser-gfm', 'kramdown-math-katex', 'rouge'];

const ADVICE: ReadonlyMap<string, string> = new Map([
  ...harmless('it does nothing during a build', TOOLS),
  ...harmless('its feature is built in', ENGINES),
  ['github-pages', 'write `github_pages: true` instead, which enables its plugins and settings'],
  [
    'jekyll-octicons',
    'copy the SVG files of your icons into `_includes` and include them: `{% include octicon-x.svg %}`',
  ],
  ['jekyll-textile-converter', 'convert the pages to Markdown with `pandoc -f textile -t gfm`'],
  [
    'jekyll-minifier',
    'write `sass: {style: compressed}` for the stylesheets; GitHub Pages and most hosts compress pages anyway',
  ],
  ['jekyll-tidy', 'remove it and indent the layouts themselves; their output is not reformatted'],
  ['jekyll-data', 'copy `_data` and `_config.yml` from the theme into the site'],
  ['jekyll-polyglot', 'keep a folder per language; see docs/plugins.md for a plugin that adds pages'],
  ['jekyll-target-blank', 'copy the plugin from docs/plugins.md, which has it as an example of `transform`'],
  ['jekyll-link-attributes', 'adapt the example of `transform` in docs/plugins.md, which does much the same'],
  ['jekyll-get-json', 'download the file into `_data` and read it as `site.data`'],
  ['jekyll-diagrams', 'draw with Mermaid in the page, or include the finished SVG'],
  ['jekyll-imagemagick', 'resize the images once with ImageMagick and keep them in `assets`'],
  ['jekyll-responsive-image', 'resize the images once and write `srcset` in an include'],
  ['jekyll-picture-tag', 'resize the images once and write `srcset` in an include'],
  [
    'jekyll-spaceship',
    'remove it and add the scripts that you need, such as Mermaid or MathJax, to the layout',
  ],
  ['jekyll-algolia', 'run the indexer of the service on the built site'],
  ['jekyll-analytics', 'paste the tracking code of the service into an include'],
  ['jekyll-assets', 'put the files in `assets`; stylesheets there are compiled'],
  ['jekyll-lunr-js-search', 'print the search index with `jsonify` in a page with front matter'],
  ['jekyll-environment-variables', 'set `site.env` in a plugin with `configure`; see docs/plugins.md'],
  [
    'jekyll-multiple-languages-plugin',
    'keep a folder per language; see docs/plugins.md for a plugin that adds pages',
  ],
  ['jekyll-time-to-read', 'divide `content | number_of_words` by 200 in the layout'],
  ['jekyll-loading-lazy', 'add the attribute in a plugin with `transform`; see docs/plugins.md'],
  ['jemoji-plus', 'use `jemoji`, which is built in'],
]);

/** A hint about a gem; undefined for an unknown one. */
export function gemAdvice(name: string): string | undefined {
  return ADVICE.get(name);
}

/** Whether the site comes out the same without the gem. */
export function isHarmlessGem(name: string): boolean {
  return TOOLS.includes(name) || ENGINES.includes(name);
}

function harmless(why: string, names: readonly string[]): (readonly [string, string])[] {
  return names.map((name) => [name, `remove it from \`plugins:\`; ${why}`]);
}
