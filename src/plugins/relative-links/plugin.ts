/** jekyll-relative-links: links to source files, as GitHub shows them, become links to the pages; as in versions 0.7 and 0.6. */

import { type DocumentView, definePlugin, type SiteView } from '../../plugin/api/plugin.ts';
import { elements } from '../../plugin/api/values.ts';
import { type Tails, TITLED, UNTITLED } from './link-end.ts';
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
    const version = site.gemVersion('jekyll-relative-links') === '0.6.1' ? VERSION_6 : VERSION_7;
    const written = lazily(() => site.documents.filter((document) => document.written));
    const urls = lazily(() => urlsByPath(site, written()));
    const exclude = elements(setting('exclude')).map(String);
    for (const document of [...site.pages, ...(setting('collections') === true ? written() : [])]) {
      if (!site.isMarkdown(document.extension) || site.matches(exclude, document.path)) continue;
      const folder = document.path.slice(0, Math.max(0, document.path.lastIndexOf('/')));
      const text = replaceLinks(document.text, version.tails, (path) => {
        const wanted = version.fromRoot(path, folder);
        const url = wanted === undefined ? undefined : urls().get(wanted);
        return url === undefined ? undefined : site.print(site.filter('relative_url', url));
      });
      if (text !== document.text) generation.amend(document, {}, text);
    }
  },
});

/** How a version of the gem reads links. */
interface Version {
  readonly tails: Tails;
  /** A link's path from the source folder; undefined outside of it. */
  readonly fromRoot: (path: string, folder: string) => string | undefined;
}

const VERSION_7: Version = {
  tails: TITLED,
  fromRoot(path, folder) {
    const wanted = fromRoot(path, path.startsWith('/') ? '' : folder);
    return wanted === undefined ? undefined : unescaped(wanted);
  },
};

/** Nothing is unescaped, and a slash at the beginning does not lead to the root. */
const VERSION_6: Version = { tails: UNTITLED, fromRoot: (path, folder) => fromRoot(path, folder) };

/** Whether a document is written is only asked where a link may lead to it, as the gem does. */
function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

/** The first of a path wins: pages, then files, then documents. */
function urlsByPath(site: SiteView, written: readonly DocumentView[]): ReadonlyMap<string, string> {
  const urls = new Map<string, string>();
  for (const { path, url } of [...site.pages, ...site.staticFiles, ...written]) {
    const key = path.replace(/^\//, '');
    if (!urls.has(key)) urls.set(key, url);
  }
  return urls;
}

function fromRoot(path: string, folder: string): string | undefined {
  const kept: string[] = [];
  for (const step of `${folder}/${path}`.split('/')) {
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
