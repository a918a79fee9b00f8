/**
 * What GitHub Pages' builder does otherwise than Jekyll 4.3.1: THE table, one row for each rule. A build has one column of
 * it (`Config.rules`); engines get what concerns them as options, and nothing else asks which builder is meant.
 */

import type { LiquidDialect } from '../../engines/liquid/dialect.ts';
import type { YamlScalars } from '../../engines/yaml/parse-yaml.ts';
import type { SlugLetters } from '../../ruby/slugify.ts';
import { type ConfigurationRules, PAGES_CONFIGURATION, PAGES_GEMS } from './pages-gem.ts';

/** A row: the value in each column, what it changes, and where the behaviour of GitHub Pages is written down. */
interface Rule<T> {
  readonly jekyll: T;
  readonly githubPages: T;
  /** A half-sentence about GitHub Pages, as `doctor` prints it. */
  readonly changes: string;
  /** The gem and the file. */
  readonly source: string;
}

function rule<T>(
  values: { readonly jekyll: NoInfer<T>; readonly githubPages: T },
  changes: string,
  source: string,
): Rule<T> {
  return { ...values, changes, source };
}

/** The theme of a site that names none. */
export interface DefaultTheme {
  readonly name: string;
  /** The plugins that its gem depends on. */
  readonly plugins: readonly string[];
}

/** Which files `exclude:` leaves out besides its own. */
export interface ExcludeRule {
  readonly names: readonly string[];
  /** Added to what the site excludes, or only there where it excludes nothing of its own. */
  readonly kept: 'always' | 'unless-set';
}

/** The gems whose versions make a difference. */
const JEKYLL_GEMS = { jekyll: '4.3.1', liquid: '5.4.0', 'jekyll-relative-links': '0.7.0' };

const EXCLUDED: readonly string[] = [
  'Gemfile',
  'Gemfile.lock',
  'node_modules',
  'vendor/bundle/',
  'vendor/cache/',
  'vendor/gems/',
  'vendor/ruby/',
];

export const builderRules = {
  gems: rule<Readonly<Record<string, string>>>(
    { jekyll: JEKYLL_GEMS, githubPages: PAGES_GEMS },
    '`jekyll.version`, the generator of feeds and pages, and `site.github.versions` name Jekyll 3.10.0',
    'github-pages 232, lib/github-pages/dependencies.rb',
  ),
  configuration: rule<ConfigurationRules | undefined>(
    { jekyll: undefined, githubPages: PAGES_CONFIGURATION },
    'its defaults, its forced settings and its list of plugins hold',
    'github-pages 232, lib/github-pages/configuration.rb and plugins.rb',
  ),
  defaultTheme: rule<DefaultTheme | undefined>(
    {
      jekyll: undefined,
      githubPages: { name: 'jekyll-theme-primer', plugins: ['jekyll-github-metadata', 'jekyll-seo-tag'] },
    },
    'a site without `theme:` has the theme Primer',
    'github-pages 232, lib/github-pages/configuration.rb',
  ),
  themeSettings: rule(
    { jekyll: true, githubPages: false },
    "a theme's `_config.yml` and `_data` are not read",
    'jekyll 3.10.0, lib/jekyll/site.rb',
  ),
  exclude: rule<ExcludeRule>(
    {
      jekyll: { names: ['.sass-cache', '.jekyll-cache', 'gemfiles', ...EXCLUDED], kept: 'always' },
      githubPages: { names: [...EXCLUDED, 'CNAME'], kept: 'unless-set' },
    },
    '`exclude:` replaces the default list: `Gemfile`, `node_modules` and `vendor` are published unless it names them',
    'jekyll 3.10.0, lib/jekyll/configuration.rb; github-pages 232, lib/github-pages/configuration.rb',
  ),
  undatedDocuments: rule<'build-time' | 'undated'>(
    { jekyll: 'build-time', githubPages: 'undated' },
    'a document without a date has none in templates, and its `name` is nil',
    'jekyll 3.10.0, lib/jekyll/drops/document_drop.rb and document.rb',
  ),
  pageExcerpts: rule(
    { jekyll: true, githubPages: false },
    'pages have no `excerpt`, and `page_excerpts` does nothing',
    'jekyll 3.10.0, lib/jekyll/page.rb',
  ),
  excerptDefinitions: rule<'used' | 'all'>(
    { jekyll: 'used', githubPages: 'all' },
    'a cut excerpt ends with all link definitions of the rest',
    'jekyll 3.10.0, lib/jekyll/excerpt.rb',
  ),
  excerptText: rule<'amended' | 'as-read'>(
    { jekyll: 'amended', githubPages: 'as-read' },
    'relative links in excerpts stay as they are',
    'jekyll-relative-links 0.6.1',
  ),
  collectionFiles: rule<'listed' | 'copied'>(
    { jekyll: 'listed', githubPages: 'copied' },
    '`site.static_files` lacks the files of collections, which are copied whether the collection has `output` or not',
    'jekyll 3.10.0, lib/jekyll/collection.rb and static_file.rb',
  ),
  sortedCollections: rule(
    { jekyll: true, githubPages: false },
    '`sort_by` and `order` of a collection do nothing',
    'jekyll 3.10.0, lib/jekyll/collection.rb',
  ),
  renderWithLiquid: rule(
    { jekyll: true, githubPages: false },
    '`render_with_liquid: false` does nothing',
    'jekyll 3.10.0, lib/jekyll/document.rb and convertible.rb',
  ),
  trailingDots: rule<'removed' | 'kept'>(
    { jekyll: 'removed', githubPages: 'kept' },
    'addresses keep the dots at the end of a file name',
    'jekyll 3.10.0, lib/jekyll/document.rb, page.rb and static_file.rb',
  ),
  slugs: rule<SlugLetters>(
    { jekyll: 'letters', githubPages: 'alphabetic' },
    'slugs keep Roman and circled letters and lose combining marks',
    'jekyll 3.10.0, lib/jekyll/utils.rb',
  ),
  sourceMaps: rule(
    { jekyll: true, githubPages: false },
    'stylesheets have no source maps',
    'jekyll-sass-converter 1.5.2',
  ),
  yamlScalars: rule<YamlScalars>(
    { jekyll: 'psych', githubPages: 'safe-yaml' },
    'plain YAML scalars are read by SafeYAML: `1:30` is 90.0, `2020-1-2` is text',
    'safe_yaml 1.0.5, lib/safe_yaml/transform',
  ),
  liquid: rule<LiquidDialect>(
    { jekyll: 'jekyll-4', githubPages: 'jekyll-3' },
    '`link` and `post_url` leave `baseurl` out; `where`, `sort` and `group_by` compare texts; tags and filters that are newer than Liquid 4.0.4 are missing',
    'liquid 4.0.4; jekyll 3.10.0, lib/jekyll/filters.rb and tags',
  ),
} as const;

/** One column of the table. */
export type BuilderRules = {
  readonly [Name in keyof typeof builderRules]: (typeof builderRules)[Name]['jekyll'];
};

/** The version of a gem whose behaviour is ours; undefined for a gem that the table does not name. */
export function versionOf({ gems }: BuilderRules, gem: string): string | undefined {
  return Object.hasOwn(gems, gem) ? gems[gem] : undefined;
}

export const jekyllRules: BuilderRules = column('jekyll');
export const githubPagesRules: BuilderRules = column('githubPages');

function column(name: 'jekyll' | 'githubPages'): BuilderRules {
  return Object.fromEntries(
    Object.entries(builderRules).map(([key, row]) => [key, row[name]]),
  ) as unknown as BuilderRules;
}
