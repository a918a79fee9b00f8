/** Gathers a lexer's tokens as Rouge's `lex` yields them: neighbours of one kind are one token. */
import type { RunningLexer } from './lexer.ts';
import type { Token, TokenClass } from './tokens.ts';

/** All tokens of a text, by a lexer at its beginning. */
export function tokensOf(lexer: RunningLexer, text: string): readonly Token[] {
  const tokens: Token[] = [];
  let type: TokenClass | undefined;
  let pending = '';
  lexer.lex(text, (nextType, nextText) => {
    if (nextType === type) {
      pending += nextText;
      return;
    }
    if (type !== undefined) tokens.push({ type, text: pending });
    type = nextType;
    pending = nextText;
  });
  if (type !== undefined) tokens.push({ type, text: pending });
  return tokens;
}
