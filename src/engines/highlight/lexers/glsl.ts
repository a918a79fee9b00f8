/** GLSL, the language of shaders, on C's states. */
import { defineLexer } from '../lexing/lexing.ts';
import { BUILTINS, KEYWORDS, RESERVED, TYPES } from '../words/glsl.ts';
import { cStates } from './c.ts';

export const glsl = defineLexer({
  tag: 'glsl',
  states: () =>
    cStates([
      ['k', KEYWORDS],
      ['kt', TYPES],
      ['kr', RESERVED],
      ['nb', BUILTINS],
    ]),
  begin: (lexing) => lexing.push('line'),
});
