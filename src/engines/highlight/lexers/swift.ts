/** Swift. */
import { pop, re, type State } from '../lexing/lexer.ts';
import { defineLexer } from '../lexing/lexing.ts';
import { between, nearest, type Scanner } from '../lexing/scanner.ts';
import { classify } from '../lexing/words.ts';
import { CONSTANTS, DECLARATIONS, KEYWORDS } from '../words/swift.ts';

const id = re()`(?:_|(?!\p{Mc})\p{Alphabetic}|[^\0-\uffff])(?:[\p{Alphabetic}\p{Nd}_]|[^\0-\uffff])*`;
const upper = /^\p{Uppercase}/u;
const kind = classify([
  ['k', KEYWORDS],
  ['kd', DECLARATIONS],
  ['kc', CONSTANTS],
]);

const SELECTOR = /#(?:selector|keyPath)\(/y;

/** `#selector(a)` or `#selector(a(b:c:))`: a name, in the second case with parentheses that end on its line. */
const selector: Scanner = {
  first: '#',
  scan(text, at, seen) {
    SELECTOR.lastIndex = at;
    if (!SELECTOR.test(text)) return -1;
    const name = SELECTOR.lastIndex;
    const close = nearest(text, name, ')', seen);
    const twice = nearest(text, close.found, '))', seen);
    if (twice.found < nearest(text, close.found, '\n', seen).found) {
      const inside = text.slice(name, close.found);
      if (inside.indexOf('(', Math.max(1, inside.lastIndexOf('\n'))) >= 0) return twice.end;
    }
    return close.found < text.length && close.found > name ? close.end : -1;
  },
};

const escapedName: State<undefined> = [[re()`(\`)(${id})(\`)`, ['p', 'nv', 'p']]];

export const swift = defineLexer({
  tag: 'swift',
  begin: (lexing) => lexing.push('line-start'),
  states: () => ({
    'line-start': [[/#.*/, 'cp'], 'inline-whitespace', [/(?:)/, '', pop]],
    'inline-whitespace': [[/\s+/, ''], 'comment-start'],
    whitespace: [[/\n+/, '', 'line-start'], [/\/\/.*/, 'c1', 'line-start'], 'inline-whitespace'],
    'comment-start': [[/\/\*/, 'cm', 'comment']],
    comment: ['comment-start', [/\*\//, 'cm', pop], [/[^*/]+/, 'cm'], [/./, 'cm']],
    root: [
      'whitespace',
      [/\$(?:[1-9]\d*)?\d/, 'nv'],
      [/[()[\]{}:;,?\\]/, 'p'],
      [/[-/=+*%<>!&|^.~]+/, 'o'],
      [/@?"/, 's', 'string'],
      [/'(?:\\.|.)'/, 'sc'],
      [/(?:\d+(?:_\d+)*\*|(?:\d+(?:_\d+)*)?\.\d+(?:_\d)*)(?:e[+-]?\d+(?:_\d)*)?/i, 'mf'],
      [/\d+e[+-]?[0-9]+/i, 'mf'],
      [/0o?[0-7]+(?:_[0-7]+)*/, 'mo'],
      [/0x[0-9A-Fa-f]+(?:_[0-9A-Fa-f]+)*(?:(?:\.[0-9A-F]+(?:_[0-9A-F]+)*)?p[+-]?\d+)?/, 'mh'],
      [/0b[01]+(?:_[01]+)*/, 'mb'],
      [/\d+(?:_\d+)*/, 'mi'],
      [re()`@${id}`, 'kd'],
      [
        /((?:private|internal)\([ ]*)(\w+)([ ]*\))/,
        (lexing) => lexing.groups('kd', lexing.group(2) === 'set' ? 'kd' : 'err', 'kd'),
      ],
      [
        /(unowned\([ ]*)(\w+)([ ]*\))/,
        (lexing) => lexing.groups('kd', /^(?:un)?safe$/.test(lexing.group(2)) ? 'kd' : 'err', 'kd'),
      ],
      [between(/#available\([^)]/, ')', { first: '#' }), 'kd'],
      [
        selector,
        (lexing) => {
          const name = lexing.matched.indexOf('(') + 1;
          lexing.token('kd', lexing.matched.slice(0, name));
          lexing.token('nf', lexing.matched.slice(name, -1));
          lexing.token('kd', ')');
        },
      ],
      [/#(?:line|file|column|function|dsohandle)/, 'kd'],
      [re()`(let|var)\b(\s*)(${id})`, ['k', '', 'nv']],
      [/(let|var)\b(\s*)([(])/, ['k', '', 'p'], 'tuple'],
      [
        re()`(?!(?:if|while|for|private|internal|unowned|switch|case)\b)(?=[\p{L}\p{M}\p{N}\p{Pc}])${id}(?=[?!]?\s*[(])`,
        (lexing) => lexing.token(upper.test(lexing.matched) ? 'kt' : 'nf'),
      ],
      [/as[?!]?(?=\s)/, 'k'],
      [/try!?(?=\s)/, 'k'],
      [re()`(#?(?!default)(?!\p{Uppercase})${id})(\s*)(:)`, ['nv', '', 'p']],
      [
        id,
        (lexing) => {
          const word = lexing.matched;
          lexing.token(kind(word) ?? (upper.test(word) ? 'kt' : 'n'));
        },
      ],
      ...escapedName,
    ],
    tuple: [
      [id, 'nv'],
      ...escapedName,
      [/,/, 'p'],
      [/[(]/, 'p', 'tuple'],
      [/[)]/, 'p', pop],
      'inline-whitespace',
    ],
    string: [
      [/\\[\\0tnr'"]/, 'se'],
      [/\\[(]/, 'se', 'interpolation'],
      [/\\u\{[0-9a-fA-F]{1,8}\}/, 'se'],
      [/[^\\"]+/, 's'],
      [/"""/, 's', pop],
      [/"/, 's', pop],
    ],
    interpolation: [[/[(]/, 'p', 'parentheses'], [/[)]/, 'se', pop], 'root'],
    parentheses: [[/[(]/, 'p', 'parentheses'], [/[)]/, 'p', pop], 'root'],
  }),
});
