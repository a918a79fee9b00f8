/** The pages that the server writes itself: nothing built yet, no such page, a folder's entries, a refusal. Pure. */

import { nearest } from '../../base/nearest.ts';
import { escapeHtml } from '../../html/escape.ts';
import type { PreviewState } from '../preview-state.ts';
import { addressOf, type ServedSite } from '../served-site.ts';
import { noticesPanel } from './notices.ts';
import { PAGE_STYLE } from './own-style.ts';
import { type Problems, problemsPanel } from './problems-panel.ts';

const INDEX = /(?:^|(?<=\/))index\.html$/;

/** Stands for every page while no build has succeeded. */
export function brokenPage(problems: Problems): string {
  return page('The site cannot be built', problemsPanel(problems));
}

/**
 * `path` is that of the request, decoded. With `state`, which is for a person, it names the page that may be meant and what
 * may have kept this one from being built.
 */
export function missingPage(
  site: ServedSite,
  path: string,
  state: Pick<PreviewState, 'problems' | 'notices'> | undefined,
): string {
  const meant = state && nearestPage(site, path);
  const problems = state?.problems === undefined ? '' : problemsPanel({ ...state.problems, isStale: false });
  const notices = state === undefined ? '' : noticesPanel(state.notices);
  return page(
    'Page not found',
    calm(
      'Page not found',
      `<p>The site has no page at <code>${escapeHtml(path)}</code>.</p>`,
      meant === undefined ? '' : `<p>Did you mean ${link(meant)}?</p>`,
      site.outputs.size === 0 ? '<p>The site is empty.</p>' : '',
      site.folders.has('') && path !== `${site.baseurl}/`
        ? `<p>${link(addressOf(site, ''), 'Go to the homepage')}</p>`
        : '',
      '<p class="more">If the site had a page <code>404.html</code>, it would be shown here, as on GitHub Pages.</p>',
    ) +
      problems +
      notices,
  );
}

/** The address of the page whose path is most like `path`. */
function nearestPage(site: ServedSite, path: string): string | undefined {
  const prefix = `${site.baseurl}/`;
  const paths: string[] = [];
  for (const key of site.outputs.keys()) {
    if (key.endsWith('.html') && key !== '404.html') paths.push(prefix + key.replace(INDEX, ''));
  }
  const meant = nearest(path, paths);
  return meant === undefined ? undefined : addressOf(site, meant.slice(prefix.length));
}

/** The entries of a folder, folders first. */
export function listingPage(site: ServedSite, folder: string): string {
  const prefix = folder === '' ? '' : `${folder}/`;
  const inside = (key: string): boolean => key.startsWith(prefix) && !key.slice(prefix.length).includes('/');
  const folders = [...site.folders].filter((key) => key !== '' && inside(key)).map((key) => `${key}/`);
  const files = [...site.outputs.keys()].filter(inside);
  const parent = folder === '' ? [] : [folder.slice(0, folder.lastIndexOf('/') + 1)];
  const entries = [
    ...parent.map((key) => [key, '..'] as const),
    ...[...folders.sort(), ...files.sort()].map((key) => [key, key.slice(prefix.length)] as const),
  ];
  const title = `/${prefix}`;
  const items = entries.map(([key, name]) => `<li>${link(addressOf(site, key), name)}</li>`);
  return page(title, calm(escapeHtml(title), `<ul>${items.join('')}</ul>`));
}

/** `why` is a sentence without a full stop. */
export function refusalPage(status: number, why: string): string {
  const sentence = why.charAt(0).toUpperCase() + why.slice(1);
  return page(`${status}`, calm('Refused', `<p>${escapeHtml(sentence)}.</p>`));
}

function calm(title: string, ...body: readonly string[]): string {
  return `<main class="calm"><header><h1>${title}</h1></header><section>${body.join('')}</section></main>`;
}

function link(address: string, text = decodeURIComponent(address)): string {
  return `<a href="${escapeHtml(address)}">${escapeHtml(text)}</a>`;
}

function page(title: string, body: string): string {
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>${PAGE_STYLE}</style>
</head>
<body>
${body}
</body>
</html>
`;
}
