/** What GitHub Pages makes of a site's configuration (pages-gem 232): its defaults, what it forces, which plugins it runs. */

import { configMessages } from '../diagnostics/catalogue/site/config.ts';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts';
import { settingsOf } from '../model/settings/settings.ts';
import { deepMerge } from '../ruby/deep-merge.ts';
import type { RubyHash, Value } from '../ruby/values.ts';
import type { ConfigFiles } from './config-files.ts';
import { placeInFiles } from './place-in-config.ts';

/** Plugins that every site has there. */
const ALWAYS = [
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

/** The others that run there. */
const ALLOWED: ReadonlySet<string> = new Set([
  ...ALWAYS,
  'jekyll-avatar',
  'jekyll-feed',
  'jekyll-include-cache',
  'jekyll-mentions',
  'jekyll-octicons',
  'jekyll-redirect-from',
  'jekyll-remote-theme',
  'jekyll-seo-tag',
  'jekyll-sitemap',
  'jemoji',
]);

/** Under what the site itself says. */
export function pagesDefaults(environment: string): RubyHash {
  return hash({
    future: true,
    exclude: ['CNAME'],
    kramdown: hash({
      input: 'GFM',
      hard_wrap: false,
      gfm_quirks: 'paragraph_end',
      syntax_highlighter_opts: hash({ default_lang: 'plaintext' }),
    }),
    sass: hash(environment === 'production' ? { style: 'compressed' } : {}),
  });
}

const FORCED: RubyHash = hash({
  lsi: false,
  safe: true,
  highlighter: 'rouge',
  kramdown: hash({ template: '', math_engine: 'mathjax', syntax_highlighter: 'rouge' }),
  gist: hash({ noscript: false }),
});

/** The configuration as GitHub Pages would have it; plugins that don't run there are taken out, with a warning for each. */
export function withPagesOverrides(
  values: RubyHash,
  files: ConfigFiles,
  report: (diagnostic: Diagnostic) => void,
): RubyHash {
  const forced = new Map(deepMerge(values, FORCED));
  const settings = settingsOf(values);
  const named = settings.plugins;
  for (const [at, name] of named.entries()) {
    if (ALLOWED.has(name)) continue;
    const place = placeInFiles(files.sources, ['plugins', at]);
    report(diagnose(configMessages.notOnPages, { name }, { place }));
  }
  forced.set('whitelist', [...ALLOWED]);
  forced.set('plugins', [...new Set([...named.filter((name) => ALLOWED.has(name)), ...ALWAYS])]);
  const markdown = settings.markdown.toLowerCase();
  if (markdown === 'gfm') {
    forced.set('markdown', 'CommonMarkGhPages');
    forced.set(
      'commonmark',
      hash({
        extensions: ['table', 'strikethrough', 'autolink', 'tagfilter'],
        options: ['unsafe', 'footnotes'],
      }),
    );
  } else if (markdown !== 'commonmarkghpages') forced.set('markdown', 'kramdown');
  return forced;
}

function hash(values: Readonly<Record<string, Value>>): RubyHash {
  return new Map<Value, Value>(Object.entries(values));
}
