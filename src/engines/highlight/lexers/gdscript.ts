/** GDScript, the language of the Godot engine. */
import { pop, type State } from '../lexing/lexer.ts';
import { defineLexer } from '../lexing/lexing.ts';
import { between, listed } from '../lexing/scanner.ts';
import { BUILTINS, KEYWORDS, TYPES } from '../words/gdscript.ts';

/** The directives of a format string; flags take all zeros, so that a width has none in front. */
const directive = /%(?:\(\w+\))?[-#0 +]*(?:[1-9][0-9]*|\*)?(?:\.(?:[0-9]+|\*))?[hlL]?[E-GXc-giorsux%]/;

/** What stands in a string between quotes of one kind; three of them let it go on over lines. */
function inside(type: 's1' | 's2', quote: string, other: string): State<undefined> {
  const end = new RegExp(quote);
  return [
    'escape',
    [end, type, pop],
    [directive, 'si'],
    [new RegExp(`[^\\\\${quote.charAt(0)}%\\n]+`), type],
    [new RegExp(`[${other}\\\\%]`), type],
    ...(quote.length === 3 ? ([[/\n/, type]] as const) : []),
  ];
}

export const gdscript = defineLexer({
  tag: 'gdscript',
  states: () => ({
    root: [
      [/\n/, ''],
      [/[^\S\n]+/, ''],
      [/#.*/, 'c1'],
      [/[[\]{}:(),;]/, 'p'],
      [/\\\n/, ''],
      [listed('in and or not'), 'ow'],
      [/!=|==|<<|>>|&&|[-+*/%&|]=|\|\||[-~+/*%=<>&^.!|$]/, 'o'],
      [/(func)([\s\\]+)/, ['k', ''], 'function-name'],
      [/(class)([\s\\]+)/, ['k', ''], 'class-name'],
      [listed(KEYWORDS), 'k'],
      [listed('do switch case'), 'kr'],
      [listed(BUILTINS), 'nb'],
      [listed('self false true PI TAU NAN INF'), 'bp'],
      [listed(TYPES), 'kt'],
      [/"""/, 's2', 'triple-double-quotes'],
      [/'''/, 's2', 'triple-single-quotes'],
      [/"/, 's2', 'double-quotes'],
      [/'/, 's2', 'single-quotes'],
      [/[a-zA-Z_]\w*/, 'n'],
      [/(?:\d+\.\d*|\d*\.\d+)(?:[eE][+-]?[0-9]+)?j?/, 'mf'],
      [/\d+[eE][+-]?[0-9]+j?/, 'mf'],
      [/0[xX][a-fA-F0-9]+/, 'mh'],
      [/\d+j?/, 'mi'],
    ],
    'function-name': [[/[a-zA-Z_]\w*/, 'nf', pop]],
    'class-name': [[/[a-zA-Z_]\w*/, 'nc', pop]],
    escape: [
      [/\\(?:[\\abfnrtv"'\n]|u[a-fA-F0-9]{4}|U[a-fA-F0-9]{8}|x[a-fA-F0-9]{2}|[0-7]{1,3})/, 'se'],
      [between('\\N{', '}', { sameLine: true }), 'se'],
    ],
    'double-quotes': inside('s2', '"', "'"),
    'single-quotes': inside('s1', "'", '"'),
    'triple-double-quotes': inside('s2', '"""', "'"),
    'triple-single-quotes': inside('s1', "'''", '"'),
  }),
});
