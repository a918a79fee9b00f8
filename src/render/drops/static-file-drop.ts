/** A static file as templates see it (Jekyll's StaticFileDrop). */

import { baseName, extensionOf } from '../../base/paths.ts';
import { HIDDEN } from '../../graph/nodes.ts';
import type { Column, Row, Tracker } from '../../graph/tracker.ts';
import type { BuilderRules } from '../../model/builder/rules.ts';
import { stem } from '../../model/document.ts';
import type { StaticFile } from '../../model/inventory.ts';
import type { RubyHash, RubyTime, Value } from '../../ruby/values.ts';
import { type Fields, TableDrop } from './table-drop.ts';

export interface StaticFileSubject {
  readonly file: StaticFile;
  readonly toTime: (epochMs: number) => RubyTime;
  /** What becomes of dots at the end of its name. */
  readonly trailingDots: BuilderRules['trailingDots'];
  /** The static files, by any key. */
  readonly column: Column;
  readonly tracker: Tracker;
}

const FIELDS: Fields<StaticFileSubject> = {
  name: ({ file }) => baseName(file.path),
  basename: ({ file, trailingDots }) =>
    trailingDots === 'removed' ? stem(file.path).replace(/\.+$/, '') : stem(file.path),
  collection: ({ file }) => file.collection,
  extname: ({ file }) => extensionOf(file.path),
  modified_time: ({ file, toTime }) => toTime(file.modifiedMs),
  path: ({ file }) => (file.collection === undefined ? `/${file.relativePath}` : file.relativePath),
};

export class StaticFileDrop extends TableDrop<StaticFileSubject> {
  protected readonly fields = FIELDS;
  protected readonly className = 'Jekyll::Drops::StaticFileDrop';
  protected get fallback(): RubyHash {
    return this.subject.file.data;
  }

  #row: Row | undefined;

  private get row(): Row {
    const { file, column } = this.subject;
    const { path } = file;
    return (this.#row ??= {
      node: (key) => ({ kind: 'fileField', file: path, key }),
      column,
      cells: new Map(),
    });
  }

  override get(key: string): Value {
    const value = super.get(key);
    if (this.subject.tracker.active) this.subject.tracker.field(this.row, key, value);
    return value;
  }

  override keys(): readonly string[] {
    const keys = super.keys();
    if (this.subject.tracker.active) this.subject.tracker.field(this.row, HIDDEN.keys, keys.join('\n'));
    return keys;
  }

  override identity(): string {
    return `file:${this.subject.file.path}`;
  }
}
