/**
 * Converts LaTeX's markup in a field to plain text or HTML, in one pass. An unknown command loses its backslash, never
 * its text.
 */

import { ACCENTS, SIGNS, WRAPPERS } from './latex/tables.ts';

/** How `decodeLatex` writes markup. */
export interface LatexOptions {
  /** Whether `\emph{…}` and the like become elements; else their text alone is left. */
  readonly html?: boolean;
}

const PLAIN = /[^\\{}$~`'\u002d]+/y;
const COMMAND = /\\([a-zA-Z]+\*?|[^a-zA-Z])[ \t]*/y;
const DEEPEST = 100;

/** The text without its braces: `Erd{\H{o}}s` is `Erdős`. Mathematics between `$` stays as it is written. */
export function decodeLatex(text: string, options: LatexOptions = {}): string {
  if (!/[\\{}$~`'-]/.test(text)) return text;
  const decoded = new Decoder(text, options.html === true).run(0, undefined);
  return decoded.normalize('NFC');
}

class Decoder {
  readonly #text: string;
  readonly #html: boolean;
  #at = 0;

  constructor(text: string, html: boolean) {
    this.#text = text;
    this.#html = html;
  }

  /** To the closing brace, or the end of the text. */
  run(depth: number, close: '}' | undefined): string {
    let out = '';
    while (this.#at < this.#text.length) {
      PLAIN.lastIndex = this.#at;
      const plain = PLAIN.exec(this.#text)?.[0];
      if (plain !== undefined) {
        out += plain;
        this.#at += plain.length;
        continue;
      }
      const character = this.#text[this.#at]!;
      if (character === '}') {
        this.#at++;
        if (close !== undefined) return out;
      } else if (character === '{') {
        this.#at++;
        // deeper than anybody writes: the braces are skipped one by one
        if (depth < DEEPEST) out += this.run(depth + 1, '}');
      } else if (character === '\\') out += this.#command(depth);
      else if (character === '$') out += this.#math();
      else out += this.#sign(character);
    }
    return out;
  }

  /** Quotes and dashes that are several characters in LaTeX, and the space that does not break. */
  #sign(character: string): string {
    const text = this.#text;
    const twice = text[this.#at + 1] === character;
    if (character === '-' && twice) {
      const long = text[this.#at + 2] === '-';
      this.#at += long ? 3 : 2;
      return long ? '—' : '–';
    }
    this.#at += twice && character !== '-' && character !== '~' ? 2 : 1;
    if (character === '~') return '\u00a0';
    if (character === '`') return twice ? '“' : '‘';
    if (character === "'") return twice ? '”' : '’';
    return character;
  }

  /** Up to the next `$`; a lone one is a dollar. */
  #math(): string {
    const end = this.#text.indexOf('$', this.#at + 1);
    const to = end < 0 ? this.#at + 1 : end + 1;
    const math = this.#text.slice(this.#at, to);
    this.#at = to;
    return math;
  }

  #command(depth: number): string {
    COMMAND.lastIndex = this.#at;
    const found = COMMAND.exec(this.#text);
    if (found === null) {
      this.#at++;
      return '';
    }
    const name = found[1]!.replace(/\*$/, '');
    const isWord = /^[a-zA-Z]/.test(name);
    // after a symbol the space is text
    this.#at += isWord ? found[0].length : 1 + name.length;
    const accent = ACCENTS.get(name);
    if (accent !== undefined) return this.#accented(accent, depth);
    const sign = SIGNS.get(name);
    if (sign !== undefined) {
      if (this.#text.startsWith('{}', this.#at)) this.#at += 2;
      return sign;
    }
    if (WRAPPERS.has(name)) return this.#wrapped(WRAPPERS.get(name), depth);
    if (name === 'href') {
      const address = this.#argument(depth);
      const shown = this.#argument(depth);
      return this.#html ? `<a href="${address.replaceAll('"', '%22')}">${shown}</a>` : shown;
    }
    if (name === '\\' || name === ' ' || name === ',' || name === ';' || name === ':') return ' ';
    if (name === '-' || name === '/' || name === '@' || name === '!') return '';
    // an unknown command is dropped and its argument kept; an escaped symbol is the symbol
    return isWord ? '' : name;
  }

  #accented(accent: string, depth: number): string {
    const letter = this.#argument(depth);
    const [first = '', ...rest] = Array.from(letter);
    if (first === '') return '';
    // an accent over a dotless i is over an i
    const base = first === 'ı' ? 'i' : first === 'ȷ' ? 'j' : first;
    return base + accent + rest.join('');
  }

  #wrapped(element: string | undefined, depth: number): string {
    const inner = this.#argument(depth);
    if (element === undefined || !this.#html || inner === '') return inner;
    return `<${element}>${inner}</${element.split(' ')[0]}>`;
  }

  /** A group, a command or a single character. */
  #argument(depth: number): string {
    const text = this.#text;
    while (text[this.#at] === ' ' || text[this.#at] === '\n') this.#at++;
    const character = text[this.#at];
    if (character === undefined || character === '}') return '';
    if (character === '{' && depth < DEEPEST) {
      this.#at++;
      return this.run(depth + 1, '}');
    }
    if (character === '\\' && depth < DEEPEST) return this.#command(depth + 1);
    const whole = String.fromCodePoint(text.codePointAt(this.#at)!);
    this.#at += whole.length;
    return whole;
  }
}
