/** What `hastie doctor` has to say about a site that builds. */

import { message } from '../../diagnostic.ts';

const instead = (nearest: string | undefined, otherwise: string): string =>
  nearest === undefined ? otherwise : `did you mean ${nearest}?`;

const onPage = (page: string | undefined): string => (page === undefined ? '' : ` (on the page ${page})`);

/** The page is named only where the place in the source is not known. */
interface Spot {
  readonly page: string | undefined;
}

export const doctorMessages = {
  missing: message<
    Spot & { what: string; address: string; nearest: string | undefined; leftOut: string | undefined }
  >({
    code: 'doctor/missing-file',
    severity: 'warning',
    message: ({ what, address, page }) =>
      `${what} ${address} leads to nothing that the site has${onPage(page)}`,
    hint: ({ nearest, leftOut }) =>
      leftOut === undefined
        ? instead(nearest, 'correct the address, or add the file')
        : `${leftOut} is in the source but no part of the site: see \`exclude:\` and \`include:\` in _config.yml`,
  }),
  letterCase: message<Spot & { what: string; address: string; real: string }>({
    code: 'doctor/letter-case',
    severity: 'warning',
    message: ({ what, address, page }) =>
      `${what} ${address} is written differently from its file${onPage(page)}`,
    hint: ({ real }) =>
      `write ${real}: servers tell upper from lower case, and one way of encoding a letter from another`,
  }),
  missingAnchor: message<Spot & { fragment: string; target: string; nearest: string | undefined }>({
    code: 'doctor/missing-anchor',
    severity: 'warning',
    message: ({ fragment, target, page }) =>
      `${target} has no element with the id ${fragment}${onPage(page)}`,
    hint: ({ nearest }) =>
      instead(
        nearest === undefined ? undefined : `#${nearest}`,
        'ids of headings are made from their words; set one with `{#id}` behind the heading',
      ),
  }),
  malformed: message<Spot & { what: string; address: string }>({
    code: 'doctor/malformed-address',
    severity: 'warning',
    message: ({ what, address, page }) =>
      address === ''
        ? `${what} has an empty address${onPage(page)}`
        : `${what} ${JSON.stringify(address)} is no address${onPage(page)}`,
    hint: () => 'an address is like https://example.org/a, /a or a.png, without spaces',
  }),
  outsideBaseurl: message<Spot & { what: string; address: string; baseurl: string }>({
    code: 'doctor/outside-baseurl',
    severity: 'warning',
    message: ({ what, address, baseurl, page }) =>
      `${what} ${address} leads past ${baseurl}, below which the site is served${onPage(page)}`,
    hint: ({ address }) => `write {{ '${address}' | relative_url }}, which puts the baseurl before it`,
  }),
  avatarMissing: message<{ avatar: string; nearest: string | undefined }>({
    code: 'doctor/avatar-missing',
    severity: 'warning',
    message: ({ avatar }) => `there is no picture ${avatar} for the avatar`,
    hint: ({ nearest }) =>
      instead(nearest, 'put the picture there, or name another one or its https address'),
  }),
  avatarEmpty: message<Record<string, never>>({
    code: 'doctor/avatar-empty',
    severity: 'warning',
    message: () => 'the author has no avatar',
    hint: () => 'name a picture: `avatar: images/me.jpg` below `author:`',
  }),
  mojibake: message<{ garbled: string; meant: string }>({
    code: 'doctor/garbled-text',
    severity: 'warning',
    message: ({ garbled, meant }) => `${garbled} looks like ${meant}, read in the wrong encoding`,
    hint: () => 'put the right characters there and save the file as UTF-8',
  }),
  lostCharacter: message<Record<string, never>>({
    code: 'doctor/lost-character',
    severity: 'warning',
    message: () => 'here is the character U+FFFD, which programs write where they could not read another one',
    hint: () => 'put the right character there',
  }),
  samplePaper: message<{ id: string }>({
    code: 'doctor/sample-paper',
    severity: 'warning',
    message: ({ id }) => `${id} is the sample of the theme’s README, not a paper of yours`,
    hint: () =>
      'take the id from the address of the paper on your Scholar profile, behind citation_for_view=',
  }),
  unknownPaper: message<{ id: string; data: string; nearest: string | undefined }>({
    code: 'doctor/unknown-paper',
    severity: 'warning',
    message: ({ id, data }) => (id === '' ? 'a paper has no id' : `${data} has no paper ${id}`),
    hint: ({ nearest }) =>
      instead(
        nearest,
        'take the id from the address of the paper on your Scholar profile, behind citation_for_view=',
      ),
  }),
  placeholder: message<Spot & { placeholder: string }>({
    code: 'doctor/placeholder',
    severity: 'warning',
    message: ({ placeholder, page }) => `${placeholder} is a placeholder of the template${onPage(page)}`,
    hint: () => 'put your own value there, or take the line out',
  }),
  emptyAnalytics: message<Spot & { service: string }>({
    code: 'doctor/empty-analytics',
    severity: 'warning',
    message: ({ service, page }) => `the script of ${service} is loaded without an id${onPage(page)}`,
    hint: () => 'set the id in _config.yml, or load the script only where there is one: {% if site.… %}',
  }),
  urlMissing: message<{ found: string | undefined }>({
    code: 'doctor/url-missing',
    severity: 'warning',
    message: () => '`url` is not set: the feed, the sitemap and links for sharing have no address',
    hint: ({ found }) => `write \`url: ${found ?? 'https://example.org'}\` into _config.yml`,
    jekyll: () =>
      "Warning: You didn't set an URL in the config file, you may encounter problems with some plugins.",
  }),
  urlInvalid: message<{ url: string }>({
    code: 'doctor/url-invalid',
    severity: 'warning',
    message: ({ url }) => `\`url\` is no address: ${url}`,
    hint: () => 'write it as text: `url: https://example.org`',
    jekyll: () =>
      'Warning: The site URL does not seem to be valid, check the value of `url` in your config file.',
  }),
  urlRelative: message<{ url: string }>({
    code: 'doctor/url-not-absolute',
    severity: 'warning',
    message: ({ url }) => `\`url\` does not say how to reach the site: ${url}`,
    hint: ({ url }) => `write \`url: https://${url.replace(/^[:/]+/, '')}\``,
    jekyll: () =>
      'Warning: Your site URL does not seem to be absolute, check the value of `url` in your config file.',
  }),
  urlPath: message<{ url: string; origin: string; path: string }>({
    code: 'doctor/url-with-path',
    severity: 'warning',
    message: ({ url, path }) =>
      path === '/' ? `\`url\` ends with a slash: ${url}` : `\`url\` holds a path: ${url}`,
    hint: ({ origin, path }) =>
      path === '/'
        ? `write \`url: ${origin}\`, else addresses get two slashes`
        : `write \`url: ${origin}\` and \`baseurl: ${path.replace(/\/$/, '')}\``,
  }),
  urlDomain: message<{ host: string; domain: string }>({
    code: 'doctor/url-not-cname',
    severity: 'warning',
    message: ({ host, domain }) => `\`url\` says ${host}, but the file CNAME ${domain}`,
    hint: ({ domain }) => `write \`url: https://${domain}\`, or correct CNAME`,
  }),
  baseurlForm: message<{ baseurl: string; right: string }>({
    code: 'doctor/baseurl-form',
    severity: 'warning',
    message: ({ baseurl }) => `\`baseurl\` is to begin with a slash and not to end with one: ${baseurl}`,
    hint: ({ right }) => `write \`baseurl: ${right === '' ? '""' : right}\``,
  }),
  baseurlRepository: message<{ baseurl: string; right: string; repository: string }>({
    code: 'doctor/baseurl-not-repository',
    severity: 'warning',
    message: ({ baseurl, right, repository }) =>
      `GitHub Pages serves ${repository} below ${right === '' ? '/' : `${right}/`}, but \`baseurl\` is ${baseurl === '' ? 'empty' : baseurl}`,
    hint: ({ right }) =>
      `write \`baseurl: ${right === '' ? '""' : right}\` into _config.yml, or a CNAME with a domain of your own`,
  }),
  repositoryMissing: message<{ found: string | undefined }>({
    code: 'doctor/repository-missing',
    severity: 'warning',
    message: () => '`repository` is not set, and the templates ask for it',
    hint: ({ found }) => `write \`repository: ${found ?? 'owner/name'}\` into _config.yml`,
  }),
  repositoryDiffers: message<{ setting: string; remote: string }>({
    code: 'doctor/repository-not-remote',
    severity: 'warning',
    message: ({ setting, remote }) => `\`repository\` says ${setting}, but git’s remote origin is ${remote}`,
    hint: ({ remote }) => `write \`repository: ${remote}\`, unless the other one is meant`,
  }),
  pagesSource: message<{ workflow: string | undefined }>({
    code: 'doctor/pages-source',
    severity: 'info',
    message: ({ workflow }) =>
      workflow === undefined
        ? 'no workflow builds this site: GitHub Pages builds it with its own Jekyll, whose output can differ'
        : `${workflow} publishes the site through GitHub Actions`,
    hint: ({ workflow }) =>
      workflow === undefined
        ? 'docs/deploy.md shows a workflow that builds the site with Hastie'
        : 'choose Settings → Pages → Source: GitHub Actions, once; no workflow can do this',
  }),
  unknownIcon: message<Spot & { icon: string; nearest: string | undefined }>({
    code: 'doctor/unknown-icon',
    severity: 'warning',
    message: ({ icon, page }) => `no stylesheet of the site has the icon ${icon}${onPage(page)}`,
    hint: ({ nearest }) => instead(nearest, 'take a name from the version of the icons that the site has'),
  }),
  postsAtRoot: message<{ folder: string; posts: string }>({
    code: 'doctor/posts-at-root',
    severity: 'warning',
    message: ({ folder }) =>
      `_posts lies outside of ${folder}, the \`collections_dir\`: no post of it is published`,
    hint: ({ folder }) => `move _posts into ${folder}`,
    jekyll: ({ posts, folder }) =>
      `Warning: Detected '_posts' directory outside custom \`collections_dir\`! Please move '${posts}' into the custom directory at '${posts.replace(/_posts$/, folder)}'`,
  }),
  relativePermalinks: message<Record<string, never>>({
    code: 'doctor/relative-permalinks',
    severity: 'warning',
    message: () => '`relative_permalinks` has no effect any more: permalinks count from the site’s root',
    hint: () => 'take the line out, and write permalinks with all of their folders',
    jekyll: () =>
      'Deprecation: Your site still uses relative permalinks, which was removed in Jekyll v3.0.0.',
  }),
} as const;
