/** A drop whose fields are a table of functions: fields first, then the keys of a fallback hash, as Jekyll's own drops work. */

import { Drop, type RubyHash, type Value } from '../../ruby/values.ts';

/**
 * Fields in the order in which loops and JSON show them. Ruby's order of methods, which it is in Jekyll, differs from one
 * installation to the next; ours is one that was measured.
 */
export type Fields<Subject> = Readonly<Record<string, (subject: Subject) => Value>>;

export abstract class TableDrop<Subject> extends Drop {
  protected readonly subject: Subject;
  protected abstract readonly fields: Fields<Subject>;
  protected abstract readonly fallback: RubyHash;
  /** The name of Jekyll's class, which is what printing the drop prints. */
  protected abstract readonly className: string;

  constructor(subject: Subject) {
    super();
    this.subject = subject;
  }

  get(key: string): Value {
    return Object.hasOwn(this.fields, key) ? this.fields[key]!(this.subject) : this.fallback.get(key);
  }

  override keys(): readonly string[] {
    const names = Object.keys(this.fields);
    for (const key of this.fallback.keys()) {
      if (typeof key === 'string' && !Object.hasOwn(this.fields, key)) names.push(key);
    }
    return names;
  }

  override print(): string | undefined {
    return this.className;
  }
}
