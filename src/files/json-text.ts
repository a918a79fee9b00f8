/**
 * Lossless JSON: integers beyond 2^53 stay whole and keys keep their order, `"2022"` included. Python's `json`
 * writes NaN and Infinity, which are not JSON, and reads them again; so does this module.
 */

import { RubyFloat, type Value } from '../ruby/values.ts';

/** What is wrong with a text, and where in it. */
export class JsonMistake extends Error {
  readonly offset: number;
  constructor(reason: string, offset: number) {
    super(reason);
    this.name = 'JsonMistake';
    this.offset = offset;
  }
}

const DEEPEST = 200;
const SPACE = /[ \t\n\r]*/y;
const NUMBER = /-?(?:0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?/y;
const PLAIN = /[^"\\\u0000-\u001f]*/y;
const WORDS: ReadonlyMap<string, Value> = new Map<string, Value>([
  ['true', true],
  ['false', false],
  ['null', null],
  ['NaN', Number.NaN],
  ['Infinity', Number.POSITIVE_INFINITY],
  ['-Infinity', Number.NEGATIVE_INFINITY],
]);
const ESCAPES: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};

/** The value of a text; objects become hashes. Throws `JsonMistake`. A byte order mark at the head is passed over. */
export function parseJson(text: string): Value {
  const reader = new Reader(text);
  const value = reader.value(0);
  reader.space();
  if (reader.at < text.length) reader.fail('there is text after the end of the data');
  return value;
}

class Reader {
  at = 0;
  readonly #text: string;
  constructor(text: string) {
    this.#text = text;
    if (text.startsWith('\ufeff')) this.at = 1;
  }

  fail(reason: string, at = this.at): never {
    throw new JsonMistake(reason, at);
  }

  space(): void {
    SPACE.lastIndex = this.at;
    SPACE.test(this.#text);
    this.at = SPACE.lastIndex;
  }

  /** Whether the next character, not counting white space, is this one, which is then consumed. */
  #take(character: string): boolean {
    this.space();
    if (this.#text[this.at] !== character) return false;
    this.at++;
    return true;
  }

  value(depth: number): Value {
    if (depth > DEEPEST) this.fail(`it is nested more than ${DEEPEST} levels deep`);
    if (this.#take('{')) return this.#object(depth);
    if (this.#take('[')) return this.#array(depth);
    const first = this.#text[this.at];
    if (first === undefined) this.fail('the data ends unexpectedly');
    if (first === '"') return this.#string();
    for (const [word, value] of WORDS) {
      if (!this.#text.startsWith(word, this.at)) continue;
      this.at += word.length;
      return value;
    }
    return this.#number();
  }

  #number(): Value {
    NUMBER.lastIndex = this.at;
    const found = NUMBER.exec(this.#text);
    if (found === null) this.fail(`${JSON.stringify(this.#text[this.at])} does not start a value`);
    this.at = NUMBER.lastIndex;
    const [digits, fraction, exponent] = found;
    const number = Number(digits);
    if (fraction !== undefined || exponent !== undefined)
      return Number.isInteger(number) ? new RubyFloat(number) : number;
    return Number.isSafeInteger(number) ? number : BigInt(digits);
  }

  #string(): string {
    const start = this.at++;
    let read = '';
    for (;;) {
      PLAIN.lastIndex = this.at;
      PLAIN.test(this.#text);
      read += this.#text.slice(this.at, PLAIN.lastIndex);
      this.at = PLAIN.lastIndex;
      const character = this.#text[this.at];
      if (character === undefined) this.fail('a string is never closed', start);
      if (character === '"') {
        this.at++;
        return read;
      }
      if (character !== '\\') this.fail('a string contains a control character');
      read += this.#escape();
    }
  }

  #escape(): string {
    const letter = this.#text[this.at + 1] ?? '';
    const plain = ESCAPES[letter];
    if (plain !== undefined) {
      this.at += 2;
      return plain;
    }
    const digits = this.#text.slice(this.at + 2, this.at + 6);
    if (letter !== 'u' || !/^[0-9a-fA-F]{4}$/.test(digits))
      this.fail('a string contains an invalid escape sequence');
    this.at += 6;
    return String.fromCharCode(Number.parseInt(digits, 16));
  }

  #object(depth: number): Value {
    const found = new Map<Value, Value>();
    if (this.#take('}')) return found;
    do {
      this.space();
      if (this.#text[this.at] !== '"') this.fail('expected a key in double quotes');
      const key = this.#string();
      if (!this.#take(':')) this.fail('a colon is missing after a key');
      found.set(key, this.value(depth + 1));
    } while (this.#take(','));
    if (!this.#take('}')) this.fail('a comma or `}` is missing');
    return found;
  }

  #array(depth: number): Value {
    const found: Value[] = [];
    if (this.#take(']')) return found;
    do found.push(this.value(depth + 1));
    while (this.#take(','));
    if (!this.#take(']')) this.fail('a comma or `]` is missing');
    return found;
  }
}

/**
 * The text of a value in the manner of Python's `json.dump(…, ensure_ascii=False)`: one line, a space behind `,` and
 * `:`.
 */
export function printJson(value: Value): string {
  if (value === null || value === undefined) return 'null';
  if (typeof value === 'string') return JSON.stringify(value);
  if (value instanceof RubyFloat) return printFloat(value.value);
  if (Array.isArray(value)) return `[${value.map(printJson).join(', ')}]`;
  if (value instanceof Map)
    return `{${Array.from(value, ([key, item]: [Value, Value]) => `${JSON.stringify(String(key))}: ${printJson(item)}`).join(', ')}}`;
  return String(value);
}

/** What is written with an exponent is a float as it is. */
function printFloat(value: number): string {
  const text = String(value);
  return Number.isInteger(value) && !text.includes('e') ? `${text}.0` : text;
}
