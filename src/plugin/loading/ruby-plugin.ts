/** What can be said of a Ruby plugin without running it: the tags and filters that it gives, and the built-in one like it. */

import { nearest } from '../../base/nearest.ts';
import { baseName } from '../../base/paths.ts';
import { loadMessages } from '../../diagnostics/catalogue/site/plugin-load.ts';
import { type Diagnostic, diagnose } from '../../diagnostics/diagnostic.ts';
import type { ReadFs } from '../../ports/fs.ts';
import type { Plugin } from '../api/plugin.ts';

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

export function describeRubyPlugin(
  fs: ReadFs,
  path: string,
  file: string,
  builtIn: readonly Plugin[],
): Diagnostic {
  const text = new TextDecoder().decode(fs.readBytes(path));
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
