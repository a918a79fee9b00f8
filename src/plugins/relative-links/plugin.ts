/** jekyll-relative-links: links to source files, as GitHub shows them, become links to the pages; as in version 0.7. */

import { type DocumentView, definePlugin, type SiteView } from '../../plugin/api/plugin.ts';
import { elements } from '../../plugin/api/values.ts';
import { replaceLinks } from './replace-links.ts';

export const relativeLinks = definePlugin({
  name: 'jekyll-relative-links',
  priority: 'lowest',
  settings: {
    relative_links: {
      type: 'hash',
      keys: {
        enabled: { type: 'boolean', default: true, doc: 'Whether links to source files are changed.' },
        collections: {
          type: 'boolean',
          default: false,
          doc: 'Does so in the documents of collections, too.',
        },
        exclude: { type: 'list', items: { type: 'string' }, doc: 'Files whose links stay as they are.' },
      },
      doc: 'How links to source files become links to the pages.',
    },
  },
  generate(site, generation) {
    const setting = (name: string) => site.config('relative_links', name);
    if (setting('enabled') === false) return;
    const written = site.documents.filter((document) => document.written);
    const exclude = elements(setting('exclude')).map(String);
    const urls = urlsByPath(site, written);
    for (const document of [...site.pages, ...(setting('collections') === true ? written : [])]) {
      if (!site.isMarkdown(document.extension) || site.matches(exclude, document.path)) continue;
      const folder = document.path.slice(0, Math.max(0, document.path.lastIndexOf('/')));
      const text = replaceLinks(document.text, (path) => {
        const wanted = fromRoot(path, folder);
        const url = wanted === undefined ? undefined : urls.get(unescaped(wanted));
        return url === undefined ? undefined : site.print(site.filter('relative_url', url));
      });
      if (text !== document.text) generation.amend(document, {}, text);
    }
  },
});

/** The first of a path wins: pages, then files, then documents. */
function urlsByPath(site: SiteView, written: readonly DocumentView[]): ReadonlyMap<string, string> {
  const urls = new Map<string, string>();
  for (const { path, url } of [...site.pages, ...site.staticFiles, ...written]) {
    const key = path.replace(/^\//, '');
    if (!urls.has(key)) urls.set(key, url);
  }
  return urls;
}

/** A link's path from the source folder, undefined outside of it: against the page's folder unless it begins with a slash. */
function fromRoot(path: string, folder: string): string | undefined {
  const kept: string[] = [];
  for (const step of (path.startsWith('/') ? path : `${folder}/${path}`).split('/')) {
    if (step === '' || step === '.') continue;
    if (step !== '..') kept.push(step);
    else if (kept.pop() === undefined) return undefined;
  }
  return kept.join('/');
}

/** Ruby's `CGI.unescape`. */
function unescaped(path: string): string {
  const spaced = path.replaceAll('+', ' ');
  try {
    return decodeURIComponent(spaced);
  } catch {
    return spaced;
  }
}
