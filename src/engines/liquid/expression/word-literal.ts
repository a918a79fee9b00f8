/** `blank` and `empty` outside of comparisons: objects that are true and print nothing, as in Jekyll. */

import { Drop, type Value } from '../../../ruby/values.ts';

export class WordLiteral extends Drop {
  override get(): Value {
    return undefined;
  }

  override print(): string {
    return '';
  }

  override json(): undefined {
    return undefined;
  }
}

/** The value that a variable stores: for the two words, an empty text. */
export function stored(value: Value): Value {
  return value instanceof WordLiteral ? '' : value;
}
