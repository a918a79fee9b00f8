/** Groovy, and the table that Gradle adds its words to. */
import { type Lexing, pop, type State } from '../lexing/lexer.ts';
import { defineLexer } from '../lexing/lexing.ts';
import { literal } from '../lexing/literal.ts';
import { between, guarded } from '../lexing/scanner.ts';
import { byWord } from '../lexing/words.ts';

/** The types and modifiers that begin a line, a method's name, and the opening parenthesis. */
const methodHead = guarded(/^(\s*(?:\w[\w.[\]]*\s+)+?)(\w+)(\s*)(\()/, /[^\w.[\]\s]|(?<![\w.[\]])[.[\]]/);

function methodTokens(lexing: Lexing<undefined>): void {
  const before = lexing.group(1);
  lexing.recurse(before);
  lexing.token('nf', lexing.group(2));
  lexing.token('', lexing.group(3));
  lexing.token('o', lexing.group(4));
  // What the last word opens stays open: Rouge's second lexer shares the stack of the first.
  const last = before.trim().split(/\s+/).at(-1) ?? '';
  if (/^(?:class|interface|trait)$/.test(last)) lexing.push('class');
  if (/^(?:package|import)$/.test(last)) lexing.push('import');
}

const KEYWORDS = `
  assert break case catch continue default do else finally for if goto instanceof new return switch this
  throw try while in as
`;
const DECLARATIONS = `
  abstract const enum extends final implements native private protected public static strictfp super
  synchronized throws transient volatile
`;
const TYPES = 'def boolean byte char double float int long short void';

/** The lexer of a dialect with keywords and types of its own. */
export function groovyLexer(tag: string, more: { readonly keywords: string; readonly types: string }) {
  const root: State<undefined> = [
    [methodHead, methodTokens],
    [/[^\S\n]+/, ''],
    [/\/\/.*/, 'c1'],
    [between('/*', '*/'), 'cm'],
    [/@\w[\w.]*/, 'nd'],
    [/(?:class|interface|trait)\b/, 'kd', 'class'],
    [/(?:package|import)\b/, 'kn', 'import'],
    [between('"""', '"""'), 's2'],
    [between("'''", "'''"), 's1'],
    [literal('"', { within: 'escaped lines' }), 's2'],
    [literal("'", { within: 'escaped lines' }), 's1'],
    [literal('$/', { close: '/$', escapedBy: '$', within: 'text' }), 's'],
    [literal('/', { within: 'escaped lines' }), 's'],
    [/'\n'/, 'sc'],
    [/(\.)([a-zA-Z_][a-zA-Z0-9_]*)/, ['o', 'na']],
    [/[a-zA-Z_][a-zA-Z0-9_]*:/, 'nl'],
    [
      /[a-zA-Z_$][a-zA-Z0-9_]*/,
      byWord(
        [
          ['k', `${KEYWORDS} ${more.keywords}`],
          ['kd', DECLARATIONS],
          ['kt', `${TYPES} ${more.types}`],
          ['kc', 'true false null'],
        ],
        'n',
      ),
    ],
    [/[~^*!%&[\](){}<>|+=:;,./?-]/, 'o'],
    [/\d+\.\d+(?:[eE]\d+)?[fd]?/, 'mf'],
    [/0x[0-9a-f]+/, 'mh'],
    [/[0-9]+L?/, 'mi'],
    [/\n/, ''],
  ];
  return defineLexer({
    tag,
    states: () => ({
      root,
      class: [
        [/\s+/, ''],
        [/\w+/, 'nc', pop],
      ],
      import: [
        [/\s+/, ''],
        [/[\w.]+[*]?/, 'nn', pop],
      ],
    }),
  });
}

export const groovy = groovyLexer('groovy', { keywords: '', types: '' });
