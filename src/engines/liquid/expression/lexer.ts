/** Liquid's strict grammar, lexed: what is inside of tags and outputs. */

export type TokenKind =
  | 'comparison'
  | 'string'
  | 'number'
  | 'id'
  | 'dotdot'
  | '|'
  | '.'
  | ':'
  | ','
  | '['
  | ']'
  | '('
  | ')'
  | '?'
  | '-'
  | 'end';

export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
  /** Where it stands in the markup. */
  readonly at: number;
}

/** Thrown where a markup violates the strict grammar; the tag falls back to the lax one, or fails in strict mode. */
export class GrammarMistake extends Error {
  readonly reason: string;
  readonly at: number;
  readonly length: number;
  constructor(reason: string, at: number, length: number) {
    super(reason);
    this.reason = reason;
    this.at = at;
    this.length = length;
  }
}

const space = /[ \t\n\v\f\r]*/y;
const patterns: readonly (readonly [TokenKind, RegExp])[] = [
  ['comparison', /==|!=|<>|<=?|>=?|contains(?=[ \t\n\v\f\r])/y],
  ['string', /'[^']*'|"[^"]*"/y],
  ['number', /-?\d+(?:\.\d+)?/y],
  ['id', /[a-zA-Z_][\w-]*\??/y],
  ['dotdot', /\.\./y],
];
const specials = '|.:,[]()?-';

/** The tokens of a markup, an `end` last. Throws `GrammarMistake`. */
export function lex(markup: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  next: while (true) {
    space.lastIndex = at;
    space.exec(markup);
    at = space.lastIndex;
    if (at >= markup.length) break;
    for (const [kind, pattern] of patterns) {
      pattern.lastIndex = at;
      const found = pattern.exec(markup);
      if (found !== null) {
        tokens.push({ kind, text: found[0], at });
        at += found[0].length;
        continue next;
      }
    }
    const character = markup[at]!;
    if (!specials.includes(character)) {
      const whole = String.fromCodePoint(markup.codePointAt(at)!);
      throw new GrammarMistake(`unexpected \`${whole}\``, at, whole.length);
    }
    tokens.push({ kind: character as TokenKind, text: character, at });
    at++;
  }
  tokens.push({ kind: 'end', text: '', at: markup.trimEnd().length });
  return tokens;
}
