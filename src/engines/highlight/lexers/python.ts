/** Python, with the prefixes and replacement fields of its strings; and what Cython starts from. */
import { type Lexing, pop, re, type State } from '../lexing/lexer.ts';
import { defineLexer } from '../lexing/lexing.ts';
import { byWord, type WordLists } from '../lexing/words.ts';
import { BUILTINS, EXCEPTIONS, KEYWORDS, PSEUDO_BUILTINS } from '../words/python.ts';

interface OpenString {
  readonly prefix: string;
  readonly quote: string;
}

export interface PythonData {
  /** The strings that are open, the innermost last. */
  readonly strings: OpenString[];
}

const name = re()`[\p{Alphabetic}_][\p{Alphabetic}\p{Nd}_]*`;
const dottedName = re()`[\p{Alphabetic}_.][\p{Alphabetic}\p{Nd}_.]*`;
const gap = /(?:\\\s|\s)+/;
const digits = /[0-9](?:_?[0-9])*/;
const decimal = re()`(?:${digits})?\.${digits}|${digits}\.`;
const exponent = re('i')`e[+-]?${digits}`;

export const PYTHON_WORDS: WordLists = [
  ['k', KEYWORDS],
  ['nb', EXCEPTIONS],
  ['nb', BUILTINS],
  ['bp', PSEUDO_BUILTINS],
];

const hasPrefix = <Data extends PythonData>(lexing: Lexing<Data>, letter: string) =>
  lexing.data.strings.at(-1)?.prefix.includes(letter) ?? false;

/** Python's states for a dialect's words. */
export function pythonStates<Data extends PythonData>(words: WordLists) {
  return {
    root: [
      [/\n+/, ''],
      [/^(:)(\s*)([ru]{0,2}"""[\s\S]*?""")/i, ['p', '', 'sd']],
      [/[^\S\n]+/, ''],
      [/#.*\n?/, 'c1'],
      [/[[\]{}:(),;.]/, 'p'],
      [/\\\n?/, ''],
      [/(?:in|is|and|or|not)\b/, 'ow'],
      [/(?:<<|>>|\/\/|\*\*)=?/, 'o'],
      [/[-~+/*%=<>&^|@]=?|!=/, 'o'],
      [re()`(from)(${gap})(${dottedName})(${gap})(import)`, ['kn', '', 'nn', '', 'kn']],
      [re()`(import)(\s+)(${dottedName})`, ['kn', '', 'nn']],
      [re()`(def)(${gap})`, ['k', ''], 'function-name'],
      [re()`(class)(${gap})`, ['k', ''], 'class-name'],
      [/`[^`\n]*`/, 'sb'],
      [
        /([rfbu]{0,2})('''|"""|['"])/i,
        (lexing) => {
          lexing.groups('sa', 's');
          lexing.data.strings.push({ prefix: lexing.group(1).toLowerCase(), quote: lexing.group(2) });
          lexing.push('string');
        },
      ],
      [re('i')`@${dottedName}`, 'nd'],
      [name, byWord(words, 'n')],
      [re('i')`(?:${decimal})(?:${exponent})?j?`, 'mf'],
      [re('i')`${digits}${exponent}j?`, 'mf'],
      [re('i')`${digits}j`, 'mf'],
      [/0b(?:_?[0-1])+/i, 'mb'],
      [/0o(?:_?[0-7])+/i, 'mo'],
      [/0x(?:_?[a-f0-9])+/i, 'mh'],
      [/\d+L/, 'il'],
      [/[1-9](?:_?[0-9])*|0(?:_?0)*/, 'mi'],
    ],
    'function-name': [[name, 'nf', pop]],
    'class-name': [[name, 'nc', pop]],
    string: [
      [/[^'"\\{]+/, 's'],
      [/\{\{/, 's'],
      [
        /'''|"""|['"]/,
        (lexing) => {
          lexing.token('s');
          if (lexing.data.strings.at(-1)?.quote !== lexing.matched) return;
          lexing.data.strings.pop();
          lexing.pop();
        },
      ],
      [/(?=\\)/, 's', 'escape'],
      [
        /\{/,
        (lexing) => {
          if (!hasPrefix(lexing, 'f')) return lexing.token('s');
          lexing.token('si');
          lexing.push('field');
        },
      ],
    ],
    escape: [
      [
        /\\(?:[\\abfnrtv"'\n]|newline|N\{[a-zA-Z][a-zA-Z ]+[a-zA-Z]\}|u[a-fA-F0-9]{4}|U[a-fA-F0-9]{8}|x[a-fA-F0-9]{2}|[0-7]{1,3})/,
        (lexing) => {
          lexing.token(hasPrefix(lexing, 'r') ? 's' : 'se');
          lexing.pop();
        },
      ],
      [/\\./, 's', pop],
    ],
    field: [
      [/[^{}!:]+/, (lexing) => lexing.recurse()],
      [/![asr]/, 'si'],
      [/:/, 'si'],
      [/\{/, 'si', 'field'],
      [/\}/, 'si', pop],
    ],
  } satisfies Record<string, State<Data>>;
}

export const python = defineLexer<PythonData>({
  tag: 'python',
  data: () => ({ strings: [] }),
  states: () => pythonStates<PythonData>(PYTHON_WORDS),
});
