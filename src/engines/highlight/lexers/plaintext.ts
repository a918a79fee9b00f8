/** Text without colours; its option `token` gives all of it one kind, as console's output has it. */
import type { Lexer } from '../lexing/lexer.ts';
import { type TokenClass, tokenNamed } from '../lexing/tokens.ts';

export const plaintext: Lexer = {
  tag: 'plaintext',
  start: (options = {}) => {
    const type: TokenClass = (typeof options.token === 'string' && tokenNamed(options.token)) || '';
    return {
      reset() {},
      lex(text, emit) {
        if (text !== '') emit(type, text);
      },
    };
  },
};
