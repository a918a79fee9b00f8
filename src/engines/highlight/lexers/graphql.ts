/** GraphQL, with Markdown in its descriptions. */
import { goto, type Lexing, pop, popTimes, re, type State } from '../lexing/lexer.ts';
import { defineLexer } from '../lexing/lexing.ts';
import { literal } from '../lexing/literal.ts';
import { between } from '../lexing/scanner.ts';
import type { TokenClass } from '../lexing/tokens.ts';
import type { FindLexer } from './markdown.ts';

const name = /[_A-Za-z][_0-9A-Za-z]*\b/;
const type = /(?:Int|Float|String|Boolean|ID)\b/;

/** A token, and the states on top that it closes. */
function closes(kind: TokenClass, ...outer: readonly string[]) {
  return (lexing: Lexing<undefined>): void => {
    lexing.token(kind);
    lexing.pop();
    if (outer.some((state) => lexing.isState(state))) lexing.pop();
  };
}

/** A value; in a list more of them may follow. */
function value(kind: TokenClass) {
  return (lexing: Lexing<undefined>): void => {
    lexing.token(kind);
    if (!lexing.isState('list')) lexing.pop();
  };
}

const states = (): Record<string, State<undefined>> => ({
  basic: [
    [/\s+/, 'w'],
    [/#.*/, 'c'],
    [/[!,]/, 'p'],
  ],
  directives: [
    [/(@[_A-Za-z][_0-9A-Za-z]*)(\s*)(\()/, ['k', 'w', 'p'], 'arguments'],
    [re()`@${name}`, 'k'],
  ],
  'fragment-definition': [[/on\b/, 'k'], 'query-definition'],
  'query-definition': [
    'directives',
    [name, 'n'],
    [/\(/, 'p', 'variable-definitions'],
    [/\{/, 'p', 'selection-set'],
    'basic',
  ],
  'type-definition': [
    [/implements\b/, 'k'],
    [name, 'n'],
    [/\(/, 'p', 'variable-definitions'],
    [/\{/, 'p', 'fields'],
    'basic',
  ],
  'union-definition': [[name, 'n'], [/=/, 'p', 'union-variant'], 'basic'],
  'union-variant': [[name, 'n', goto('union-pipe')], 'basic'],
  'union-pipe': [[/\|/, 'p', goto('union-variant')], [/(?![|\s#])/, '', popTimes(2)], 'basic'],
  fields: [
    [/\}/, 'p', popTimes(2)],
    [/([_A-Za-z][_0-9A-Za-z]*)(\s*)(\()/, ['n', 'w', 'p'], 'variable-definitions'],
    [name, 'n'],
    [/:/, 'p', 'type-name'],
    'basic',
  ],
  arguments: [[/\)/, 'p', pop], [name, 'n'], [/:/, 'p', 'value'], 'basic'],
  'variable-definitions': [
    [/\)/, 'p', pop],
    [re()`\$${name}`, 'nv'],
    [name, 'n'],
    [/:/, 'p', 'type-name'],
    [/=/, 'p', 'value'],
    'basic',
  ],
  'type-name': [[type, 'nb', pop], [name, 'n', pop], [/\[/, 'p', 'type-list'], 'basic'],
  'type-list': [[type, 'nb'], [name, 'n'], [/\]/, 'p', popTimes(2)], 'basic'],
  'selection-set': [
    'directives',
    [/\}/, closes('p', 'query-definition', 'fragment-definition')],
    [/([_A-Za-z][_0-9A-Za-z]*)(\s*)(\()/, ['n', 'w', 'p'], 'arguments'],
    [/([_A-Za-z][_0-9A-Za-z]*)(\s*)(:)/, ['n', 'w', 'p']],
    [name, 'n'],
    [/(\.\.\.)(\s+)(on)\b/, ['p', 'w', 'k']],
    [/\.\.\./, 'p'],
    [/\{/, 'p', 'selection-set'],
    'basic',
  ],
  list: [[/\]/, closes('p', 'value')], 'value'],
  object: [
    [/\}/, closes('p', 'value')],
    [/([_A-Za-z][_0-9A-Za-z]*)(\s*)(:)/, ['n', 'w', 'p'], 'value'],
    'basic',
  ],
  value: [
    [between('"""', '"""'), 's2'],
    [re()`\$${name}`, value('nv')],
    [/(?:true|false|null)\b/, value('kc')],
    [/[+-]?[0-9]+\.[0-9]+(?:[eE][+-]?[0-9]+)?/, value('mf')],
    [/[+-]?[1-9][0-9]*(?:[eE][+-]?[0-9]+)?/, value('mi')],
    [literal('"', { within: 'text' }), value('s2')],
    [name, value('n')],
    [/\{/, 'p', 'object'],
    [/\[/, 'p', 'list'],
    'basic',
  ],
});

/** GraphQL, whose descriptions are lexed by what `find` gives for Markdown. */
export function graphqlLexer(find: FindLexer) {
  const description = (lexing: Lexing<undefined>): void => {
    const text = lexing.matched.slice(4, -4);
    const markdown = find('markdown', text);
    lexing.token('s2', '"""');
    lexing.token('w', '\n');
    if (markdown !== undefined) lexing.delegate(markdown, text);
    lexing.token('w', '\n');
    lexing.token('s2', '"""');
  };
  return defineLexer({
    tag: 'graphql',
    states: () => ({
      root: [
        [/(?:query|mutation|subscription)\b/, 'k', 'query-definition'],
        [/\{/, 'p', { leave: 0, enter: ['query-definition', 'selection-set'] }],
        [/fragment\b/, 'k', 'fragment-definition'],
        [/scalar\b/, 'k', 'value'],
        [/(?:type|interface|enum|input|schema)\b/, 'k', 'type-definition'],
        [/union\b/, 'k', 'union-definition'],
        [/extend\b/, 'k'],
        'basic',
        [between('"""\n', '\n"""'), description],
      ],
      ...states(),
    }),
  });
}
