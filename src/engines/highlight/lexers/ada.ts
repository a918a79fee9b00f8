/** Ada 2012. */
import { pop, re } from '../lexing/lexer.ts';
import { defineLexer } from '../lexing/lexing.ts';
import { guarded } from '../lexing/scanner.ts';
import { classify } from '../lexing/words.ts';

const KEYWORDS = `
  abort abstract accept access aliased all array at begin body case constant declare delay delta digits do
  else elsif end exception exit for generic goto if in interface is limited loop new null of others out
  overriding pragma private protected raise range record renames requeue return reverse select separate
  some synchronized tagged task terminate then until use when while with
`;
const BUILTINS = `
  boolean character constraint_error duration float integer natural positive long_float long_integer
  long_long_float long_long_integer program_error short_float short_integer short_short_integer
  storage_error string tasking_error wide_character wide_string wide_wide_character wide_wide_string
`;
const kind = classify([
  ['k', KEYWORDS],
  ['ow', 'abs and mod not or rem xor'],
  ['kd', 'entry function package procedure subtype type'],
  ['nb', BUILTINS],
]);

const name = re()`\p{Alphabetic}(?:\p{Pc}?[\p{Alphabetic}\p{Nd}])*\b`;
/** A name; where a word is none, no part of it is. */
const word = guarded(name, re()`[^\p{Alphabetic}\p{M}\p{Nd}\p{Pc}]`);
const digits = /\d(?:_?\d)*/;
const hexDigits = /[0-9a-fA-F](?:_?[0-9a-fA-F])*/;
const exponent = re()`(?:[eE][-+]?${digits})?`;

export const ada = defineLexer({
  tag: 'ada',
  states: () => ({
    whitespace: [
      [/\s+/, ''],
      [/--.*/, 'c1'],
    ],
    root: [
      'whitespace',
      [/'.'/, 'sc'],
      [/"[^"\n]*/, 's2', 'string'],
      [re()`${digits}\.${digits}${exponent}`, 'mf'],
      [re()`${digits}#${hexDigits}\.${hexDigits}#${exponent}`, 'mf'],
      [re()`2#[01](?:_?[01])*#${exponent}`, 'mb'],
      [re()`8#[0-7](?:_?[0-7])*#${exponent}`, 'mo'],
      [re()`16#(?:${hexDigits})?#${exponent}`, 'mh'],
      [re()`${digits}#${hexDigits}#${exponent}`, 'mi'],
      [re()`${digits}#\w+#`, 'err'],
      [re()`${digits}${exponent}`, 'mi'],
      [/'/, 'p', 'attribute'],
      [re()`<<${name}>>`, 'nl'],
      [/^(?:(limited)(\s+))?(?:(private)(\s+))?(with)\b/i, ['kn', '', 'kn', '', 'kn'], 'library-units'],
      [/[-+*/&<=>|]|\.\.|:=/, 'o'],
      [/[.,:;()]/, 'p'],
      [
        word,
        (lexing) => {
          const type = kind(lexing.matched.toLowerCase()) ?? 'n';
          lexing.token(type);
          if (type === 'kd') lexing.push('declared-name');
        },
      ],
      // Rouge's class holds these four letters only.
      [re()`[\p{Pc}alph][\p{Alphabetic}\p{M}\p{Nd}\p{Pc}]*`, 'err'],
    ],
    string: [
      [/[^"\n]+/, 's2'],
      [/""/, 'se'],
      [/"/, 's2', pop],
      [/\n/, 'err', pop],
    ],
    attribute: ['whitespace', [word, 'na', pop], [/(?:)/, '', pop]],
    'declared-name': [
      'whitespace',
      [/body\b/i, 'kd'],
      [re()`(${name})(\.)`, ['nn', 'p']],
      [word, 'nf', pop],
      [/"(?:and|or|xor|\/?=|<=?|>=?|\+|–|&\|\/|mod|rem|\*?\*|abs|not)"/, 'nf', pop],
      [/(?:)/, '', pop],
    ],
    'library-units': [
      'whitespace',
      [
        word,
        (lexing) => {
          const type = kind(lexing.matched.toLowerCase()) ?? 'n';
          lexing.token(type === 'n' || type === 'nb' ? 'nn' : type);
          if (type === 'kd') lexing.goto('declared-name');
          else if (type !== 'n' && type !== 'nb') lexing.pop();
        },
      ],
      [/[.,]/, 'p'],
      [/(?:)/, '', pop],
    ],
  }),
});
