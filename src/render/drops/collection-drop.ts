/** A collection as templates see it in `site.collections` (Jekyll's CollectionDrop). */

import type { RubyHash, Value } from '../../base/ruby/values.ts';
import type { Collection } from '../../model/inventory.ts';
import { type Fields, TableDrop } from './table-drop.ts';

export interface CollectionSubject {
  readonly collection: Collection;
  /** The absolute path of its folder. */
  readonly directory: string;
  readonly documents: () => readonly Value[];
  readonly files: () => readonly Value[];
  /** The documents as Ruby's `to_s` has them: what JSON shows, since they are no drops there. */
  readonly texts: () => readonly string[];
}

const FIELDS: Fields<CollectionSubject> = {
  label: ({ collection }) => collection.label,
  docs: ({ documents }) => documents(),
  files: ({ files }) => files(),
  relative_directory: ({ collection }) => collection.relativeDirectory,
  output: ({ collection }) => collection.output,
  directory: ({ directory }) => directory,
};

export class CollectionDrop extends TableDrop<CollectionSubject> {
  protected readonly fields = FIELDS;
  protected readonly className = 'Jekyll::Drops::CollectionDrop';
  protected get fallback(): RubyHash {
    return this.subject.collection.metadata;
  }

  /** Ruby prints the array of documents, each as it inspects. */
  override print(): string {
    const { collection } = this.subject;
    const documents = collection.documents.map(
      (d) => `#<Jekyll::Document ${d.relativePath} collection=${collection.label}>`,
    );
    return `[${documents.join(', ')}]`;
  }

  override *json(): Iterable<readonly [string, Value]> {
    for (const key of this.keys()) yield [key, key === 'docs' ? this.subject.texts() : this.get(key)];
  }
}
