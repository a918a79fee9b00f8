/** jekyll-mentions: `@name` in a page's text becomes a link to the account; as in version 1.6. */

import { changeBody, parseFragment, printNode } from '../plugin/api/html.ts';
import { type DocumentView, definePlugin, type SiteView } from '../plugin/api/plugin.ts';
import { isBlank, isHash, isTruthy, type Value } from '../plugin/api/values.ts';

const MENTION = /(?:^|\W)@(?=(\w[\w-]*))\1(?!\/)(?=\.+[ \t\W]|\.+$|[^0-9a-zA-Z_.]|$)/gim;

/** Elements in which an `@` means something else. */
const IGNORED: ReadonlySet<string> = new Set(['pre', 'code', 'a', 'style', 'script']);

/** Names that are about mentions and mention nobody. */
const NOBODY: ReadonlySet<string> = new Set(['mention', 'mentions', 'mentioned', 'mentioning']);

export const mentions = definePlugin({
  name: 'jekyll-mentions',
  settings: {
    'jekyll-mentions': {
      type: ['string', 'hash'],
      keys: { base_url: { type: 'string', default: 'https://github.com', doc: 'The same, as a key.' } },
      doc: 'What stands before a name in its address.',
    },
  },
  liquid: { isBlank },
  transform(html, page, site) {
    if (!html.includes('@') || !isMentionable(page)) return html;
    const base = baseOf(page, site);
    return changeBody(html, {
      isConcerned: (body) => body.search(MENTION) >= 0,
      ignored: IGNORED,
      change(text) {
        const escaped = printNode(text);
        const linked = escaped.replace(MENTION, (whole, name: string) =>
          NOBODY.has(name.toLowerCase())
            ? whole
            : whole.replace(`@${name}`, () => `<a href="${base}${name}" class="user-mention">@${name}</a>`),
        );
        return linked === escaped ? undefined : parseFragment(linked).children;
      },
    });
  },
});

function isMentionable(page: DocumentView): boolean {
  const permalink = page.get('permalink');
  const isPage =
    page.outputExtension === '.html' || (typeof permalink === 'string' && permalink.endsWith('/'));
  return page.written && isPage && page.get('jekyll-mentions') !== false;
}

/** What stands before a name in its address. */
function baseOf(page: DocumentView, site: SiteView): string {
  const setting: Value = page.data.has('jekyll-mentions')
    ? page.get('jekyll-mentions')
    : site.config('jekyll-mentions');
  const given = isHash(setting) ? setting.get('base_url') : setting;
  const base = isTruthy(given) ? site.print(given) : 'https://github.com';
  return /[/~]$/.test(base) ? base : `${base}/`;
}
