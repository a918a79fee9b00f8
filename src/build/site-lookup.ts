/** What tags and filters look up in the site: settings, the address of a path (`link`), posts (`post_url`). */

import type { Value } from '../base/ruby/values.ts';
import type { SourceFiles } from '../base/source-files.ts';
import type { PostEntry, SiteLookup } from '../liquid/host.ts';
import type { Document } from '../model/document.ts';
import { isFileWritten, isWritten, postsOf, type Site } from '../model/site.ts';

/** The tables are made when they are first asked for: by then the generators are done. */
export function createSiteLookup(site: Site, files?: SourceFiles): SiteLookup {
  let urls: ReadonlyMap<string, string> | undefined;
  let posts: readonly PostEntry[] | undefined;
  const table = () => (urls ??= urlsByPath(site));
  return {
    setting: (name): Value => site.config.values.get(name),
    urlOfPath: (path) => table().get(path.replace(/^\//, '')),
    paths: () => table().keys(),
    posts: () => (posts ??= postsOf(site).map((post) => toEntry(post, site))),
    layout(name) {
      const layout = site.layouts.get(name);
      return layout && { file: layout.path, ...layout.body };
    },
    ...(files === undefined ? {} : { files }),
  };
}

/** Jekyll looks through pages, then files, then documents, and takes the first. */
function urlsByPath(site: Site): ReadonlyMap<string, string> {
  const urls = new Map<string, string>();
  const add = (path: string, url: string): void => {
    if (!urls.has(path)) urls.set(path, url);
  };
  for (const page of site.pages) add(page.relativePath, site.routes.of(page).url);
  for (const file of site.staticFiles)
    if (isFileWritten(file, site)) add(file.relativePath, site.routes.ofFile(file).url);
  for (const { documents } of site.collections.values()) {
    for (const document of documents) {
      if (isWritten(document, site)) add(document.relativePath, site.routes.of(document).url);
    }
  }
  return urls;
}

function toEntry(post: Document, site: Site): PostEntry {
  const time = post.date ?? site.time;
  const local = new Date(time.epochMs + time.offset * 1000);
  return {
    relativePath: post.relativePath,
    slug: String(post.data.get('slug') ?? post.slug),
    date: { year: local.getUTCFullYear(), month: local.getUTCMonth() + 1, day: local.getUTCDate() },
    url: site.routes.of(post).url,
  };
}
