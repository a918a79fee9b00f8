/** Stan. */
import { type Lexing, pop, re } from '../lexing/lexer.ts';
import { defineLexer } from '../lexing/lexing.ts';
import { between, nearest, type Scanner } from '../lexing/scanner.ts';
import { byWord, classify } from '../lexing/words.ts';
import { DISTRIBUTIONS, FUNCTIONS, RESERVED } from '../words/stan.ts';

const TYPES = `
  int real vector ordered positive_ordered simplex unit_vector row_vector matrix cholesky_factor_corr
  cholesky_factor_cov corr_matrix cov_matrix data void complex array
`;

const builtin = classify([['nb', `${FUNCTIONS} ${DISTRIBUTIONS}`]]);
const distribution = classify([['nb', DISTRIBUTIONS]]);
const constant = classify([
  ['kc', 'pi e sqrt2 log2 log10 not_a_number positive_infinity negative_infinity machine_precision'],
]);
const ENDING = /_(?:lpmf|lupmf|lpdf|lcdf|lccdf|rng|c?cdf_log|log)$/;

// the type of a function is one letter in Rouge
const CALL = /(?:[a-z_](?:[ \t-\r]+|[ \t-\r]*\[[0-9, ]\][ \t-\r]+))*[a-zA-Z_]\w*(?=\()/y;
const NO_CALL = /[a-z_]\w|[^a-z_\s]/g;
const END = /[;)]/g;

/** A function's name, with a type before it, where arguments follow. */
const call: Scanner = {
  first: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz',
  scan(text, at, seen) {
    const known = seen.get(call);
    if (known !== undefined && known.from <= at && at < known.found) return -1;
    CALL.lastIndex = at;
    if (CALL.test(text)) {
      const end = CALL.lastIndex;
      return text[nearest(text, end, END, seen).found] === ')' ? end : -1;
    }
    NO_CALL.lastIndex = at;
    const found = NO_CALL.exec(text)?.index ?? text.length;
    seen.set(call, { from: at, found, end: found });
    return -1;
  },
};

function called(lexing: Lexing<undefined>): void {
  const whole = lexing.matched;
  const name = /\w+$/.exec(whole)?.[0] ?? '';
  lexing.recurse(whole.slice(0, whole.length - name.length));
  lexing.token(builtin(name) ?? distribution(name.replace(ENDING, '')) ?? constant(name) ?? 'nf', name);
}

const space = String.raw`(?:\s|//.*\n|/\*(?:[^*\n]|\*(?!/))*\*/)+`;
const real = String.raw`(?:\d+[.]\d*|[.]?\d+)e[+-]?\d+|\d*[.]\d+`;

export const stan = defineLexer({
  tag: 'stan',
  states: () => ({
    root: [
      'whitespace',
      [/#include/, 'cp', 'include'],
      [/#.*/, 'gd'],
      [/functions|(?:transformed\s+)?data|(?:transformed\s+)?parameters|model|generated\s+quantities/, 'nn'],
      'scope',
    ],
    include: [[/(\s+)(\S+)(\s*)/, ['', 'cpf', ''], pop]],
    whitespace: [
      [/\n+/, ''],
      [/\/\/.*/, 'c1'],
      [/[ \t\r]+/, ''],
      [between(/\/(?:\\\n)?\*/, /\*(?:\\\n)?\//g, { first: '/' }), 'cm'],
    ],
    scope: ['whitespace', [call, called], [/\{/, 'p', 'braces'], [/\(/, 'p', 'parentheses'], 'statements'],
    braces: ['scope', [/\}/, 'p', pop]],
    parentheses: ['scope', [/\)/, 'p', pop]],
    statements: [
      [/#include/, 'cp', 'include'],
      [/#.*/, 'gd'],
      [/"/, 's', 'string'],
      [re()`(?:${real}|\d+)${space}[+-]${space}(?:${real}|\d+)i|(?:${real}|\d+)i|${real}`, 'mf'],
      [/\d+/, 'mi'],
      [/\*\//, 'err'],
      [/[=<>!+\-*/^'\\~?:]|&&|\|\||\.[-+*/^]/, 'o'],
      [/[[\],.;]|[|](?![|])/, 'p'],
      [/T\b/, 'kr'],
      [/(?:lower|upper)\b/, 'na'],
      [
        /[a-zA-Z_][a-zA-Z0-9_]*/,
        byWord(
          [
            ['k', 'if else while for break continue print reject return'],
            ['kt', TYPES],
            ['kr', RESERVED],
          ],
          'nv',
        ),
      ],
    ],
    // Rouge stops at a string
    string: [
      [/[^"\n]+/, 's'],
      [/"|(?=\n)/, 's', pop],
    ],
  }),
});
