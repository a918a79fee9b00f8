/** Themes that sites name by their gems alone: where their repositories are, and how these call their versions. */

import { namedVersion, satisfies } from '../../files/gemfile/requirement.ts';

export interface KnownTheme {
  /** `owner/name` on GitHub. */
  readonly repository: string;
  /** What precedes the version in the name of a tag; undefined where the repository has no tags. */
  readonly tag: '' | 'v' | undefined;
  /** Versions that are there, the newest last: one of them is taken where the site asks for none in particular. */
  readonly versions: readonly string[];
}

/** GitHub Pages' own, each in a repository of its name. */
const PAGES_THEMES: readonly (readonly [string, KnownTheme])[] = [
  ...['architect', 'cayman', 'dinky', 'hacker', 'leap-day', 'merlot', 'midnight', 'minimal'],
  ...['modernist', 'slate', 'tactile', 'time-machine'],
].map((name) => [
  `jekyll-theme-${name}`,
  { repository: `pages-themes/${name}`, tag: 'v', versions: ['0.1.1', '0.2.0'] },
]);

const KNOWN: ReadonlyMap<string, KnownTheme> = new Map<string, KnownTheme>([
  ...PAGES_THEMES,
  ['jekyll-theme-primer', known('pages-themes/primer', 'v', '0.5.4', '0.6.0')],
  ['minima', known('jekyll/minima', 'v', '2.4.1', '2.5.0', '2.5.1', '2.5.2')],
  ['minimal-mistakes-jekyll', known('mmistakes/minimal-mistakes', '', '4.24.0', '4.25.0', '4.26.2')],
  ['jekyll-theme-so-simple', known('mmistakes/so-simple-theme', '', '3.1.2', '3.2.0')],
  ['jekyll-theme-basically-basic', known('mmistakes/jekyll-theme-basically-basic', '', '1.4.5')],
  ['just-the-docs', known('just-the-docs/just-the-docs', 'v', '0.10.1', '0.11.2', '0.12.0')],
  ['jekyll-theme-chirpy', known('cotes2020/jekyll-theme-chirpy', 'v', '5.6.0', '7.0.0', '7.5.0', '7.6.0')],
  ['jekyll-theme-hydejack', known('hydecorp/hydejack', 'v', '9.1.9', '9.2.1')],
  ['beautiful-jekyll-theme', known('daattali/beautiful-jekyll', '', '5.0.0', '6.0.1')],
  ['al_folio_core', known('al-org-dev/al-folio-core', 'v', '1.0.9')],
  ['jekyll-theme-console', known('b2a3e8/jekyll-theme-console', 'v', '0.3.11', '0.3.12')],
  ['jekyll-text-theme', known('kitian616/jekyll-TeXt-theme', 'v', '2.2.6')],
  ['jekyll-whiteglass', known('yous/whiteglass', 'v', '1.11.7')],
  ['bulma-clean-theme', known('chrisrhymes/bulma-clean-theme', 'v', '1.2.1', '1.3.0')],
  ['no-style-please', known('riggraz/no-style-please', 'v', '0.2.0', '0.3.1')],
  ['jekyll-swiss', known('broccolini/swiss', undefined)],
  ['jekyll-agency', known('raviriley/agency-jekyll-theme', undefined)],
  ['tale', known('chesterhow/tale', undefined)],
  ['jekyll-theme-yat', known('jeffreytse/jekyll-theme-yat', 'v', '1.10.0')],
  ['jekyll-rtd-theme', known('rundocs/jekyll-rtd-theme', 'v', '2.0.10')],
]);

/** The theme that a gem of this name holds; undefined for one that is not known. */
export function knownTheme(gem: string): KnownTheme | undefined {
  return KNOWN.get(gem);
}

/**
 * The tag of the newest version that meets the requirements: of those that the table knows, else the one that the requirements
 * name; `HEAD` without tags.
 */
export function tagFor({ tag, versions }: KnownTheme, requirements: readonly string[]): string {
  if (tag === undefined) return 'HEAD';
  const known = versions.findLast((version) => satisfies(version, requirements));
  return `${tag}${known ?? namedVersion(requirements) ?? versions.at(-1)}`;
}

/** Whether a tag is of a version that meets the requirements. */
export function tagMeets({ tag }: KnownTheme, ref: string, requirements: readonly string[]): boolean {
  if (tag === undefined || requirements.length === 0) return true;
  return ref.startsWith(tag) && satisfies(ref.slice(tag.length), requirements);
}

/** The names of all, for suggestions. */
export function knownThemeNames(): readonly string[] {
  return [...KNOWN.keys()];
}

function known(repository: string, tag: KnownTheme['tag'], ...versions: readonly string[]): KnownTheme {
  return { repository, tag, versions };
}
