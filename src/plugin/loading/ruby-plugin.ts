/** What can be said of a Ruby plugin without running it: the tags and filters that it gives, and the built-in one like it. */

import { fingerprint } from '../../base/hash.ts';
import { nearest } from '../../base/nearest.ts';
import { baseName } from '../../base/paths.ts';
import { loadMessages } from '../../diagnostics/catalogue/site/plugin-load.ts';
import { type Diagnostic, diagnose } from '../../diagnostics/diagnostic.ts';
import type { Plugin, RubyFile } from '../api/plugin.ts';

/** Words in the names of plugins that people copy from one another, with what we have instead. */
const ALIKE: readonly (readonly [RegExp, string])[] = [
  [/archive|categor|tag[_-]?(?:page|gen|index)|generate[_-]tag/i, 'jekyll-archives'],
  [/paginat/i, 'jekyll-paginate-v2'],
  [/sitemap/i, 'jekyll-sitemap'],
  [/feed|atom|rss/i, 'jekyll-feed'],
  [/redirect|alias/i, 'jekyll-redirect-from'],
  [/(?:^|[_-])toc|table[_-]?of[_-]?contents/i, 'jekyll-toc'],
  [/gist/i, 'jekyll-gist'],
  [/emoji/i, 'jemoji'],
  [/mention/i, 'jekyll-mentions'],
  [/last[_-]?modif|git[_-]?date/i, 'jekyll-last-modified-at'],
  [/seo|open[_-]?graph/i, 'jekyll-seo-tag'],
  [/include[_-]?cache/i, 'jekyll-include-cache'],
  [/avatar/i, 'jekyll-avatar'],
];

/** A plugin of a template, and the built-in one that does its work. */
export interface StandIn {
  readonly plugin: Plugin;
  /** Whether the file's code is what the template has in one of its versions. */
  readonly isUnchanged: boolean;
}

/** @param name the file's, without its folder */
export function standInFor(name: string, text: string, builtIn: readonly Plugin[]): StandIn | undefined {
  const isSame = (file: RubyFile) => file.name === name && text.includes(file.defines);
  for (const plugin of builtIn) {
    const file = plugin.rubyFiles?.find(isSame);
    if (file !== undefined) return { plugin, isUnchanged: file.known.includes(codePrint(text)) };
  }
  return undefined;
}

/** The fingerprint of Ruby code without whole-line comments and white space. */
export function codePrint(text: string): string {
  return fingerprint(text.replace(/^\s*#.*/gm, '').replace(/\s+/g, ''));
}

export function describeRubyPlugin(file: string, text: string, builtIn: readonly Plugin[]): Diagnostic {
  const tags = [...text.matchAll(/register_tag\(?\s*['":](\w+)/g)].map(([, name]) => `the tag \`${name}\``);
  const others = [
    [/register_filter/, 'filters'],
    [/<\s*(?:Jekyll::)?Generator\b/, 'pages'],
    [/<\s*(?:Jekyll::)?Converter\b/, 'a converter'],
    [/Hooks\.register/, 'hooks'],
  ] as const;
  const gives = [...tags, ...others.flatMap(([pattern, what]) => (pattern.test(text) ? [what] : []))];
  const name = baseName(file).replace(/\.rb$/, '');
  const near =
    ALIKE.find(([pattern]) => pattern.test(name))?.[1] ??
    nearest(
      name.replaceAll('_', '-'),
      builtIn.map((plugin) => plugin.name),
    );
  return diagnose(loadMessages.ruby, { file, gives, near }, { place: { file, line: 1, column: 1 } });
}
