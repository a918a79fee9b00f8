/** Wollok. */
import { type Lexing, pop } from '../lexing/lexer.ts';
import { defineLexer } from '../lexing/lexing.ts';
import { between } from '../lexing/scanner.ts';

/** The names of the classes, objects and mixins so far. */
type Entities = Set<string>;

function entity(lexing: Lexing<Entities>): void {
  lexing.token('nc');
  lexing.data.add(lexing.matched);
}

export const wollok = defineLexer<Entities>({
  tag: 'wollok',
  data: () => new Set(),
  states: () => ({
    whitespace: [
      [/\s+/, 'w'],
      [/\/\/.*/, 'c1'],
      [between('/*', '*/'), 'cm'],
    ],
    root: [
      'whitespace',
      [/(import)(.+)/, ['kr', '']],
      [/class|object|mixin/, 'kr', 'entity'],
      [/test|program/, 'kr'],
      [/(package)(\s+)([a-zA-Z][a-zA-Z0-9]*)/, ['kr', 'w', 'nc']],
      [/[{}]/, ''],
      [/self\b/, 'bp'],
      [/(?:new|super|return|if|else|var|const|override|constructor)\b/, 'kr'],
      [/(method)(\s+)(_?[a-zA-Z][a-zA-Z0-9]*)/, ['kr', 'w', '']],
      [/<=|=>|===?|[-+]=|[-+*/%!<>]|(?:and|or|not)\b/, 'o'],
      [/[()=]/, ''],
      [/,/, 'p'],
      'values',
    ],
    entity: [
      'whitespace',
      [/inherits|mixed|with|and/, 'kr'],
      [/[a-zA-Z][a-zA-Z0-9]*(?=\s*\{)/, entity, pop],
      [/[a-zA-Z][a-zA-Z0-9]*/, entity],
    ],
    values: [
      [
        /_?[a-zA-Z][a-zA-Z0-9]*/,
        (lexing) => {
          const name = lexing.matched;
          lexing.token(lexing.data.has(name) || /^[A-Z]/.test(name) ? 'nc' : 'kv');
        },
      ],
      [/\.[a-zA-Z][a-zA-Z0-9]*/, ''],
      'whitespace',
      [/[0-9]+\.?[0-9]*/, 'm'],
      [/"[^"]*"/, 's'],
      [/\[|#\{/, 'p', 'list'],
    ],
    list: [[/,/, 'p'], [/[\]}]/, 'p', pop], 'values'],
  }),
});
