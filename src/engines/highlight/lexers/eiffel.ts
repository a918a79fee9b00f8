/** Eiffel. */
import { pop, re } from '../lexing/lexer.ts';
import { defineLexer } from '../lexing/lexing.ts';
import { listed, run } from '../lexing/scanner.ts';

const KEYWORDS = `
  across agent alias all and attached as assign attribute check class convert create debug deferred detachable do else
  elseif end ensure expanded export external feature from frozen if implies inherit inspect invariant like local loop
  not note obsolete old once or Precursor redefine rename require rescue retry select separate some then undefine until
  variant Void when xor
`;

const escaped =
  /%[A-DFHLNQR-V%'"()<>]|%\/(?:0[xX][\da-fA-F](?:_*[\da-fA-F])*|0[cC][0-7](?:_*[0-7])*|0[bB][01](?:_*[01])*|\d(?:_*\d)*)\//;
const plain = String.raw`[^%"\x08\f\n\r\v]*`;

export const eiffel = defineLexer({
  tag: 'eiffel',
  states: () => ({
    root: [
      [/"\[/, 'sx', 'aligned'],
      [/"\{/, 'sx', 'not-aligned'],
      [run('"', new RegExp(`${plain}(?:(?:${escaped.source})${plain})*`), '"'), 's2'],
      [/--.*/, 'c1'],
      [re()`'(?:[^%\x08\f\n\r\t\v]|${escaped})'`, 'sc'],
      [listed(KEYWORDS), 'k'],
      [/(?:Current|Result)\b/, 'kv'],
      [/(?:True|False)\b/, 'kc'],
      // Rouge wants a `b` behind it, not the end of the word
      [/0[xX][\da-fA-F](?:_*[\da-fA-F])*b/, 'mh'],
      [/0[cC][0-7](?:_*[0-7])*\b/, 'mo'],
      [/0[bB][01](?:_*[01])*\b/, 'mb'],
      [/\d(?:_*\d)*/, 'mi'],
      [/\.(?:(?:\d(?:_*\d)*)?[eE][+-]?)?\d(?:_*\d)*/, 'mf'],
      [/:=|<<|>>|\(\||\|\)|->|\.|[{}[\];(),:?]/, 'pi'],
      [/\\\\|\|\.\.\||\.\.|\/[~/]?|[><]=?|[-+*^=~]/, 'o'],
      [/[A-Z][\dA-Z_]*/, 'nc'],
      [/[A-Za-z][\dA-Za-z_]*/, 'n'],
      [/\s+/, ''],
    ],
    aligned: [[/\]"/, 'sx', pop], 'verbatim'],
    'not-aligned': [[/\}"/, 'sx', pop], 'verbatim'],
    verbatim: [
      [/[^"%\]}\x08\f\v]+|[\]}]/, 'sx'],
      [escaped, 'sx'],
    ],
  }),
});
