/** Findings of `hastie doctor` in a site that builds. */

import { message } from '../../diagnostic.ts';

const didYouMean = (nearest: string | undefined, otherwise: string): string =>
  nearest === undefined ? otherwise : `did you mean \`${nearest}\`?`;

const onPage = (page: string | undefined): string => (page === undefined ? '' : ` (on the page \`${page}\`)`);

const PAPER_ID =
  'copy the id from the address of the paper on your Scholar profile, where it follows `citation_for_view=`';

/** The page is named only where the place in the source is not known. */
interface Spot {
  readonly page: string | undefined;
}

export const doctorMessages = {
  themeUsed: message<{ readonly theme: string }>({
    code: 'doctor/theme',
    severity: 'info',
    message: ({ theme }) => `the theme is ${theme}`,
  }),
  themeNotLocked: message<{ readonly name: string; readonly file: string }>({
    code: 'doctor/theme-not-locked',
    severity: 'warning',
    message: ({ name, file }) =>
      `\`${file}\` does not name the theme \`${name}\` as the site does, so another build may use another version`,
    hint: ({ file }) => `run \`hastie build\`, and commit \`${file}\``,
  }),
  themeBehind: message<{ readonly name: string; readonly ref: string; readonly newer: string }>({
    code: 'doctor/theme-behind',
    severity: 'info',
    message: ({ name, ref, newer }) => `the theme \`${name}\` is locked at \`${ref}\`; \`${newer}\` is newer`,
    hint: () => 'run `hastie theme update` to use it',
  }),
  themeOverridden: message<{ readonly files: readonly string[] }>({
    code: 'doctor/theme-overridden',
    severity: 'info',
    message: ({ files }) =>
      files.length === 1
        ? `the site overrides 1 file of its theme: \`${files[0]}\``
        : `the site overrides ${files.length} files of its theme: ${files.map((file) => `\`${file}\``).join(', ')}`,
  }),
  missing: message<
    Spot & { what: string; address: string; nearest: string | undefined; leftOut: string | undefined }
  >({
    code: 'doctor/missing-file',
    severity: 'warning',
    message: ({ what, address, page }) =>
      `${what} \`${address}\` is broken: the site has no such file${onPage(page)}`,
    hint: ({ nearest, leftOut }) =>
      leftOut === undefined
        ? didYouMean(nearest, 'correct the address, or add the file')
        : `publish \`${leftOut}\`, which is in the source but not in the site: check \`exclude:\` and \`include:\` in \`_config.yml\``,
  }),
  letterCase: message<Spot & { what: string; address: string; real: string }>({
    code: 'doctor/letter-case',
    severity: 'warning',
    message: ({ what, address, page }) =>
      `${what} \`${address}\` is spelled differently from its file${onPage(page)}`,
    hint: ({ real }) =>
      `write \`${real}\`: web servers distinguish letter case and the encodings of accented letters`,
  }),
  missingAnchor: message<Spot & { fragment: string; target: string; nearest: string | undefined }>({
    code: 'doctor/missing-anchor',
    severity: 'warning',
    message: ({ fragment, target, page }) =>
      `${target.startsWith('/') ? `\`${target}\`` : target} has no element with the id \`${fragment}\`${onPage(page)}`,
    hint: ({ nearest }) =>
      didYouMean(
        nearest === undefined ? undefined : `#${nearest}`,
        'correct the id, or set it with `{#id}` after the heading; by default it comes from the heading’s text',
      ),
  }),
  malformed: message<Spot & { what: string; address: string }>({
    code: 'doctor/malformed-address',
    severity: 'warning',
    message: ({ what, address, page }) =>
      address === ''
        ? `${what} has an empty address${onPage(page)}`
        : `${what} ${JSON.stringify(address)} is not a valid address${onPage(page)}`,
    hint: () => 'write an address such as `https://example.org/a`, `/a` or `a.png`, without spaces',
  }),
  outsideBaseurl: message<Spot & { what: string; address: string; baseurl: string }>({
    code: 'doctor/outside-baseurl',
    severity: 'warning',
    message: ({ what, address, baseurl, page }) =>
      `${what} \`${address}\` points outside \`${baseurl}\`, under which the site is served${onPage(page)}`,
    hint: ({ address }) => `write \`{{ '${address}' | relative_url }}\`, which prepends the \`baseurl\``,
  }),
  avatarMissing: message<{ avatar: string; nearest: string | undefined }>({
    code: 'doctor/avatar-missing',
    severity: 'warning',
    message: ({ avatar }) => `the avatar \`${avatar}\` does not exist`,
    hint: ({ nearest }) => didYouMean(nearest, 'add the picture, or name another file or an https address'),
  }),
  avatarEmpty: message<Record<string, never>>({
    code: 'doctor/avatar-empty',
    severity: 'warning',
    message: () => 'the author has no avatar',
    hint: () => 'name a picture under `author:`, as in `avatar: images/me.jpg`',
  }),
  mojibake: message<{ garbled: string; meant: string }>({
    code: 'doctor/garbled-text',
    severity: 'warning',
    message: ({ garbled, meant }) => `\`${garbled}\` looks like \`${meant}\` read in the wrong encoding`,
    hint: () => 'replace it with the correct characters and save the file as UTF-8',
  }),
  lostCharacter: message<Record<string, never>>({
    code: 'doctor/lost-character',
    severity: 'warning',
    message: () => 'the text contains U+FFFD, which stands for a character that a program could not read',
    hint: () => 'replace it with the correct character',
  }),
  samplePaper: message<{ id: string }>({
    code: 'doctor/sample-paper',
    severity: 'warning',
    message: ({ id }) => `\`${id}\` is the example from the theme’s README, not one of your papers`,
    hint: () => PAPER_ID,
  }),
  unknownPaper: message<{ id: string; data: string; nearest: string | undefined }>({
    code: 'doctor/unknown-paper',
    severity: 'warning',
    message: ({ id, data }) => (id === '' ? 'a paper has no id' : `\`${data}\` has no paper \`${id}\``),
    hint: ({ nearest }) => didYouMean(nearest, PAPER_ID),
  }),
  placeholder: message<Spot & { placeholder: string }>({
    code: 'doctor/placeholder',
    severity: 'warning',
    message: ({ placeholder, page }) =>
      `\`${placeholder}\` is a placeholder from the template${onPage(page)}`,
    hint: () => 'replace it with your own value, or remove the line',
  }),
  emptyAnalytics: message<Spot & { service: string }>({
    code: 'doctor/empty-analytics',
    severity: 'warning',
    message: ({ service, page }) => `the script of ${service} is loaded without an id${onPage(page)}`,
    hint: () => 'set the id in `_config.yml`, or load the script only if one is set: `{% if site.… %}`',
  }),
  urlMissing: message<{ found: string | undefined }>({
    code: 'doctor/url-missing',
    severity: 'warning',
    message: () => '`url` is not set, so the feed, the sitemap and sharing links have no absolute address',
    hint: ({ found }) => `add \`url: ${found ?? 'https://example.org'}\` to \`_config.yml\``,
    jekyll: () =>
      "Warning: You didn't set an URL in the config file, you may encounter problems with some plugins.",
  }),
  urlInvalid: message<{ url: string }>({
    code: 'doctor/url-invalid',
    severity: 'warning',
    message: ({ url }) => `\`url\` is not a valid address: \`${url}\``,
    hint: () => 'write it as text: `url: https://example.org`',
    jekyll: () =>
      'Warning: The site URL does not seem to be valid, check the value of `url` in your config file.',
  }),
  urlRelative: message<{ url: string }>({
    code: 'doctor/url-not-absolute',
    severity: 'warning',
    message: ({ url }) => `\`url\` is not an absolute address: \`${url}\``,
    hint: ({ url }) => `write \`url: https://${url.replace(/^[:/]+/, '')}\``,
    jekyll: () =>
      'Warning: Your site URL does not seem to be absolute, check the value of `url` in your config file.',
  }),
  urlPath: message<{ url: string; origin: string; path: string }>({
    code: 'doctor/url-with-path',
    severity: 'warning',
    message: ({ url, path }) =>
      path === '/' ? `\`url\` ends with a slash: \`${url}\`` : `\`url\` contains a path: \`${url}\``,
    hint: ({ origin, path }) =>
      path === '/'
        ? `write \`url: ${origin}\`; otherwise addresses get two slashes`
        : `write \`url: ${origin}\` and \`baseurl: ${path.replace(/\/$/, '')}\``,
  }),
  urlDomain: message<{ host: string; domain: string }>({
    code: 'doctor/url-not-cname',
    severity: 'warning',
    message: ({ host, domain }) => `\`url\` names \`${host}\`, but the file \`CNAME\` names \`${domain}\``,
    hint: ({ domain }) => `write \`url: https://${domain}\`, or correct \`CNAME\``,
  }),
  baseurlForm: message<{ baseurl: string; right: string }>({
    code: 'doctor/baseurl-form',
    severity: 'warning',
    message: ({ baseurl }) => `\`baseurl\` must begin with a slash and not end with one: \`${baseurl}\``,
    hint: ({ right }) => `write \`baseurl: ${right === '' ? '""' : right}\``,
  }),
  baseurlRepository: message<{ baseurl: string; right: string; repository: string }>({
    code: 'doctor/baseurl-not-repository',
    severity: 'warning',
    message: ({ baseurl, right, repository }) =>
      `GitHub Pages serves \`${repository}\` under \`${right}/\`, but \`baseurl\` is ${baseurl === '' ? 'empty' : `\`${baseurl}\``}`,
    hint: ({ right }) =>
      `write \`baseurl: ${right === '' ? '""' : right}\` in \`_config.yml\`, or add a \`CNAME\` file with your own domain`,
  }),
  repositoryMissing: message<{ found: string | undefined }>({
    code: 'doctor/repository-missing',
    severity: 'warning',
    message: () => '`repository` is not set, but the templates use it',
    hint: ({ found }) => `add \`repository: ${found ?? 'owner/name'}\` to \`_config.yml\``,
  }),
  repositoryDiffers: message<{ setting: string; remote: string }>({
    code: 'doctor/repository-not-remote',
    severity: 'warning',
    message: ({ setting, remote }) =>
      `\`repository\` is \`${setting}\`, but the git remote \`origin\` is \`${remote}\``,
    hint: ({ remote }) => `write \`repository: ${remote}\`, unless you mean the other one`,
  }),
  pagesSource: message<{ workflow: string | undefined }>({
    code: 'doctor/pages-source',
    severity: 'info',
    message: ({ workflow }) =>
      workflow === undefined
        ? 'no workflow builds this site, so GitHub Pages builds it with its own Jekyll, whose output can differ'
        : `\`${workflow}\` publishes the site through GitHub Actions`,
    hint: ({ workflow }) =>
      workflow === undefined
        ? 'see docs/deploy.md for a workflow that builds the site with Hastie'
        : 'choose Settings → Pages → Source: GitHub Actions once; a workflow cannot do this',
  }),
  pagesDiffers: message<{ changes: string }>({
    code: 'doctor/pages-differs',
    severity: 'info',
    message: ({ changes }) => `GitHub Pages would build this site otherwise: ${changes}`,
    hint: () => 'write `github_pages: true` into `_config.yml` to see the site as GitHub Pages builds it',
  }),
  unknownIcon: message<Spot & { icon: string; nearest: string | undefined }>({
    code: 'doctor/unknown-icon',
    severity: 'warning',
    message: ({ icon, page }) => `no stylesheet of the site defines the icon \`${icon}\`${onPage(page)}`,
    hint: ({ nearest }) => didYouMean(nearest, 'use an icon that the site’s version of the icon font has'),
  }),
  postsAtRoot: message<{ folder: string; posts: string }>({
    code: 'doctor/posts-at-root',
    severity: 'warning',
    message: ({ folder }) =>
      `\`_posts\` is outside the \`collections_dir\` \`${folder}\`, so none of its posts are published`,
    hint: ({ folder }) => `move \`_posts\` into \`${folder}\``,
    jekyll: ({ posts, folder }) =>
      `Warning: Detected '_posts' directory outside custom \`collections_dir\`! Please move '${posts}' into the custom directory at '${posts.replace(/_posts$/, folder)}'`,
  }),
  relativePermalinks: message<Record<string, never>>({
    code: 'doctor/relative-permalinks',
    severity: 'warning',
    message: () =>
      '`relative_permalinks` has no effect: Jekyll 3 and later resolve permalinks from the site’s root',
    hint: () => 'remove the line, and write each permalink from the site’s root',
    jekyll: () =>
      'Deprecation: Your site still uses relative permalinks, which was removed in Jekyll v3.0.0.',
  }),
} as const;
