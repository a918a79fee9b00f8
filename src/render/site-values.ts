/** What templates see of the site, each list made once a build. */

import { fingerprintValue } from '../graph/fingerprint-value.ts';
import { TrackedMap } from '../graph/tracked-map.ts';
import type { Tracker } from '../graph/tracker.ts';
import type { Document } from '../model/document.ts';
import type { Collection, StaticFile } from '../model/inventory.ts';
import { isHtmlRoute } from '../model/routes.ts';
import { listedFiles, postsOf, type Site } from '../model/site.ts';
import { compareShown } from '../model/sort.ts';
import type { Drop, RubyHash, Value } from '../ruby/values.ts';
import { CollectionDrop } from './drops/collection-drop.ts';
import { DocumentDrop, documentText } from './drops/document-drop.ts';
import { PageDrop } from './drops/page-drop.ts';
import type { SiteSubject } from './drops/site-drop.ts';
import { keyFingerprint } from './fingerprints.ts';
import type { Renditions } from './renditions.ts';

export class SiteValues implements SiteSubject {
  readonly config: RubyHash;
  readonly time: Value;
  readonly tracker: Tracker;
  readonly #site: Site;
  readonly #renditions: Renditions;
  readonly #documentValue: (document: Document) => Drop;
  readonly #fileValue: (file: StaticFile) => Drop;
  readonly #data: RubyHash;
  readonly #byLabel = new Map<string, readonly Value[]>();
  #pages: readonly Value[] = [];

  constructor(
    site: Site,
    renditions: Renditions,
    documentValue: (document: Document) => Drop,
    fileValue: (file: StaticFile) => Drop,
    tracker: Tracker,
  ) {
    this.config = site.config.values;
    this.time = site.time;
    this.tracker = tracker;
    this.#site = site;
    this.#renditions = renditions;
    this.#documentValue = documentValue;
    this.#fileValue = fileValue;
    this.#data = trackData(site.inventory.data, tracker);
  }

  data(): Value {
    return this.config.get('data') ?? this.#data;
  }

  pages(): readonly Value[] {
    // a stylesheet's turn adds the page of its source map
    const { pages } = this.#site;
    if (this.#pages.length !== pages.length) this.#pages = this.#values(pages);
    return this.#pages;
  }

  readonly htmlPages = lazily(() =>
    this.#values(this.#site.pages.filter((page) => isHtmlRoute(this.#site.routes.of(page)))),
  );

  readonly posts = lazily(() =>
    this.#values([...postsOf(this.#site)].sort((a, b) => compareShown(b, a, this.#site.time))),
  );

  readonly documents = lazily(() =>
    this.#collections().flatMap((each) => [...this.#values(each.documents), ...this.#files(each)]),
  );

  readonly staticFiles = lazily(() => listedFiles(this.#site).map(this.#fileValue));

  readonly collections = lazily(() =>
    this.#collections()
      .sort((a, b) => (a.label < b.label ? -1 : 1))
      .map((collection) => this.#collectionDrop(collection)),
  );

  readonly categories = lazily(() => groupPosts(this.#site, 'categories', this.#documentValue));

  readonly tags = lazily(() => groupPosts(this.#site, 'tags', this.#documentValue));

  collectionDocuments(label: string): readonly Value[] | undefined {
    const collection = this.#site.collections.get(label);
    if (collection === undefined) return undefined;
    let documents = this.#byLabel.get(label);
    if (documents === undefined) {
      documents = this.#values(collection.documents);
      this.#byLabel.set(label, documents);
    }
    return documents;
  }

  related(document: Document | undefined): readonly Value[] | undefined {
    if (document === undefined || document.kind === 'page') return undefined;
    if (postsOf(this.#site).length < 2) return [];
    return this.#values(this.#newest().filter((post) => post !== document)).slice(0, 10);
  }

  flatten(value: Value): Value {
    if (value instanceof DocumentDrop) return documentText(value.document, this.#renditions);
    if (value instanceof PageDrop) return this.#renditions.contentOf(value.document);
    if (Array.isArray(value)) return value.map((item) => this.flatten(item));
    if (!(value instanceof Map)) return value;
    return new Map(Array.from(value, ([key, item]: [Value, Value]) => [key, this.flatten(item)] as const));
  }

  readonly #newest = lazily(() => postsOf(this.#site).slice(-11).reverse());

  #collections(): Collection[] {
    return [...this.#site.collections.values()];
  }

  #values(documents: readonly Document[]): readonly Value[] {
    return documents.map(this.#documentValue);
  }

  #files({ files }: Collection): readonly Value[] {
    return files.map(this.#fileValue);
  }

  #collectionDrop(collection: Collection): CollectionDrop {
    return new CollectionDrop({
      collection,
      directory: `${this.#site.config.source}/${collection.directory}`,
      documents: () => this.#values(collection.documents),
      files: () => this.#files(collection),
      tracker: this.tracker,
      texts: () => collection.documents.map((document) => documentText(document, this.#renditions)),
    });
  }
}

function trackData(data: RubyHash, tracker: Tracker): RubyHash {
  return new TrackedMap<Value, Value>(data, {
    key: (key) => {
      const name = String(key);
      tracker.read({ kind: 'dataKey', key: name }, () => keyFingerprint(data, name));
    },
    whole: () => tracker.read({ kind: 'data' }, () => fingerprintValue(data)),
  });
}

/** Posts by their categories or tags, newest first in each (`Site#post_attr_hash`). */
function groupPosts(site: Site, key: string, valueOfDocument: (document: Document) => Drop): RubyHash {
  const groups = new Map<Value, Document[]>();
  for (const post of postsOf(site)) {
    const names = post.data.get(key);
    if (!Array.isArray(names)) continue;
    for (const name of names as readonly Value[]) {
      const group = groups.get(name);
      if (group === undefined) groups.set(name, [post]);
      else group.push(post);
    }
  }
  const entries = Array.from(
    groups,
    ([name, posts]) =>
      [
        name,
        posts
          .sort((a, b) => compareShown(a, b, site.time))
          .reverse()
          .map(valueOfDocument),
      ] as const,
  );
  return new Map<Value, Value>(entries);
}

function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
