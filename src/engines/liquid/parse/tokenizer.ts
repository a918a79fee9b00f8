/** liquidjs's tokenizer with Ruby Liquid's idea of where a tag and an output end: the first delimiter, quoted or not. */

import { defaultOptions, TagToken, Tokenizer, type TopLevelToken } from 'liquidjs';
import type { Span } from '../errors.ts';

type Options = Parameters<Tokenizer['readTopLevelToken']>[0];

/**
 * The options that tokens are cut with: liquidjs's defaults, of which the delimiters matter. Expressions are read
 * elsewhere.
 */
const tokenOptions: Options = { ...defaultOptions, operators: {} };

const wholeTag = /^\{%-?([ \t\n\v\f\r]*)(#|\w+)([ \t\n\v\f\r]*)([\s\S]*?)-?%\}$/;
const lineTag = /^[ \t\n\v\f\r]*(#|\w+)[ \t\n\v\f\r]*([\s\S]*)$/;

/** A tag with its name and markup as Ruby's patterns part them. */
export class LiquidTag extends TagToken {
  /** What stands behind the name, as it is written. */
  readonly markup: string;
  readonly markupOffset: number;

  constructor(
    input: string,
    begin: number,
    end: number,
    name: string,
    markup: string,
    markupOffset: number,
    options: Options,
  ) {
    super(input, begin, end, options);
    this.name = name;
    this.markup = markup;
    this.markupOffset = markupOffset;
  }
}

/** Finds the next occurrence of a delimiter, without searching the text before the last one again. */
class Finder {
  readonly #text: string;
  readonly #wanted: string;
  #next = -1;
  #searchedFrom = Number.POSITIVE_INFINITY;

  constructor(text: string, wanted: string) {
    this.#text = text;
    this.#wanted = wanted;
  }

  /** -1 where there is none. */
  from(at: number): number {
    const known = this.#searchedFrom <= at && (this.#next < 0 || this.#next >= at);
    if (!known) {
      this.#next = this.#text.indexOf(this.#wanted, at);
      this.#searchedFrom = at;
    }
    return this.#next;
  }
}

/** Tokens of one template still to be read, the next one last. */
export type Rest = TopLevelToken[];

export function spanOf(token: TopLevelToken): Span {
  return { offset: token.begin, length: token.end - token.begin };
}

export class RubyTokenizer extends Tokenizer {
  readonly #tagStart = new Finder(this.input, '{%');
  readonly #tagEnd = new Finder(this.input, '%}');
  readonly #outputStart = new Finder(this.input, '{{');
  readonly #brace = new Finder(this.input, '}');

  constructor(text: string) {
    super(text, tokenOptions.operators);
  }

  /** Cuts the whole text; a delimiter that is never closed comes out as text that begins with it. */
  tokens(): TopLevelToken[] {
    const found: TopLevelToken[] = [];
    while (this.p < this.N) found.push(this.readTopLevelToken(tokenOptions));
    return found;
  }

  override readTopLevelToken(options: Options): TopLevelToken {
    if (this.input.startsWith('{%', this.p)) return this.#tag() ?? this.#rest(2);
    if (!this.input.startsWith('{{', this.p)) return this.#text();
    const close = this.#brace.from(this.p);
    if (close < 0) return this.#rest(2);
    if (this.input[close + 1] !== '}') return this.#rest(close + 1 - this.p);
    return this.readOutputToken(options);
  }

  /** Ruby ends an output at its first brace, even inside of quotes. */
  override readToDelimiter(delimiter: string): number {
    const close = this.input.indexOf(delimiter, this.p);
    if (close < 0) return -1;
    this.p = close + delimiter.length;
    return this.p;
  }

  #tag(): LiquidTag | undefined {
    const close = this.#tagEnd.from(this.p + 2);
    if (close < 0) return undefined;
    const begin = this.p;
    const end = close + 2;
    const found = wholeTag.exec(this.input.slice(begin, end));
    if (found === null) return undefined;
    const [whole, before = '', name = '', after = '', markup = ''] = found;
    const head = (whole[2] === '-' ? 3 : 2) + before.length + name.length + after.length;
    this.p = end;
    return new LiquidTag(this.input, begin, end, name, markup, begin + head, tokenOptions);
  }

  #text(): TopLevelToken {
    const begin = this.p;
    const tag = this.#tagStart.from(begin);
    const output = this.#outputStart.from(begin);
    const stop = tag < 0 ? output : output < 0 ? tag : Math.min(tag, output);
    return this.#rest((stop < 0 ? this.N : stop) - begin);
  }

  #rest(length: number): TopLevelToken {
    const begin = this.p;
    const token = this.readHTMLToken(['']);
    this.p = begin + length;
    token.end = this.p;
    return token;
  }
}

const bare: Options = { ...tokenOptions, tagDelimiterLeft: '', tagDelimiterRight: '' };

/** The lines of `{% liquid %}`, each a tag without delimiters; undefined in place of a line that is not a tag. */
export function lineTags(
  input: string,
  markup: string,
  offset: number,
): (LiquidTag | { line: string; at: number })[] {
  const found: (LiquidTag | { line: string; at: number })[] = [];
  let at = offset;
  for (const line of markup.split('\n')) {
    const begin = at;
    at += line.length + 1;
    if (/^\s*$/.test(line)) continue;
    const tag = lineTag.exec(line);
    if (tag === null) {
      found.push({ line, at: begin });
      continue;
    }
    const [, name = '', body = ''] = tag;
    const lead = line.length - line.trimStart().length;
    found.push(
      new LiquidTag(
        input,
        begin + lead,
        begin + line.trimEnd().length,
        name,
        body,
        begin + line.length - body.length,
        bare,
      ),
    );
  }
  return found;
}
