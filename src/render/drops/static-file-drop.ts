/** A static file as templates see it (Jekyll's StaticFileDrop). */

import { baseName, extensionOf } from '../../base/paths.ts';
import type { RubyHash, RubyTime } from '../../base/ruby/values.ts';
import { stem } from '../../model/document.ts';
import type { StaticFile } from '../../model/inventory.ts';
import { type Fields, TableDrop } from './table-drop.ts';

export interface StaticFileSubject {
  readonly file: StaticFile;
  readonly toTime: (epochMs: number) => RubyTime;
}

const FIELDS: Fields<StaticFileSubject> = {
  name: ({ file }) => baseName(file.path),
  basename: ({ file }) => stem(file.path).replace(/\.+$/, ''),
  extname: ({ file }) => extensionOf(file.path),
  path: ({ file }) => (file.collection === undefined ? `/${file.relativePath}` : file.relativePath),
  collection: ({ file }) => file.collection,
  modified_time: ({ file, toTime }) => toTime(file.modifiedMs),
};

export class StaticFileDrop extends TableDrop<StaticFileSubject> {
  protected readonly fields = FIELDS;
  protected readonly className = 'Jekyll::Drops::StaticFileDrop';
  protected get fallback(): RubyHash {
    return this.subject.file.data;
  }
}
