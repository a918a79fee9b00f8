/** A post or other document of a collection as templates see it (Jekyll's DocumentDrop). */

import { folderOf } from '../../base/paths.ts';
import { HIDDEN } from '../../graph/nodes.ts';
import type { Column, Row, Tracker } from '../../graph/tracker.ts';
import { type Document, fileName, stem } from '../../model/document.ts';
import type { Site } from '../../model/site.ts';
import { compareDocuments } from '../../model/sort.ts';
import { type Drop, isArray, isNil, type RubyHash, type Value } from '../../ruby/values.ts';
import type { Renditions } from '../renditions.ts';
import { type Fields, TableDrop } from './table-drop.ts';

/** What the drop of a document reaches to. */
export interface DocumentSubject {
  readonly document: Document;
  readonly site: Site;
  readonly renditions: Renditions;
  readonly dropOf: (document: Document) => Value;
  /** The document before (-1) or after (1) it in its collection. */
  readonly neighbour: (document: Document, step: -1 | 1) => Document | undefined;
  /** Its collection, by any key. */
  readonly column: Column;
  readonly tracker: Tracker;
}

/** What a document shows of `previous` and `next` below the second level of JSON. */
const NESTED_OMITTED: ReadonlySet<string> = new Set(['content', 'output', 'excerpt', 'next', 'previous']);

const FIELDS: Fields<DocumentSubject> = {
  name: ({ document }) => document.data.get('name') ?? fileName(document),
  id: ({ document, site }) => documentId(document, site),
  relative_path: ({ document }) => document.relativePath,
  excerpt: ({ document, renditions }) => excerptText(document, renditions),
  title: ({ document }) => document.data.get('title'),
  categories: ({ document }) => document.data.get('categories'),
  previous: (subject) => neighbourDrop(subject, -1),
  content: ({ document, renditions }) => renditions.contentOf(document),
  collection: ({ document }) => document.collection,
  output: ({ document, renditions }) => renditions.outputOf(document),
  next: (subject) => neighbourDrop(subject, 1),
  path: ({ document }) => document.relativePath,
  date: ({ document, site }) => document.date ?? site.time,
  tags: ({ document }) => document.data.get('tags'),
  url: ({ document, site }) => site.routes.of(document).url,
};

/** In Jekyll 3 the rest is only there where the front matter or the name of the file gives it. */
const WRITTEN_FIELDS: Fields<DocumentSubject> = Object.fromEntries(
  (
    [
      'id',
      'url',
      'next',
      'output',
      'content',
      'path',
      'relative_path',
      'excerpt',
      'previous',
      'collection',
    ] as const
  ).map((key) => [key, FIELDS[key]!]),
);

function fieldsOf({ config }: Site): Fields<DocumentSubject> {
  return config.rules.undatedDocuments === 'build-time' ? FIELDS : WRITTEN_FIELDS;
}

export class DocumentDrop extends TableDrop<DocumentSubject> {
  protected readonly fields = fieldsOf(this.subject.site);
  protected readonly className = 'Jekyll::Drops::DocumentDrop';
  protected get fallback(): RubyHash {
    return this.subject.document.data;
  }

  get document(): Document {
    return this.subject.document;
  }

  #row: Row | undefined;

  private get row(): Row {
    return (this.#row ??= documentRow(this.subject.document, this.subject.column));
  }

  override get(key: string): Value {
    const value = super.get(key);
    const { document, tracker } = this.subject;
    if (!tracker.active || key === 'content' || key === 'output') return value;
    if (key === 'excerpt') tracker.field(this.row, HIDDEN.excerpt, document.data.get('excerpt'));
    else tracker.field(this.row, key, value);
    return value;
  }

  override keys(): readonly string[] {
    const keys = super.keys();
    if (this.subject.tracker.active) this.subject.tracker.field(this.row, HIDDEN.keys, keys.join('\n'));
    return keys;
  }

  override identity(): string {
    return `document:${this.document.id}`;
  }

  /** Ruby prints the finished page, or what there is of it yet. */
  override print(): string {
    return documentText(this.subject.document, this.subject.renditions);
  }

  override order(other: Drop): number | undefined {
    if (!(other instanceof DocumentDrop)) return undefined;
    const { tracker } = this.subject;
    for (const each of tracker.active ? [this, other] : [])
      tracker.field(each.row, HIDDEN.date, each.document.date);
    return compareDocuments(this.document, other.document);
  }

  override *json(depth: number): Iterable<readonly [string, Value]> {
    for (const key of this.keys()) {
      const value = this.get(key);
      const isNeighbour = (key === 'previous' || key === 'next') && value instanceof DocumentDrop;
      yield [key, depth >= 2 && isNeighbour ? value.collapsed() : value];
    }
  }

  /** The drop as a hash without texts and neighbours. */
  private collapsed(): RubyHash {
    const kept = this.keys().filter((key) => !NESTED_OMITTED.has(key));
    return new Map(kept.map((key) => [key, this.get(key)]));
  }
}

/** The fields of a document (or page), as nodes. */
export function documentRow({ id }: Document, column: Column): Row {
  return { node: (key) => ({ kind: 'documentField', document: id, key }), column, cells: new Map() };
}

function neighbourDrop(subject: DocumentSubject, step: -1 | 1): Value {
  const other = subject.neighbour(subject.document, step);
  return other === undefined ? undefined : subject.dropOf(other);
}

/** `excerpt` is text, always: what the front matter says, else the rendered beginning, else nothing. */
function excerptText(document: Document, renditions: Renditions): string {
  const given = document.data.get('excerpt');
  if (!isNil(given) && given !== false) return isArray(given) ? given.join('') : String(given);
  return renditions.excerptOf(document) ?? '';
}

/** What Ruby's `to_s` of a document gives. */
export function documentText(document: Document, renditions: Renditions): string {
  return renditions.outputOf(document) ?? renditions.contentOf(document);
}

/** The URL's folder with the slug (`Document#id`). */
export function documentId(document: Document, site: Site): string {
  const slug = document.data.get('slug');
  const folder = folderOf(site.routes.of(document).url.replace(/\/+$/, ''));
  return `${folder}/${isNil(slug) ? stem(document.path) : String(slug)}`;
}
