/** Slice, the interface language of Ice. */
import { defineLexer } from '../lexing/lexing.ts';
import { RESERVED } from '../words/c.ts';
import { cStates } from './c.ts';

export const slice = defineLexer({
  tag: 'slice',
  states: () =>
    cStates([
      [
        'k',
        `extends implements enum interface struct class module dictionary const optional out throws exception local
         idempotent sequence Object LocalObject Value`,
      ],
      ['kt', 'bool string byte long float double int void short'],
      ['kr', RESERVED],
    ]),
  begin: (lexing) => lexing.push('line'),
});
