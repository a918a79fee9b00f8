/** Kotlin. */
import { pop, re } from '../lexing/lexer.ts';
import { defineLexer } from '../lexing/lexing.ts';
import { between, guarded, listed } from '../lexing/scanner.ts';

const KEYWORDS = `
  abstract annotation as break by catch class companion const constructor continue crossinline do dynamic
  else enum external false final finally for fun get if import in infix inline inner interface internal is
  lateinit noinline null object open operator out override package private protected public reified return
  sealed set super suspend tailrec this throw true try typealias typeof val var vararg when where while
  yield
`;
const rest = re()`[-_\p{Lu}\p{Ll}\p{Lt}\p{Lm}\p{Nl}\p{Nd}\p{Pc}\p{Cf}\p{Mn}\p{Mc}]*`;
const className = re()`\x60?\p{Lu}${rest}\x60?`;
const name = re()`\x60?[_\p{Lu}\p{Ll}\p{Lt}\p{Lm}\p{Nl}]${rest}\x60?`;
const digits = /[0-9][0-9_]*[0-9]|[0-9]/;
const exponent = re()`[eE][+-]?${digits}`;

export const kotlin = defineLexer({
  tag: 'kotlin',
  states: () => ({
    root: [
      [/(companion)(\s+)(object)\b/, ['k', '', 'k']],
      [/(class|data\s+class|interface|object)(\s+)/, ['kd', ''], 'class'],
      [/(fun)(\s+)/, ['k', ''], 'function'],
      [/(package|import)(\s+)/, ['k', ''], 'package'],
      [/(val|var)(\s+)(\()/, ['kd', '', 'p'], 'destructuring'],
      [/(val|var)(\s+)/, ['kd', ''], 'property'],
      [re()`(return|continue|break|this|super)(@${name})?\b`, ['k', 'nd']],
      [listed(KEYWORDS), 'k'],
      [guarded(/^\s*\[.*?\]/, /\S/), 'na'],
      [/[^\S\n]+/, ''],
      [/\\\n/, ''],
      [/\/\/.*/, 'c1'],
      [/\/[*].*[*]\//, 'cm'],
      [/\/[*].*/, 'cm', 'comment'],
      [/\n/, ''],
      [/(::)(class)/, ['o', 'k']],
      [/::|!!|\?[:.]|\.\./, 'o'],
      [
        guarded(
          re()`(?:${digits})?\.${digits}(?:${exponent})?[fF]?|${digits}${exponent}[fF]?|${digits}[fF]`,
          /[^0-9_]/,
        ),
        'mf',
      ],
      [/0[bB](?:[01][01_]*[01]|[01])[uU]?L?/, 'mb'],
      [/0[xX](?:[0-9a-fA-F][0-9a-fA-F_]*[0-9a-fA-F]|[0-9a-fA-F])[uU]?L?/, 'mh'],
      [/(?:[1-9][0-9_]*[0-9]|[0-9])[uU]?L?/, 'mi'],
      [/[~!%^&*()+=|[\]:;,.<>/?{}-]/, 'p'],
      [/@"[^"]*(?:""[^"]*)*"/, 's'],
      [between('"""', '"""'), 's'],
      [/"[^"\\\n]*(?:\\(?:["\\]|(?!["\\]))[^"\\\n]*)*\\?["\n]/, 's'],
      [/'\\.'|'[^\\]'/, 'sc'],
      [re()`@${className}`, 'nd'],
      [re()`(${className})(<)`, ['nc', 'p'], 'type-parameters'],
      [className, 'nc'],
      [re()`${name}(?=\s*[({])`, 'nf'],
      [re()`${name}@`, 'nd'],
      [name, 'n'],
    ],
    package: [[/\S+/, 'nn', pop]],
    class: [[className, 'nc', pop]],
    function: [
      [/</, 'p', 'type-parameters'],
      [/\s+/, ''],
      [re()`(${className})(\.)`, ['nc', 'p']],
      [name, 'nf', pop],
    ],
    'type-parameters': [
      [className, 'nc'],
      [/</, 'p', 'type-parameters'],
      [/reified|out|in/, 'k'],
      [/[,:.?]/, 'p'],
      [/\s+/, ''],
      [/>/, 'p', pop],
    ],
    property: [
      [/</, 'p', 'type-parameters'],
      [/\s+/, ''],
      [name, 'py', pop],
    ],
    destructuring: [
      [/,/, 'p'],
      [/\)/, 'p', pop],
      [/\s+/, ''],
      [name, 'py'],
    ],
    comment: [
      [/\/[*]/, 'cm', 'comment'],
      [/[*]\//, 'cm', pop],
      [/[^/*]+/, 'cm'],
      [/[/*]/, 'cm'],
    ],
  }),
});
