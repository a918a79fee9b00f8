/** Reads Liquid's strict grammar: expressions come back as text without white space, ready for `parseExpression`. */

import { GrammarMistake, lex, type Token, type TokenKind } from './lexer.ts';

const names: Readonly<Partial<Record<TokenKind, string>>> = {
  comparison: 'a comparison',
  string: 'a string',
  number: 'a number',
  id: 'a name',
  dotdot: '`..`',
  end: 'the end',
};

/** How deep brackets may nest: deeper markup is refused before it overflows the stack. */
const deepest = 100;

export class StrictReader {
  readonly #tokens: readonly Token[];
  #next = 0;
  #depth = 0;

  /** Throws `GrammarMistake`, as do all readers below. */
  constructor(markup: string) {
    this.#tokens = lex(markup);
  }

  get #token(): Token {
    return this.#tokens[this.#next]!;
  }

  /** Where the next token stands in the markup. */
  get at(): number {
    return this.#token.at;
  }

  look(kind: TokenKind, ahead = 0): boolean {
    return this.#tokens[this.#next + ahead]?.kind === kind;
  }

  take(kind: TokenKind): string {
    const token = this.#token;
    if (token.kind !== kind)
      throw this.mistake(`expected ${names[kind] ?? `\`${kind}\``}, but found ${describe(token)}`);
    this.#next++;
    return token.text;
  }

  takeIf(kind: TokenKind): string | undefined {
    return this.look(kind) ? this.take(kind) : undefined;
  }

  /** Takes the next token where it is one of these words. */
  takeWord(...words: readonly string[]): string | undefined {
    const token = this.#token;
    return token.kind === 'id' && words.includes(token.text) ? this.take('id') : undefined;
  }

  mistake(reason: string): GrammarMistake {
    return new GrammarMistake(reason, this.#token.at, Math.max(1, this.#token.text.length));
  }

  expression(): string {
    const { kind } = this.#token;
    if (++this.#depth > deepest) throw this.mistake('brackets are nested too deep');
    const text = this.#expressionOf(kind);
    this.#depth--;
    return text;
  }

  #expressionOf(kind: TokenKind): string {
    switch (kind) {
      case 'id':
        return this.take('id') + this.#lookups();
      case '[': {
        const name = `${this.take('[')}${this.expression()}${this.take(']')}`;
        return name + this.#lookups();
      }
      case 'string':
      case 'number':
        return this.take(kind);
      case '(': {
        this.take('(');
        const first = this.expression();
        this.take('dotdot');
        const last = this.expression();
        this.take(')');
        return `(${first}..${last})`;
      }
      default:
        throw this.mistake(
          kind === 'end' ? 'a value is missing' : `expected a value, but found ${describe(this.#token)}`,
        );
    }
  }

  /** An argument of a filter, with its name where it has one (`allow_false: true`). */
  argument(): string {
    if (this.look('id') && this.look(':', 1))
      return `${this.take('id')}${this.take(':')} ${this.expression()}`;
    return this.expression();
  }

  #lookups(): string {
    let text = '';
    while (true) {
      if (this.look('[')) text += this.take('[') + this.expression() + this.take(']');
      else if (this.look('.')) text += this.take('.') + this.take('id');
      else return text;
    }
  }
}

function describe(token: Token): string {
  return token.kind === 'end' ? 'the end' : `\`${token.text}\``;
}
