/** Scheme. */
import { pop, re } from '../lexing/lexer.ts';
import { defineLexer } from '../lexing/lexing.ts';
import { quoted } from '../lexing/scanner.ts';
import { byWord } from '../lexing/words.ts';
import { BUILTINS } from '../words/scheme.ts';

const KEYWORDS = `
  lambda define if else cond and or case let let* letrec begin do delay set! => quote quasiquote unquote
  unquote-splicing define-syntax let-syntax letrec-syntax syntax-rules
`;
const id = /[a-zA-Z0-9!$%&*+,/:<=>?@^_~|-]+/;

export const scheme = defineLexer({
  tag: 'scheme',
  states: () => ({
    root: [
      [/;.*/, 'c1'],
      [/\s+/, ''],
      [/-?\d+\.\d+/, 'mf'],
      [/-?\d+/, 'mi'],
      [/[+-]inf[.][f0]/, 'm'],
      [/#b[01]+/, 'mb'],
      [/#o[0-7]+/, 'mo'],
      [/#d[0-9]+/, 'mi'],
      [/#x[0-9a-f]+/i, 'mh'],
      [/#[ei][\d.]+/, 'mx'],
      [quoted('"'), 's'],
      [re()`'${id}`, 'ss'],
      [/#\\(?:[()/'"._!$%& ?=+-]|[a-z0-9]+)/i, 'sc'],
      [/#t|#f/, 'no'],
      [/'|#|`|,@|,|\./, 'o'],
      [/[([]/, 'p', 'command'],
      [/[)\]]/, 'p'],
      [id, 'nv'],
    ],
    command: [
      [
        id,
        byWord(
          [
            ['k', KEYWORDS],
            ['nb', BUILTINS],
          ],
          'nf',
        ),
        pop,
      ],
      [/(?:)/, '', pop],
    ],
  }),
});
