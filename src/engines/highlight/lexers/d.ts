/** D. */
import { again, pop, type State } from '../lexing/lexer.ts';
import { defineLexer } from '../lexing/lexing.ts';
import { between, listed, nearest, quoted, type Scanner } from '../lexing/scanner.ts';
import { KEYWORDS, TYPES } from '../words/d.ts';

const PSEUDO_KEYWORDS = `
  __FILE__ __FILE_FULL_PATH__ __MODULE__ __LINE__ __FUNCTION__ __PRETTY_FUNCTION__ __DATE__ __EOF__ __TIME__
  __TIMESTAMP__ __VENDOR__ __VERSION__
`;

/** A string, and the letter that gives its width. */
const string: Scanner = (() => {
  const { first, scan } = quoted('"');
  return {
    first,
    scan(text, at, seen) {
      const end = scan(text, at, seen);
      return end >= 0 && /^[cwd]/.test(text.slice(end, end + 1)) ? end + 1 : end;
    },
  };
})();

/** `q"/…/"`, in any delimiter, on one line. */
const delimitedString: Scanner = {
  first: 'q',
  scan(text, at, seen) {
    const open = /q"([^\n])/uy;
    open.lastIndex = at;
    const mark = open.exec(text)?.[1];
    if (mark === undefined) return -1;
    const { found, end } = nearest(text, open.lastIndex, `${mark}"`, seen);
    return found < nearest(text, open.lastIndex, '\n', seen).found ? end : -1;
  },
};

/** The states of a string in brackets: outside of its inner brackets, and inside. */
function bracketed(name: string, open: string, close: string): Record<string, State<undefined>> {
  const text = new RegExp(`[^\\${open}\\${close}]+`);
  return {
    [name]: [
      [text, 's'],
      [new RegExp(`\\${open}`), 's', `inside-${name}`],
      [new RegExp(`\\${close}"`), 's', pop],
    ],
    [`inside-${name}`]: [
      [text, 's'],
      [new RegExp(`\\${open}`), 's', again],
      [new RegExp(`\\${close}`), 's', pop],
    ],
  };
}

export const d = defineLexer({
  tag: 'd',
  states: () => ({
    root: [
      [/\s+/, ''],
      [/\/\/.*/, 'c1'],
      [between(/\/(?:\\\n)?\*/, /\*(?:\\\n)?\//g, { first: '/' }), 'cm'],
      [/\/\+/, 'cm', 'comment'],
      [listed(KEYWORDS), 'k'],
      [listed(TYPES), 'kt'],
      [/(?:false|true|null)\b/, 'kc'],
      [listed(PSEUDO_KEYWORDS), 'kp'],
      [/macro\b/, 'kr'],
      [/(?:string|wstring|dstring|size_t|ptrdiff_t)\b/, 'nb'],
      [/0[xX](?:[0-9a-fA-F_]*\.[0-9a-fA-F_]+|[0-9a-fA-F_]+)[pP][+-]?[0-9_]+[fFL]?i?/, 'mf'],
      [/[0-9_]+(?:\.[0-9_]+[eE][+-]?[0-9_]+|\.[0-9_]*|[eE][+-]?[0-9_]+)[fFL]?i?/, 'mf'],
      [/\.(?:0|[1-9][0-9_]*)(?:[eE][+-]?[0-9_]+)?[fFL]?i?/, 'mf'],
      [/0[Bb][01_]+/, 'mb'],
      [/0[0-7_]+/, 'mo'],
      [/0[xX][0-9a-fA-F_]+/, 'mh'],
      [/(?:0|[1-9][0-9_]*)[LUu]?/, 'mi'],
      [
        /'(?:\\['"?\\abfnrtv]|\\x[0-9a-fA-F]{2}|\\[0-7]{1,3}|\\u[0-9a-fA-F]{4}|\\U[0-9a-fA-F]{8}|\\&\w+;|.)'/,
        'sc',
      ],
      [/r"[^"]*"[cwd]?/, 's'],
      [/`[^`]*`[cwd]?/, 's'],
      [string, 's'],
      [/\\(?:['"?\\abfnrtv]|x[0-9a-fA-F]{2}|[0-7]{1,3}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|&\w+;)/, 's'],
      [/x"[0-9a-fA-F_\s]*"[cwd]?/, 's'],
      [/q"\[/, 's', 'brackets'],
      [/q"\(/, 's', 'parentheses'],
      [/q"</, 's', 'angles'],
      [/q"\{/, 's', 'braces'],
      [/q"([a-zA-Z_]\w*)\n.*\n\1"/, 's'],
      [delimitedString, 's'],
      [/q\{/, 's', 'tokens'],
      [/@(?:[a-zA-Z_]\w*)?/, 'nd'],
      [/\.{2,3}|[/.&|\-+<>!()[\]{}?,;:$=*%^~]/, 'p'],
      [/[a-zA-Z_]\w*/, 'n'],
      [between(/#line\s/, '\n', { first: '#' }), 'cs'],
    ],
    comment: [
      [/[^+/]+/, 'cm'],
      [/\/\+/, 'cm', again],
      [/\+\//, 'cm', pop],
      [/[+/]/, 'cm'],
    ],
    tokens: [[/\{/, 'p', 'nested-tokens'], [/\}/, 's', pop], 'root'],
    'nested-tokens': [[/\{/, 'p', again], [/\}/, 'p', pop], 'root'],
    ...bracketed('brackets', '[', ']'),
    ...bracketed('parentheses', '(', ')'),
    ...bracketed('angles', '<', '>'),
    ...bracketed('braces', '{', '}'),
  }),
});
