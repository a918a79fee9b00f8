/** What templates see: the variables of a page's rendering, built here and nowhere else. The only door to the site. */

import type { Tracker } from '../graph/tracker.ts';
import { type BuilderRules, versionOf } from '../model/builder/rules.ts';
import type { Document } from '../model/document.ts';
import type { StaticFile } from '../model/inventory.ts';
import type { Site } from '../model/site.ts';
import { Drop, type RubyHash, type RubyTime, type Value } from '../ruby/values.ts';
import { DocumentDrop, type DocumentSubject } from './drops/document-drop.ts';
import { ExcerptDrop } from './drops/excerpt-drop.ts';
import { JekyllDrop } from './drops/jekyll-drop.ts';
import { PageDrop, type PageSubject } from './drops/page-drop.ts';
import { SiteDrop, type SiteSubject } from './drops/site-drop.ts';
import { StaticFileDrop } from './drops/static-file-drop.ts';
import type { Renditions } from './renditions.ts';
import { SiteNodes } from './site-nodes.ts';
import { SiteValues } from './site-values.ts';

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
  /** The place of each document in its collection; made when it is first needed. */
  #positions: ReadonlyMap<Document, number> | undefined;
  /** `site` where no document is being rendered. */
  readonly site: SiteDrop;
  readonly nodes: SiteNodes;
  readonly rules: BuilderRules;

  constructor(parts: PayloadParts) {
    const { site, renditions, tracker } = parts;
    this.#parts = parts;
    this.rules = site.config.rules;

    this.#subject = new SiteValues(site, renditions, this.valueOfDocument, this.valueOfFile, tracker);
    this.#jekyll = new JekyllDrop(versionOf(site.config.rules, 'jekyll') ?? '', site.config.environment);
    this.site = new SiteDrop(this.#subject, undefined);
    this.nodes = new SiteNodes({
      site,
      siteDrop: this.site,
      renditions,
      valueOfDocument: this.valueOfDocument,
      valueOfFile: this.valueOfFile,
      related: (document) => this.#subject.related(document),
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
      drop = new StaticFileDrop({
        ...{ file, toTime, tracker, column: this.nodes.fileColumn },
        trailingDots: this.rules.trailingDots,
      });
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
        this.#positions ??= positionsOf(site);
        const at = this.#positions.get(from);
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

function positionsOf(site: Site): ReadonlyMap<Document, number> {
  const positions = new Map<Document, number>();
  for (const collection of site.collections.values()) {
    for (const [at, document] of collection.documents.entries()) positions.set(document, at);
  }
  return positions;
}
