/** Haskell. */
import { goto, pop, type State } from '../lexing/lexer.ts';
import { defineLexer } from '../lexing/lexing.ts';
import { classify } from '../lexing/words.ts';

const reserved = classify([
  [
    'kr',
    `_ case class data default deriving do else if in infix infixl infixr instance let newtype of then type where
    import module`,
  ],
]);

/** A comment or a pragma, in which comments nest. */
export function nested(type: 'cm' | 'cp'): State<undefined> {
  return [
    [/-\}/, type, pop],
    [/\{-/, type, 'comment'],
    [/[^-{}]+/, type],
    [/[-{}]/, type],
  ];
}

/** Characters, strings and quasi-quotations. */
export function haskellLiterals(): Record<string, State<undefined>> {
  return {
    character: [
      [/\\/, 'se', { leave: 1, enter: ['character-end', 'escape'] }],
      [/./, 'sc', goto('character-end')],
    ],
    'character-end': [
      [/'/, 'sc', pop],
      [/./, 'err', pop],
    ],
    'quasi-quotation': [
      [/\|\]/, 'o', pop],
      [/[^|]+/, ''],
      [/\|/, ''],
    ],
    string: [
      [/"/, 's', pop],
      [/\\/, 'se', 'escape'],
      [/[^\\"]+/, 's'],
    ],
    escape: [
      [/[abfnrtv"'&\\]/, 'se', pop],
      [/\^[\][A-Z@^_]/, 'se', pop],
      [
        /NUL|SOH|[SE]TX|EOT|ENQ|ACK|BEL|BS|HT|LF|VT|FF|CR|S[OI]|DLE|DC[1-4]|NAK|SYN|ETB|CAN|EM|SUB|ESC|[FGRU]S|SP|DEL/,
        'se',
        pop,
      ],
      [/o[0-7]+/i, 'se', pop],
      [/x[\da-f]+/i, 'se', pop],
      [/\d+/, 'se', pop],
      [/\s+\\/, 'se', pop],
    ],
  };
}

export const haskell = defineLexer({
  tag: 'haskell',
  states: () => ({
    basic: [
      [/\s+/, ''],
      [/\{-#/, 'cp', 'pragma'],
      [/\{-/, 'cm', 'comment'],
      [/^--\s+\|.*/, 'cd'],
      [/--(?![!#$%&*+./<=>?@^|_~]).*/, 'c1'],
    ],
    comment: nested('cm'),
    pragma: nested('cp'),
    root: [
      'basic',
      [/'(?=(?:.|\\\S+)')/, 'sc', 'character'],
      [/"/, 's', 'string'],
      [/\d+e[+-]?\d+/i, 'mf'],
      [/\d+\.\d+(?:e[+-]?\d+)?/i, 'mf'],
      [/0o[0-7]+/i, 'mo'],
      [/0x[\da-f]+/i, 'mh'],
      [/\d+/, 'mi'],
      [
        /[\w']+/,
        (lexing) => {
          const word = lexing.matched;
          lexing.token(reserved(word) ?? (/^'?[A-Z]/.test(word) ? 'kt' : 'n'));
          if (word === 'import' || word === 'module') lexing.push(word);
        },
      ],
      [/\\(?![:!#$%&*+.\\/<=>?@^|~-]+)/, 'nf'],
      [/[:!#$%&*+.\\/<=>?@^|~-]+/, 'o'],
      [/\[\s*\]/, 'kt'],
      [/\(\s*\)/, 'nb'],
      [/(\[)([_a-z][\w']*)(\|)/, ['o', 'n', 'o'], 'quasi-quotation'],
      [/[[\](),;`{}]/, 'p'],
    ],
    import: [
      [/\s+/, ''],
      [/"/, 's', 'string'],
      [/qualified\b/, 'k'],
      [/([A-Z][\w.]*)(\s+)(as)(\s+)([A-Z][a-zA-Z0-9_.]*)/, ['nn', '', 'k', '', 'n'], pop],
      [/([A-Z][\w.]*)(\s+)(hiding)(\s+)(\()/, ['nn', '', 'k', '', 'p'], goto('names')],
      [/([A-Z][\w.]*)(\s+)(\()/, ['nn', '', 'p'], goto('names')],
      [/[\w.]+/, 'nn', pop],
    ],
    module: [
      [/\s+/, ''],
      [/([A-Z][\w.]*)(\s+)(\()/, ['nn', '', 'p'], 'names'],
      [/where\b/, 'kr', pop],
      [/[A-Z][a-zA-Z0-9_.]*/, 'nn', pop],
    ],
    names: [
      'basic',
      [/[A-Z]\w*/, 'kt'],
      [/_[\w']+|[a-z][\w']*/, 'nf'],
      [/,/, 'p'],
      [/[:!#$%&*+.\\/<=>?@^|~-]+/, 'o'],
      [/\(/, 'p', 'names'],
      [/\)/, 'p', pop],
    ],
    ...haskellLiterals(),
  }),
});
