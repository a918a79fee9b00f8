/** Sieve, which filters mail. */
import { pop } from '../lexing/lexer.ts';
import { defineLexer } from '../lexing/lexing.ts';
import { between, guarded } from '../lexing/scanner.ts';
import { classify } from '../lexing/words.ts';

const kind = classify([
  ['k', 'if elsif else require stop'],
  [
    'nv',
    `address allof anyof exists false header not size true body hasflag spamtest virustest date currentdate
     valid_notify_method notify_method_capability mailboxexists metadata metadataexists servermetadata
     servermetadataexists`,
  ],
  [
    'nf',
    `keep fileinto redirect discard addheader deleteheader reject ereject notify setflag addflag removeflag vacation
     replace enclose extracttext`,
  ],
]);

export const sieve = defineLexer({
  tag: 'sieve',
  states: () => ({
    root: [
      [/\s+/, ''],
      [/#.*/, 'c1'],
      [between(/\/(?:\\\n)?\*/, /\*(?:\\\n)?\//g, { first: '/' }), 'cm'],
      [/[[\](),;{}]/, 'p'],
      [
        /:?[a-zA-Z_][a-zA-Z0-9_]*/,
        (lexing) => {
          const word = lexing.matched;
          lexing.token(kind(word) ?? (word.startsWith(':') ? 'o' : 'nx'));
        },
      ],
      [/"/, 's2', 'string'],
      [guarded(/[0-9]+[KMG]/, /[^0-9]/), 'mi'],
    ],
    string: [
      [/\\./, 'se'],
      [/"/, 's2', pop],
      [/\$\{(?:[0-9][.0-9]*|[a-zA-Z_][.a-zA-Z0-9_]*)\}/, 'si'],
      [/./, 's2'],
    ],
  }),
});
