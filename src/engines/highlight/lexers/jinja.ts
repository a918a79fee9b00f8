/** The templates of Jinja and Django, and the states that Twig shares. */
import { type Lexing, pop, type RunningLexer, type State, type States } from '../lexing/lexer.ts';
import { defineLexer } from '../lexing/lexing.ts';
import { literal } from '../lexing/literal.ts';
import { upTo } from '../lexing/scanner.ts';
import { classify } from '../lexing/words.ts';
import { html } from './html.ts';

/** The words of a dialect, list by list. */
export interface TemplateWords {
  readonly keywords: string;
  readonly pseudoKeywords: string;
  readonly operators: string;
  readonly tests: string;
}

/** Text between `{% raw %}` and its end. */
function raw(name: string): State<RunningLexer> {
  return [
    [{ source: `(\\{%-?)(\\s*)(end${name})(\\s*)(-?%\\})`, flags: '' }, ['cp', '', 'k', '', 'cp'], pop],
    [/[^{]+/, ''],
    [/\{/, ''],
  ];
}

/** A template's lexer; the page around its tags is HTML. */
export function templateLexer(tag: string, words: TemplateWords) {
  const kind = classify([
    ['k', words.keywords],
    ['kp', words.pseudoKeywords],
    ['ow', words.operators],
    ['nb', words.tests],
  ]);
  const states = (): States<RunningLexer> => ({
    root: [
      [/\{#/, 'c', 'comment'],
      [/##.*/, 'c'],
      [
        /(\{%-?)(\s*)(raw|verbatim)(\s*)(-?%\})/,
        (lexing) => {
          lexing.groups('cp', '', 'k', '', 'cp');
          lexing.push(lexing.group(3));
        },
      ],
      [/\{%/, 'cp', 'statement'],
      [/\{\{/, 'cp', 'expression'],
      [upTo(/\\|\{\{|\{%|\{#|##/g), (lexing: Lexing<RunningLexer>) => lexing.delegate(lexing.data)],
    ],
    comment: [
      [/[^#]+/, 'c'],
      [/#\}/, 'c', pop],
      [/#/, 'c'],
    ],
    values: [
      [/(\|\s*)(\w+)/, ['o', 'nf']],
      [literal('"'), 's2'],
      [literal("'"), 's1'],
      [/[-+*/=]|[<>]=?|!=/, 'o'],
      [/[,[\]()]/, 'p'],
      [/\s+/, ''],
    ],
    expression: [[/\w+\.?/, 'nv'], 'values', [/%\}|\}\}/, 'cp', pop]],
    statement: [
      [/\w+\.?/, (lexing) => lexing.token(kind(lexing.matched) ?? 'nv')],
      'values',
      [/%\}/, 'cp', pop],
    ],
    raw: raw('raw'),
    verbatim: raw('verbatim'),
  });
  return defineLexer<RunningLexer>({ tag, data: (options) => html.start(options), states });
}

export const jinja = templateLexer('jinja', {
  keywords: `
    as context do else extends from ignore missing import include reversed recursive scoped autoescape
    endautoescape block endblock call endcall filter endfilter for endfor if endif macro endmacro set endset
    trans endtrans with endwith without
  `,
  pseudoKeywords: 'true false none True False None',
  operators: 'is in and or not',
  tests: `
    callable defined divisibleby equalto escaped even iterable lower mapping none number odd sameas sequence
    string undefined upper
  `,
});
