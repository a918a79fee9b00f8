/** Augeas. */
import { pop } from '../lexing/lexer.ts';
import { defineLexer } from '../lexing/lexing.ts';
import { classify } from '../lexing/words.ts';

const reserved = classify([
  [
    'kr',
    `module _ let del store value counter seq key label autoload incl excl transform test get put in after set
    clear insa insb print_string print_regexp print_endline print_tree lens_ctype lens_atype lens_ktype
    lens_vtype lens_format_atype regexp_match`,
  ],
]);

export const augeas = defineLexer({
  tag: 'augeas',
  states: () => ({
    comment: [
      [/\*\)/, 'cm', pop],
      [/\(\*/, 'cm', 'comment'],
      [/[^*)]+/, 'cm'],
      [/[*)]/, 'cm'],
    ],
    root: [
      [/\s+/, ''],
      [/\(\*/, 'cm', 'comment'],
      [/(:)(\w+)/, ['p', 'kt']],
      [
        /\w[\w']*/,
        (lexing) => {
          const word = lexing.matched;
          lexing.token(reserved(word) ?? (/^[A-Z]/.test(word) ? 'kn' : 'n'));
          if (word === 'module') lexing.push('module');
        },
      ],
      [/"/, 's', 'string'],
      [/\//, 's', 'regex'],
      [/[-*+.=?|]+/, 'o'],
      [/[[\](){}:;]/, 'p'],
    ],
    module: [
      [/\s+/, ''],
      [/[A-Z][a-zA-Z0-9_.]*/, 'nn', pop],
    ],
    regex: [
      [/\//, 'sr', pop],
      [/[^\\/]+/, 'sr'],
      [/\\[\\/]/, 'sr'],
      [/\\/, 'sr'],
    ],
    string: [
      [/"/, 's', pop],
      [/\\/, 'se', 'escape'],
      [/[^\\"]+/, 's'],
    ],
    escape: [
      [/[abfnrtv"'&\\]/, 'se', pop],
      [/\^[\][A-Z@^_]/, 'se', pop],
      [/o[0-7]+/i, 'se', pop],
      [/x[\da-f]+/i, 'se', pop],
      [/\d+/, 'se', pop],
      [/\s+/, 'se', pop],
      [/./, 's', pop],
    ],
  }),
});
