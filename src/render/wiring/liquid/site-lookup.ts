/** What tags and filters look up in the site: settings, the address of a path (`link`), posts (`post_url`). */

import { fingerprint } from '../../../base/hash.ts';
import type { PostEntry, SiteLookup } from '../../../engines/liquid/host.ts';
import { fingerprintValue } from '../../../graph/fingerprint-value.ts';
import type { Resolvers } from '../../../graph/nodes.ts';
import type { Tracker } from '../../../graph/tracker.ts';
import type { Document } from '../../../model/document.ts';
import { documentOfValue, isFileWritten, isWritten, postsOf, type Site } from '../../../model/site.ts';
import type { Value } from '../../../ruby/values.ts';
import { layoutFingerprint } from '../../fingerprints.ts';
import type { DocumentPlaces } from '../document-places.ts';
import type { TrackedFiles } from './tracked-files.ts';

/** A lookup that records what is looked up. */
export interface TrackedLookup extends SiteLookup {
  readonly resolvers: Resolvers<'address' | 'postList'>;
}

/** Where documents and keys of their front matter are written. */
export type LookupPlaces = Pick<DocumentPlaces, 'of'>;

/** The tables are made when they are first asked for: by then the generators are done. */
export function createSiteLookup(
  site: Site,
  tracker: Tracker,
  files: TrackedFiles,
  places: LookupPlaces,
): TrackedLookup {
  let urls: ReadonlyMap<string, string> | undefined;
  let posts: readonly PostEntry[] | undefined;
  const table = () => (urls ??= urlsByPath(site));
  const urlOf = (path: string) => table().get(path.replace(/^\//, ''));
  const entries = () => (posts ??= postsOf(site).map((post) => toEntry(post, site)));
  const postsFingerprint = () => fingerprint(JSON.stringify(entries()));
  return {
    setting(name) {
      const value: Value = site.config.values.get(name);
      tracker.read({ kind: 'setting', name }, () => fingerprintValue(value));
      return value;
    },
    urlOfPath(path) {
      const url = urlOf(path);
      tracker.read({ kind: 'address', path }, () => url ?? '');
      return url;
    },
    paths: () => table().keys(),
    posts() {
      tracker.read({ kind: 'postList' }, postsFingerprint);
      return entries();
    },
    layout(name) {
      const layout = site.layouts.get(name);
      tracker.read({ kind: 'layout', name }, () => layoutFingerprint(layout));
      return layout && { file: layout.path, ...layout.body };
    },
    placeOfKey(value, key) {
      const document = documentOfValue(value, site);
      return document?.data.has(key) === true ? places.of(document, key) : undefined;
    },
    files: files.files,
    resolvers: { address: ({ path }) => urlOf(path) ?? '', postList: postsFingerprint },
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
