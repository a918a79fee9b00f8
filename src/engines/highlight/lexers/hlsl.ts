/** HLSL, the language of DirectX's shaders, on C's states. */
import { defineLexer } from '../lexing/lexing.ts';
import { BUILTINS, KEYWORDS, RESERVED, TYPES } from '../words/hlsl.ts';
import { cStates } from './c.ts';
import { functionRule } from './c-function.ts';

export const hlsl = defineLexer({
  tag: 'hlsl',
  states: () => ({
    ...cStates([
      ['k', KEYWORDS],
      ['kt', TYPES],
      ['kr', RESERVED],
      ['nb', BUILTINS],
    ]),
    // a function's value has a semantic: `float4 main() : SV_Target {`
    root: [
      'expression-whitespace',
      functionRule(/\s*:\s+[a-zA-Z_][a-zA-Z0-9_]*/y),
      [/\{/, 'p', 'function'],
      'statements',
    ],
  }),
  begin: (lexing) => lexing.push('line'),
});
