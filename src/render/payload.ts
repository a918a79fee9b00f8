/** What templates see: the variables of a page's rendering, built here and nowhere else. The only door to the site. */

import { fingerprintValue } from '../graph/fingerprint-value.ts';
import { TrackedMap } from '../graph/tracked-map.ts';
import type { Tracker } from '../graph/tracker.ts';
import type { Document } from '../model/document.ts';
import type { Collection, StaticFile } from '../model/inventory.ts';
import { isHtmlRoute } from '../model/routes.ts';
import { postsOf, type Site } from '../model/site.ts';
import { compareShown } from '../model/sort.ts';
import { Drop, type RubyHash, type RubyTime, type Value } from '../ruby/values.ts';
import { CollectionDrop } from './drops/collection-drop.ts';
import { DocumentDrop, type DocumentSubject, documentText } from './drops/document-drop.ts';
import { ExcerptDrop } from './drops/excerpt-drop.ts';
import { JekyllDrop } from './drops/jekyll-drop.ts';
import { PageDrop, type PageSubject } from './drops/page-drop.ts';
import { SiteDrop, type SiteSubject } from './drops/site-drop.ts';
import { StaticFileDrop } from './drops/static-file-drop.ts';
import { keyFingerprint } from './fingerprints.ts';
import type { Renditions } from './renditions.ts';
import { SiteNodes } from './site-nodes.ts';

/** The variables of one rendering. The chain of layouts changes `content` and `layout` as it goes. */
export class Globals extends Drop {
  /** The source path of the document that is rendered. */
  readonly path: string;
  content: Value;
  layout: Value;
  readonly page: Value;
  /** Jekyll renders each excerpt with a payload of its own, all documents with one. */
  readonly ofExcerpt: boolean;
  private readonly others: RubyHash;

  constructor(path: string, page: Value, layout: Value, others: RubyHash, ofExcerpt: boolean) {
    super();
    this.path = path;
    this.page = page;
    this.layout = layout;
    this.others = others;
    this.ofExcerpt = ofExcerpt;
  }

  get(key: string): Value {
    if (key === 'page') return this.page;
    if (key === 'content') return this.content;
    if (key === 'layout') return this.layout;
    return this.others.get(key);
  }

  override keys(): readonly string[] {
    return ['content', 'page', 'layout', ...(this.others.keys() as Iterable<string>)];
  }
}

export interface PayloadParts {
  readonly site: Site;
  readonly renditions: Renditions;
  readonly toTime: (epochMs: number) => RubyTime;
  /** `paginator` of a page, from the plugin that paginates. */
  readonly paginatorOf: (document: Document) => Value;
  readonly tracker: Tracker;
}

export class Payloads {
  readonly #parts: PayloadParts;
  readonly #subject: SiteSubject;
  readonly #jekyll: JekyllDrop;
  readonly #drops = new Map<Document, Drop>();
  readonly #fileDrops = new Map<StaticFile, Drop>();
  readonly #positions: () => ReadonlyMap<Document, number>;
  /** `site` where no document is being rendered. */
  readonly site: SiteDrop;
  readonly nodes: SiteNodes;

  constructor(parts: PayloadParts) {
    const { site, renditions, tracker } = parts;
    this.#parts = parts;
    this.#positions = lazily(() => positionsOf(site));
    this.#subject = createSiteSubject(site, renditions, this.valueOfDocument, this.valueOfFile, tracker);
    this.#jekyll = new JekyllDrop(site.config.environment);
    this.site = new SiteDrop(this.#subject, undefined);
    this.nodes = new SiteNodes({
      site,
      siteDrop: this.site,
      renditions,
      valueOfDocument: this.valueOfDocument,
      valueOfFile: this.valueOfFile,
      related: this.#subject.related,
    });
  }

  /** The variables for rendering a document; `affix` is what its first converter puts around code. */
  globalsFor(document: Document, layout: Value, affix: string | undefined): Globals {
    return this.#globals(this.#ownValue(document), document, layout, affix, false);
  }

  /** The same for a document's excerpt. */
  globalsForExcerpt(document: Document, affix: string | undefined): Globals {
    const page =
      document.kind === 'page' ? this.#ownValue(document) : new ExcerptDrop(this.#documentSubject(document));
    return this.#globals(page, document, undefined, affix, true);
  }

  /** A document of the site as templates see it. */
  readonly valueOfDocument = (document: Document): Drop => {
    let drop = this.#drops.get(document);
    if (drop === undefined) {
      drop =
        document.kind === 'page'
          ? new PageDrop(this.#pageSubject(document, this.#parts.renditions))
          : new DocumentDrop(this.#documentSubject(document));
      this.#drops.set(document, drop);
    }
    return drop;
  };

  readonly valueOfFile = (file: StaticFile): Drop => {
    let drop = this.#fileDrops.get(file);
    if (drop === undefined) {
      const { toTime, tracker } = this.#parts;
      drop = new StaticFileDrop({ file, toTime, tracker, column: this.nodes.fileColumn });
      this.#fileDrops.set(file, drop);
    }
    return drop;
  };

  /** The document being rendered: a page is seen as it was before its turn. */
  #ownValue(document: Document): Drop {
    if (document.kind !== 'page') return this.valueOfDocument(document);
    const content = document.body.text;
    return new PageDrop(this.#pageSubject(document, { ...this.#parts.renditions, contentOf: () => content }));
  }

  #pageSubject(document: Document, renditions: Renditions): PageSubject {
    const { site, tracker } = this.#parts;
    return { document, site, renditions, tracker, column: this.nodes.columnOf(document) };
  }

  #documentSubject(document: Document): DocumentSubject {
    const { site, renditions, tracker } = this.#parts;
    return {
      ...{ document, site, renditions, tracker },
      column: this.nodes.columnOf(document),
      dropOf: this.valueOfDocument,
      neighbour: (from, step) => {
        const at = this.#positions().get(from);
        const documents = site.collections.get(from.collection ?? '')?.documents;
        return at === undefined ? undefined : documents?.[at + step];
      },
    };
  }

  #globals(
    page: Value,
    document: Document,
    layout: Value,
    affix: string | undefined,
    ofExcerpt: boolean,
  ): Globals {
    const others = new Map<Value, Value>([
      ['paginator', this.#parts.paginatorOf(document)],
      ['highlighter_prefix', affix],
      ['highlighter_suffix', affix],
      ['jekyll', this.#jekyll],
      ['site', new SiteDrop(this.#subject, document)],
    ]);
    return new Globals(document.path, page, layout, others, ofExcerpt);
  }
}

function createSiteSubject(
  site: Site,
  renditions: Renditions,
  valueOfDocument: (document: Document) => Drop,
  valueOfFile: (file: StaticFile) => Drop,
  tracker: Tracker,
): SiteSubject {
  const values = (documents: readonly Document[]) => documents.map(valueOfDocument);
  const byLabel = new Map<string, readonly Value[]>();
  const files = (collection: Collection) => collection.files.map(valueOfFile);
  const flatten = (value: Value): Value => {
    if (value instanceof DocumentDrop) return documentText(value.document, renditions);
    if (value instanceof PageDrop) return renditions.contentOf(value.document);
    if (Array.isArray(value)) return value.map(flatten);
    if (value instanceof Map)
      return new Map(Array.from(value, ([key, item]: [Value, Value]) => [key, flatten(item)] as const));
    return value;
  };
  const posts = postsOf(site);
  const data = new TrackedMap<Value, Value>(site.inventory.data, {
    key: (key) => {
      const name = String(key);
      tracker.read({ kind: 'dataKey', key: name }, () => keyFingerprint(site.inventory.data, name));
    },
    whole: () => tracker.read({ kind: 'data' }, () => fingerprintValue(site.inventory.data)),
  });
  let pages: readonly Value[] = [];
  const related = lazily(() => posts.slice(-11).reverse());
  return {
    config: site.config.values,
    time: site.time,
    data: () => site.config.values.get('data') ?? data,
    tracker,
    pages: () => {
      // a stylesheet's turn adds the page of its source map
      if (pages.length !== site.pages.length) pages = values(site.pages);
      return pages;
    },
    htmlPages: lazily(() => values(site.pages.filter((page) => isHtmlRoute(site.routes.of(page))))),
    posts: lazily(() => values([...posts].sort((a, b) => compareShown(b, a, site.time)))),
    documents: lazily(() =>
      [...site.collections.values()].flatMap((c) => [...values(c.documents), ...files(c)]),
    ),
    staticFiles: lazily(() => site.staticFiles.map(valueOfFile)),
    collections: lazily(() =>
      [...site.collections.values()]
        .sort((a, b) => (a.label < b.label ? -1 : 1))
        .map(
          (collection) =>
            new CollectionDrop({
              collection,
              directory: `${site.config.source}/${collection.directory}`,
              documents: () => values(collection.documents),
              files: () => files(collection),
              tracker,
              texts: () => collection.documents.map((document) => documentText(document, renditions)),
            }),
        ),
    ),
    categories: lazily(() => groupPosts(site, 'categories', valueOfDocument)),
    tags: lazily(() => groupPosts(site, 'tags', valueOfDocument)),
    collectionDocuments(label) {
      const collection = site.collections.get(label);
      if (collection === undefined) return undefined;
      let documents = byLabel.get(label);
      if (documents === undefined) {
        documents = values(collection.documents);
        byLabel.set(label, documents);
      }
      return documents;
    },
    related(document) {
      if (document === undefined || document.kind === 'page') return undefined;
      if (posts.length < 2) return [];
      return values(related().filter((post) => post !== document)).slice(0, 10);
    },
    flatten,
  };
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

function positionsOf(site: Site): ReadonlyMap<Document, number> {
  const positions = new Map<Document, number>();
  for (const collection of site.collections.values()) {
    for (const [at, document] of collection.documents.entries()) positions.set(document, at);
  }
  return positions;
}

function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
