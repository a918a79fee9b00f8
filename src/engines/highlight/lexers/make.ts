/** Makefiles, with the shell commands in them. */
import { goto, type Lexing, pop, type RunningLexer, re } from '../lexing/lexer.ts';
import { defineLexer } from '../lexing/lexing.ts';
import { guarded, nearest, type Scanner } from '../lexing/scanner.ts';
import { anyOf } from '../lexing/words.ts';
import { FUNCTIONS } from '../words/make.ts';
import { shell } from './shell.ts';

const EXPORT = /export[\t ]+/y;
const NOT_NAMES = /[^\w${}()\t -]/g;

/** `export` before nothing but names on its line. */
const exportLine: Scanner = {
  first: 'e',
  scan(text, at, seen) {
    EXPORT.lastIndex = at;
    if (!EXPORT.test(text)) return -1;
    const end = EXPORT.lastIndex;
    const stop = nearest(text, end, NOT_NAMES, seen).found;
    return stop > end && text.charAt(stop) === '\n' ? end : -1;
  },
};

type Make = Lexing<RunningLexer>;

const toShell = (lexing: Make) => lexing.delegate(lexing.data);

export const make = defineLexer<RunningLexer>({
  tag: 'make',
  data: () => shell.start(),
  states: () => ({
    root: [
      [/\s+/, ''],
      [guarded(/#.*\n/, /\n/), 'c'],
      [/([-s]?include)((?:[\t ]+[^\t\n #]+)+)/, ['k', 'sx']],
      [/(ifn?def|ifn?eq)([\t ]+)([^#\n]+)/, ['k', '', 'nv']],
      [/(?:else|endif)[\t ]*(?=[#\n])/, 'k'],
      [
        exportLine,
        (lexing) => {
          lexing.token('k', 'export');
          lexing.token('', lexing.matched.slice('export'.length));
          lexing.push('export');
        },
      ],
      [/export[\t ]+/, 'k'],
      [guarded(/([\w${}().-]+)([\t ]*)([!?:+]?=)/, /[^\w${}().-]/), ['nv', '', 'o'], 'shell-line'],
      [guarded(/"(?:\\.|[^"\\])*"/, /\\\n/), 's2'],
      [guarded(/'(?:\\.|[^'\\])*'/, /\\\n/), 's1'],
      [guarded(/([^\n:]+)(:+)([ \t]*)/, /[\n:]/), ['nl', 'o', ''], 'block-header'],
    ],
    export: [
      [/[\w${}()-]/, 'nv'],
      [/\n/, '', pop],
      [/[\t ]+/, ''],
    ],
    'block-header': [
      [/[^,\\\n#]+/, 'nf'],
      [/,/, 'p'],
      [/#/, 'c'],
      [/\\\n/, ''],
      [/\\./, ''],
      [/\n/, '', goto('block-body')],
    ],
    'block-body': [
      [/(ifn?def|ifn?eq)([\t ]+)([^#\n]+)(#.*)?(\n)/, ['k', '', 'nv', 'c', '']],
      [/(else|endif)([\t ]*)(#.*)?(\n)/, ['k', '', 'c', '']],
      [/(\t[\t ]*)([@-]?)/, ['', 'p'], 'shell-line'],
      [
        /(?:)/,
        (lexing) => {
          lexing.data.reset();
          lexing.pop();
        },
      ],
    ],
    shell: [
      [/\$[({][\t ]*\w[\w:=%.]*[\t ]*[)}]/i, 'nv'],
      [re()`(\$[({])([\t ]*)(${anyOf(FUNCTIONS)})([\t ]+)`, ['nf', '', 'nb', ''], 'shell-expression'],
      [/\\[\s\S]/, toShell],
      [/[\s\S]+?(?=\$[({]|[()}\\]|$)/, toShell],
      [/\$[({]|[()}\\]/, toShell],
    ],
    'shell-expression': [
      [
        /[({]/,
        (lexing) => {
          lexing.delegate(lexing.data);
          lexing.push();
        },
      ],
      [/[)}]/, 'nf', pop],
      'shell',
    ],
    'shell-line': [[/\n/, '', pop], 'shell'],
  }),
});
