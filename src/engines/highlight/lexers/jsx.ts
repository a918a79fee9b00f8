/** JSX and TSX: markup among the expressions of JavaScript and TypeScript. */
import {
  type Lexing,
  pop,
  popTimes,
  type Rule,
  type RunningLexer,
  type State,
  type States,
} from '../lexing/lexer.ts';
import { defineLexer } from '../lexing/lexing.ts';
import { html } from './html.ts';
import { javascriptStates } from './javascript.ts';
import { typescriptRules, typescriptWords } from './typescript.ts';

type Markup = RunningLexer;

const openInterpolation = (lexing: Lexing<Markup>) => {
  lexing.token('si');
  lexing.push('interpolation');
  lexing.push('expr-start');
};

const interpolation: Rule<Markup> = [/\{/, openInterpolation];

function jsxLexer(tag: string, typed: boolean) {
  return defineLexer<Markup>({
    tag,
    data: (options) => html.start(options),
    begin: (lexing) => lexing.push('expr-start'),
    states: () => jsxStates(typed),
  });
}

function jsxStates(typed: boolean): States<Markup> {
  const base = javascriptStates<Markup>(typed ? typescriptWords : undefined);
  const tsxNames: State<Markup> = [
    [
      /(\w+)(,)/,
      (lexing) => {
        lexing.groups('nx', 'p');
        lexing.pop(3);
      },
    ],
  ];
  return {
    ...base,
    root: [...(typed ? typescriptRules.root : []), ...base.root],
    statement: [...(typed ? typescriptRules.statement : []), ...base.statement],
    'expr-start': ['tag', ...base['expr-start']],
    tag: [[/</, 'p', { leave: 0, enter: ['tag-content', 'element', 'element-name'] }]],
    'tag-content': [
      [/<\//, 'p', { leave: 1, enter: ['element', 'element-name'] }],
      'tag',
      interpolation,
      [/[^<{]+/, (lexing) => lexing.delegate(lexing.data)],
    ],
    element: [
      'comments-and-whitespace',
      [/\/>/, 'p', popTimes(2)],
      [/>/, 'p', pop],
      interpolation,
      [/\w[\w-]*/, 'na'],
      [/=/, 'p'],
      [/"[^"\n]*"|'[^'\n]*'/, 's'],
    ],
    'element-name': [
      ...(typed ? tsxNames : []),
      [/[A-Z]\w*/, 'nc'],
      [/\w+/, 'nt'],
      [/\./, 'p'],
      [/(?:)/, '', pop],
    ],
    interpolation: [
      [/\}/, 'si', pop],
      [/\{/, 'p', { leave: 0, enter: ['interpolation-inner', 'statement'] }],
      'root',
    ],
    'interpolation-inner': [[/\}/, 'p', { leave: 1, enter: ['statement'] }], 'root'],
  };
}

export const jsx = jsxLexer('jsx', false);

export const tsx = jsxLexer('tsx', true);
