/** Facts of the gem github-pages, version 232: the gems of GitHub Pages, and what it makes of a site's configuration. */

import type { RubyHash, Value } from '../../ruby/values.ts';

/** The gems of GitHub Pages with their versions (`GitHubPages::Dependencies.gems`), as `site.github.versions` lists them. */
export const PAGES_GEMS: Readonly<Record<string, string>> = {
  jekyll: '3.10.0',
  'jekyll-sass-converter': '1.5.2',
  kramdown: '2.4.0',
  'kramdown-parser-gfm': '1.1.0',
  'jekyll-commonmark-ghpages': '0.5.1',
  liquid: '4.0.4',
  rouge: '3.30.0',
  'github-pages-health-check': '1.18.2',
  'jekyll-redirect-from': '0.16.0',
  'jekyll-sitemap': '1.4.0',
  'jekyll-feed': '0.17.0',
  'jekyll-gist': '1.5.0',
  'jekyll-paginate': '1.1.0',
  'jekyll-coffeescript': '1.2.2',
  'jekyll-seo-tag': '2.8.0',
  'jekyll-github-metadata': '2.16.1',
  'jekyll-avatar': '0.8.0',
  'jekyll-remote-theme': '0.4.3',
  'jekyll-include-cache': '0.2.1',
  jemoji: '0.13.0',
  'jekyll-mentions': '1.6.0',
  'jekyll-relative-links': '0.6.1',
  'jekyll-optional-front-matter': '0.3.2',
  'jekyll-readme-index': '0.3.0',
  'jekyll-default-layout': '0.1.5',
  'jekyll-titles-from-headings': '0.5.3',
  minima: '2.5.1',
  'jekyll-swiss': '1.0.0',
  'jekyll-theme-primer': '0.6.0',
  'jekyll-theme-architect': '0.2.0',
  'jekyll-theme-cayman': '0.2.0',
  'jekyll-theme-dinky': '0.2.0',
  'jekyll-theme-hacker': '0.2.0',
  'jekyll-theme-leap-day': '0.2.0',
  'jekyll-theme-merlot': '0.2.0',
  'jekyll-theme-midnight': '0.2.0',
  'jekyll-theme-minimal': '0.2.0',
  'jekyll-theme-modernist': '0.2.0',
  'jekyll-theme-slate': '0.2.0',
  'jekyll-theme-tactile': '0.2.0',
  'jekyll-theme-time-machine': '0.2.0',
};

/** Plugins that every site has there (`DEFAULT_PLUGINS`). */
const EVERYWHERE: readonly string[] = [
  'jekyll-coffeescript',
  'jekyll-commonmark-ghpages',
  'jekyll-gist',
  'jekyll-github-metadata',
  'jekyll-paginate',
  'jekyll-relative-links',
  'jekyll-optional-front-matter',
  'jekyll-readme-index',
  'jekyll-default-layout',
  'jekyll-titles-from-headings',
];

/** What the gem makes of a configuration: its own defaults under it, what it insists on over it. */
export interface ConfigurationRules {
  /** Under what the site says, for an environment. */
  readonly defaults: (environment: string) => RubyHash;
  /** Over what the site says. */
  readonly forced: RubyHash;
  /** Plugins that every site has. */
  readonly everywhere: readonly string[];
  /** Plugins that run; others are left out. */
  readonly allowed: ReadonlySet<string>;
  /** Names of `markdown:`, lower case, that stand for something; others are kramdown. */
  readonly markdown: ReadonlyMap<string, RubyHash>;
}

export const PAGES_CONFIGURATION: ConfigurationRules = {
  defaults: (environment) =>
    hash({
      kramdown: hash({
        input: 'GFM',
        hard_wrap: false,
        gfm_quirks: 'paragraph_end',
        syntax_highlighter_opts: hash({ default_lang: 'plaintext' }),
      }),
      sass: hash(environment === 'production' ? { style: 'compressed' } : {}),
    }),
  forced: hash({
    lsi: false,
    safe: true,
    highlighter: 'rouge',
    kramdown: hash({ template: '', math_engine: 'mathjax', syntax_highlighter: 'rouge' }),
    gist: hash({ noscript: false }),
  }),
  everywhere: EVERYWHERE,
  allowed: new Set([
    ...EVERYWHERE,
    'jekyll-feed',
    'jekyll-redirect-from',
    'jekyll-seo-tag',
    'jekyll-sitemap',
    'jekyll-avatar',
    'jemoji',
    'jekyll-mentions',
    'jekyll-include-cache',
    'jekyll-octicons',
    'jekyll-remote-theme',
  ]),
  markdown: new Map([
    ['kramdown', hash({ markdown: 'kramdown' })],
    ['commonmarkghpages', hash({})],
    [
      'gfm',
      hash({
        markdown: 'CommonMarkGhPages',
        commonmark: hash({
          extensions: ['table', 'strikethrough', 'autolink', 'tagfilter'],
          options: ['unsafe', 'footnotes'],
        }),
      }),
    ],
  ]),
};

function hash(values: Readonly<Record<string, Value>>): RubyHash {
  return new Map<Value, Value>(Object.entries(values));
}
