/** The fingerprints of the nodes of a site: the other side of every read that rendering records. */

import { combined, fingerprint, type HashPair, hashPair } from '../base/hash.ts';
import { fingerprintValue, formattedFingerprint, keysFingerprint } from '../graph/fingerprint-value.ts';
import { HIDDEN, type NodeKind, type Resolvers } from '../graph/nodes.ts';
import type { Column } from '../graph/tracker.ts';
import type { Document } from '../model/document.ts';
import type { StaticFile } from '../model/inventory.ts';
import type { Site } from '../model/site.ts';
import { unwatched } from '../ruby/time/watched-time.ts';
import { Drop, type Value } from '../ruby/values.ts';
import type { SiteDrop } from './drops/site-drop.ts';
import { collectionField, keyFingerprint, layoutFingerprint, textFingerprint } from './fingerprints.ts';
import type { Renditions } from './renditions.ts';

/** What the values of a site are made by; see `payload.ts`. */
export interface NodeSubject {
  readonly site: Site;
  readonly siteDrop: SiteDrop;
  readonly renditions: Renditions;
  valueOfDocument(document: Document): Drop;
  valueOfFile(file: StaticFile): Drop;
  related(document: Document): Value;
}

export type SiteNodeKind = Extract<
  NodeKind,
  | 'documentField'
  | 'pageColumn'
  | 'collectionColumn'
  | 'fileField'
  | 'fileColumn'
  | 'relatedPosts'
  | 'content'
  | 'output'
  | 'excerpt'
  | 'siteField'
  | 'sitePages'
  | 'collectionField'
  | 'setting'
  | 'settingNames'
  | 'dataKey'
  | 'data'
  | 'layout'
  | 'layoutData'
  | 'siteTime'
  | 'formattedSiteTime'
>;

export class SiteNodes {
  readonly #values: NodeSubject;
  readonly #columns = new Map<string, Column>();
  #documents: ReadonlyMap<string, Document> | undefined;
  /** How many pages there were when `#documents` was made: a stylesheet's turn adds the page of its source map. */
  #pages = 0;
  #files: ReadonlyMap<string, StaticFile> | undefined;

  constructor(values: NodeSubject) {
    this.#values = values;
  }

  /** A document of the site by its id. */
  document(id: string): Document | undefined {
    const { pages, collections } = this.#values.site;
    if (this.#documents === undefined || this.#pages !== pages.length) {
      const members = [...collections.values()].flatMap(({ documents }) => documents);
      this.#documents = new Map([...members, ...pages].map((each) => [each.id, each]));
      this.#pages = pages.length;
    }
    return this.#documents.get(id);
  }

  /** The documents that a document is listed with. */
  columnOf({ collection }: Document): Column {
    const { site } = this.#values;
    return collection === undefined
      ? this.#column(
          '',
          (key) => ({ kind: 'pageColumn', key }),
          () => site.pages,
        )
      : this.#column(
          collection,
          (key) => ({ kind: 'collectionColumn', collection, key }),
          () => site.collections.get(collection)?.documents ?? [],
        );
  }

  readonly fileColumn: Column = {
    node: (key) => ({ kind: 'fileColumn', key }),
    fingerprint: (key) => {
      const fields = filesOf(this.#values.site).map((file) => `${file.path}=${this.#fileField(file, key)}`);
      return fingerprint(fields.join('\n'));
    },
  };

  readonly resolvers: Resolvers<SiteNodeKind> = {
    documentField: ({ document, key }) => this.#of(document, (found) => this.#field(found, key).print),
    pageColumn: ({ key }) => combinedFields(this.#values.site.pages, (page) => this.#field(page, key)),
    collectionColumn: ({ collection, key }) =>
      combinedFields(this.#values.site.collections.get(collection)?.documents ?? [], (each) =>
        this.#field(each, key),
      ),
    fileField: ({ file, key }) => {
      const found = this.#file(file);
      return found && this.#fileField(found, key);
    },
    fileColumn: ({ key }) => this.fileColumn.fingerprint(key),
    relatedPosts: ({ document }) =>
      this.#of(document, (found) => fingerprintValue(this.#values.related(found))),
    content: ({ document }) =>
      this.#of(document, (found) => textFingerprint(found, this.#values.renditions.contentOf(found))),
    output: ({ document }) =>
      this.#of(document, (found) => textFingerprint(found, this.#values.renditions.outputOf(found))),
    excerpt: ({ document }) => this.#of(document, (found) => this.#values.renditions.excerptPrintOf(found)),
    siteField: ({ key }) => fingerprintValue(this.#values.siteDrop.get(key)),
    sitePages: () => fingerprintValue(this.#values.siteDrop.get('pages')),
    collectionField: ({ collection, key }) => {
      const found = this.#collection(collection);
      return found && collectionField(found, key);
    },
    setting: ({ name }) => fingerprintValue(this.#values.site.config.values.get(name)),
    settingNames: () => keysFingerprint(this.#values.site.config.values),
    dataKey: ({ key }) => keyFingerprint(this.#values.site.inventory.data, key),
    data: () => fingerprintValue(this.#values.site.inventory.data),
    layout: ({ name }) => layoutFingerprint(this.#values.site.layouts.get(name)),
    layoutData: ({ name }) => fingerprintValue(this.#values.site.layouts.get(name)?.data),
    siteTime: () => `${unwatched(this.#values.site.time).epochMs}`,
    formattedSiteTime: ({ format }) => formattedFingerprint(unwatched(this.#values.site.time), format),
  };

  #of(id: string, print: (document: Document) => string | undefined): string | undefined {
    const found = this.document(id);
    return found && print(found);
  }

  #file(path: string): StaticFile | undefined {
    this.#files ??= new Map(filesOf(this.#values.site).map((each) => [each.path, each]));
    return this.#files.get(path);
  }

  #collection(label: string): Drop | undefined {
    const all = this.#values.siteDrop.get('collections') as readonly Value[];
    const found = all.find((each) => each instanceof Drop && each.identity() === `collection:${label}`);
    return found instanceof Drop ? found : undefined;
  }

  #column(name: string, node: Column['node'], members: () => readonly Document[]): Column {
    let column = this.#columns.get(name);
    if (column === undefined) {
      const print = (key: string) => combinedFields(members(), (each) => this.#field(each, key));
      this.#columns.set(name, (column = { node, fingerprint: print }));
    }
    return column;
  }

  /** Records outlive a build where nobody changes them, and so do the fingerprints of their fields. */
  #field(document: Document, key: string): Field {
    let known = fields.get(document);
    if (known === undefined) fields.set(document, (known = new Map()));
    let field = known.get(key);
    if (field === undefined) {
      const print = this.#fieldNow(document, key);
      known.set(key, (field = { print, hash: hashPair(`${document.id}=${print}`) }));
    }
    return field;
  }

  #fieldNow(document: Document, key: string): string | undefined {
    if (key === HIDDEN.date) return fingerprintValue(document.date);
    if (key === HIDDEN.excerpt) return fingerprintValue(document.data.get('excerpt'));
    return dropField(this.#values.valueOfDocument(document), key);
  }

  #fileField(file: StaticFile, key: string): string | undefined {
    return dropField(this.#values.valueOfFile(file), key);
  }
}

function dropField(drop: Drop, key: string): string | undefined {
  return fingerprintValue(key === HIDDEN.keys ? drop.keys().join('\n') : drop.get(key));
}

function combinedFields(members: readonly Document[], field: (document: Document) => Field): string {
  return combined(members.length, (at) => field(members[at]!).hash);
}

function filesOf(site: Site): readonly StaticFile[] {
  return [...site.staticFiles, ...[...site.collections.values()].flatMap(({ files }) => files)];
}

interface Field {
  readonly print: string | undefined;
  /** Of the print and of whose field it is. */
  readonly hash: HashPair;
}

const fields = new WeakMap<Document, Map<string, Field>>();
