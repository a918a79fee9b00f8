/** A collection as templates see it in `site.collections` (Jekyll's CollectionDrop). */

import { fingerprint } from '../../base/hash.ts';
import { fingerprintValue } from '../../graph/fingerprint-value.ts';
import { HIDDEN } from '../../graph/nodes.ts';
import type { Tracker } from '../../graph/tracker.ts';
import type { Collection } from '../../model/inventory.ts';
import type { RubyHash, Value } from '../../ruby/values.ts';
import { type Fields, TableDrop } from './table-drop.ts';

export interface CollectionSubject {
  readonly collection: Collection;
  /** The absolute path of its folder. */
  readonly directory: string;
  readonly documents: () => readonly Value[];
  readonly files: () => readonly Value[];
  /** The documents as Ruby's `to_s` has them: what JSON shows, since they are no drops there. */
  readonly texts: () => readonly string[];
  readonly tracker: Tracker;
}

const FIELDS: Fields<CollectionSubject> = {
  label: ({ collection }) => collection.label,
  files: ({ files }) => files(),
  output: ({ collection }) => collection.output,
  directory: ({ directory }) => directory,
  docs: ({ documents }) => documents(),
  relative_directory: ({ collection }) => collection.relativeDirectory,
};

export class CollectionDrop extends TableDrop<CollectionSubject> {
  protected readonly fields = FIELDS;
  protected readonly className = 'Jekyll::Drops::CollectionDrop';
  protected get fallback(): RubyHash {
    return this.subject.collection.metadata;
  }

  private note(key: string, fingerprint: () => string | undefined): void {
    const { collection, tracker } = this.subject;
    tracker.read({ kind: 'collectionField', collection: collection.label, key }, fingerprint);
  }

  override get(key: string): Value {
    const value = super.get(key);
    this.note(key, () => fingerprintValue(value));
    return value;
  }

  override keys(): readonly string[] {
    const keys = super.keys();
    this.note(HIDDEN.keys, () => fingerprint(keys.join('\n')));
    return keys;
  }

  override identity(): string {
    return `collection:${this.subject.collection.label}`;
  }

  /** Ruby prints the array of documents, each as it inspects. */
  override print(): string {
    const { collection } = this.subject;
    const documents = collection.documents.map(
      (d) => `#<Jekyll::Document ${d.relativePath} collection=${collection.label}>`,
    );
    const text = `[${documents.join(', ')}]`;
    this.note(HIDDEN.print, () => fingerprint(text));
    return text;
  }

  override *json(): Iterable<readonly [string, Value]> {
    for (const key of this.keys()) {
      const value = this.get(key);
      yield [key, key === 'docs' ? this.subject.texts() : value];
    }
  }
}
