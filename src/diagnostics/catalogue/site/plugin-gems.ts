/** What to do about gems that sites name and that are not built in. */

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
  ...harmless('there is nothing to do at a build', TOOLS),
  ...harmless('what it does is built in', ENGINES),
  ['github-pages', 'write `github_pages: true` instead: that turns its plugins and settings on'],
  [
    'jekyll-octicons',
    'copy the SVG of the icons you use into _includes and include them: {% include octicon-x.svg %}',
  ],
  ['jekyll-textile-converter', 'write the pages as Markdown: `pandoc -f textile -t gfm`'],
  [
    'jekyll-minifier',
    'GitHub Pages and most hosts compress what they send; Sass does it with `sass: {style: compressed}`',
  ],
  ['jekyll-tidy', 'layouts are printed as they are written; take it out'],
  ['jekyll-data', 'copy the _data and _config.yml of the theme into the site'],
  ['jekyll-polyglot', 'keep a folder for each language; docs/plugins.md shows how a plugin can add pages'],
  ['jekyll-target-blank', 'docs/plugins.md has it as an example of `transform`'],
  ['jekyll-link-attributes', 'docs/plugins.md has much the same as an example of `transform`'],
  ['jekyll-email-protect', 'the filter `encode_email` can be a plugin of three lines: docs/plugins.md'],
  ['jekyll-twitter-plugin', 'paste the code that the service offers for embedding into an include'],
  ['jekyll-get-json', 'download the file into _data and read it as site.data'],
  [
    'jekyll-jupyter-notebook',
    'convert the notebook with `jupyter nbconvert --to html` and include the result',
  ],
  ['jekyll-diagrams', 'draw with Mermaid in the page, or include the finished SVG'],
  ['jekyll-imagemagick', 'make the pictures once with ImageMagick and keep them in assets'],
  ['jekyll-responsive-image', 'make the pictures once and write `srcset` into an include'],
  ['jekyll-picture-tag', 'make the pictures once and write `srcset` into an include'],
  [
    'jekyll-spaceship',
    'Mermaid, MathJax and tables need scripts in the layout; take it out and add those you use',
  ],
  ['jekyll-algolia', 'run the indexer of the service on the finished site'],
  ['jekyll-analytics', 'paste the code of the service into an include'],
  ['jekyll-assets', 'put the files into assets; stylesheets there are compiled'],
  ['jekyll-lunr-js-search', 'a page with front matter and `jsonify` can print the index of the search'],
  ['jekyll-environment-variables', '`site.env` can be set by a plugin with `configure`: docs/plugins.md'],
  [
    'jekyll-multiple-languages-plugin',
    'keep a folder for each language; docs/plugins.md shows how a plugin can add pages',
  ],
  ['jekyll-time-to-read', 'divide `content | number_of_words` by 200 in the layout'],
  ['jekyll-loading-lazy', 'docs/plugins.md shows `transform`, which can add the attribute'],
  ['jemoji-plus', 'jemoji is built in'],
]);

/** A sentence of advice about a gem; undefined for one that we know nothing of. */
export function gemAdvice(name: string): string | undefined {
  return ADVICE.get(name);
}

/** Whether a site is the same without the gem. */
export function isHarmlessGem(name: string): boolean {
  return TOOLS.includes(name) || ENGINES.includes(name);
}

function harmless(why: string, names: readonly string[]): (readonly [string, string])[] {
  return names.map((name) => [name, `${why}; take it out of \`plugins:\``]);
}
