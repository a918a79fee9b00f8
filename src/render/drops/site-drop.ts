/** The site as templates see it (Jekyll's SiteDrop): the only door through which they reach other documents. */

import { fingerprintValue } from '../../graph/fingerprint-value.ts';
import type { Tracker } from '../../graph/tracker.ts';
import type { Document } from '../../model/document.ts';
import type { RubyHash, Value } from '../../ruby/values.ts';
import { type Fields, TableDrop } from './table-drop.ts';

/** Everything below is computed at most once a build: sorting `site.posts` on every page is why Jekyll is slow on big blogs. */
export interface SiteSubject {
  readonly config: RubyHash;
  readonly time: Value;
  readonly data: () => Value;
  readonly pages: () => readonly Value[];
  readonly htmlPages: () => readonly Value[];
  /** Newest first. */
  readonly posts: () => readonly Value[];
  readonly documents: () => readonly Value[];
  readonly staticFiles: () => readonly Value[];
  /** By label. */
  readonly collections: () => readonly Value[];
  readonly categories: () => RubyHash;
  readonly tags: () => RubyHash;
  readonly collectionDocuments: (label: string) => readonly Value[] | undefined;
  readonly related: (document: Document | undefined) => readonly Value[] | undefined;
  /** The value of a document as Ruby's `to_s` has it: what JSON shows of it inside of `site`. */
  readonly flatten: (value: Value) => Value;
  readonly tracker: Tracker;
}

const FIELDS: Fields<SiteSubject> = {
  html_pages: (site) => site.htmlPages(),
  time: (site) => site.time,
  documents: (site) => site.documents(),
  config: () => undefined,
  related_posts: () => undefined,
  data: (site) => site.data(),
  pages: (site) => site.pages(),
  categories: (site) => site.categories(),
  static_files: (site) => site.staticFiles(),
  collections: (site) => site.collections(),
  posts: (site) => site.posts(),
  tags: (site) => site.tags(),
};

export class SiteDrop extends TableDrop<SiteSubject> {
  protected readonly fields = FIELDS;
  protected readonly className = 'Jekyll::Drops::SiteDrop';
  protected get fallback(): RubyHash {
    return this.subject.config;
  }
  /** The document being rendered, for `related_posts`. */
  private readonly current: Document | undefined;

  constructor(subject: SiteSubject, current: Document | undefined) {
    super(subject);
    this.current = current;
  }

  override identity(): string {
    return 'site';
  }

  override get(key: string): Value {
    const { tracker } = this.subject;
    const value = tracker.untracked(() => this.read(key));
    if (key === 'pages') tracker.changing(() => this.get(key), value);
    if (!tracker.active) return value;
    const fingerprint = () => fingerprintValue(value);
    if (key === 'related_posts') {
      const document = this.current?.id;
      if (document !== undefined) tracker.read({ kind: 'relatedPosts', document }, fingerprint);
    } else if (key === 'pages') tracker.read({ kind: 'sitePages' }, fingerprint);
    else tracker.read({ kind: 'siteField', key }, fingerprint);
    return value;
  }

  private read(key: string): Value {
    if (key === 'related_posts') return this.subject.related(this.current);
    const documents = key === 'posts' ? undefined : this.subject.collectionDocuments(key);
    return documents ?? super.get(key);
  }

  override *json(): Iterable<readonly [string, Value]> {
    for (const key of this.keys()) yield [key, this.subject.flatten(this.get(key))];
  }
}
