/** jekyll-socials: `{% social_links %}` prints the profiles of `_data/socials.yml` as icons; as version 0.0.6 does. */

import { defineMessage, diagnose } from '../../plugin/api/diagnostics.ts';
import { definePlugin } from '../../plugin/api/plugin.ts';
import { defineTag, type TagCall } from '../../plugin/api/tag.ts';
import { isHash, isTruthy, read, type Value } from '../../plugin/api/values.ts';
import { SITES } from './social-sites.ts';

const unknownSite = defineMessage<{ readonly key: string }>({
  code: 'socials/unknown',
  severity: 'warning',
  message: ({ key }) => `\`${key}\` of \`_data/socials.yml\` is not a known profile and has no logo`,
  hint: ({ key }) => `write \`${key}: {title: …, logo: …, url: …}\`, or use a key that jekyll-socials knows`,
});

export const socials = definePlugin({
  name: 'jekyll-socials',
  liquid: {
    tags: [
      defineTag('social_links', (call) => {
        const given = read(call.site, 'data', 'socials');
        if (!isHash(given)) return '';
        const links = [...given].map(([key, value]) => linkOf(call.print(key), value, call));
        return links.filter((link) => link !== undefined).join(' ');
      }),
    ],
  },
});

function linkOf(key: string, value: Value, call: TagCall): string | undefined {
  const site = SITES[key];
  const logo = read(value, 'logo');
  if (site === undefined) {
    if (!isTruthy(logo)) {
      call.report(diagnose(unknownSite, { key }));
      return undefined;
    }
    const [title, url] = [read(value, 'title'), read(value, 'url')].map(call.print);
    return `<a href='${url}' title='${title}'>${logoOf(call.print(logo), title!, call)}</a>`;
  }
  const title = titleOf(key);
  const icon = isTruthy(logo) ? logoOf(call.print(logo), title, call) : `<i class='${site.icon}'></i>`;
  const own = isTruthy(logo) ? (read(value, 'value') ?? read(value, key)) : value;
  return `<a href='${addressOf(key, own, value, call)}' title='${title}'>${icon}</a>`;
}

/** Ruby's `capitalize` of the words of a key. */
function titleOf(key: string): string {
  const words = key.replaceAll('_', ' ');
  return words.slice(0, 1).toUpperCase() + words.slice(1).toLowerCase();
}

/** @param own the profile's name; `whole` is what the file says of it */
function addressOf(key: string, own: Value, whole: Value, call: TagCall): string {
  const base = call.print(call.setting('baseurl'));
  if (key === 'academia_edu') {
    const [organization, name] = [read(whole, 'organization'), read(whole, 'username')].map(call.print);
    return `https://${organization}.academia.edu/${name}`;
  }
  if (key === 'rss_icon') return `${base}/feed.xml`;
  const text = call.print(own);
  if (key === 'cv_pdf') return text.includes('://') ? text : base + text;
  return SITES[key]!.address.replace('%s', () => text);
}

const PICTURES: ReadonlySet<string> = new Set(['png', 'jpg', 'jpeg', 'gif', 'webp', 'svg']);

/** A picture, or the classes of an icon. */
function logoOf(logo: string, title: string, call: TagCall): string {
  const ending = logo.slice(logo.lastIndexOf('.') + 1).toLowerCase();
  if (!PICTURES.has(ending)) return `<i class='${logo}'></i>`;
  const address = logo.includes('://') ? logo : call.print(call.setting('baseurl')) + logo;
  return ending === 'svg'
    ? `<svg><image xlink:href='${address}' /></svg>`
    : `<img src='${address}' alt='${title}'>`;
}
