/** `blank` and `empty` outside of comparisons: objects of their own, true and printing nothing, as Jekyll makes them. */

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

/** What a variable keeps of a value: the words become an empty text. */
export function stored(value: Value): Value {
  return value instanceof WordLiteral ? '' : value;
}
