/** Components of Vue, each in a file of its own: a template, a script and a style sheet. */
import { type Lexer, type Lexing, pop, type Rule, type RunningLexer, type States } from '../lexing/lexer.ts';
import { defineLexer } from '../lexing/lexing.ts';
import { guarded } from '../lexing/scanner.ts';
import type { FindLexer } from './console.ts';
import { css } from './css.ts';
import { type HtmlData, html, htmlData, htmlStates } from './html.ts';
import { javascript } from './javascript.ts';
import { plaintext } from './plaintext.ts';

interface VueData extends HtmlData {
  /** The expressions of the template. */
  readonly expression: RunningLexer;
  /** The language of the template or the style sheet: each piece of it is lexed from the beginning. */
  language: Lexer;
}

type Vue = Lexing<VueData>;

/** Rouge's tags of the languages that `lang` may name. */
const LANGUAGES: Readonly<Record<string, string>> = {
  html: 'html',
  css: 'css',
  javascript: 'javascript',
  sass: 'sass',
  scss: 'scss',
  coffee: 'coffeescript',
};

const opening = (name: string, language: Lexer): Rule<VueData> => [
  new RegExp(`(<)(\\s*)(${name})`),
  (lexing) => {
    lexing.groups('nt', '', 'k');
    lexing.data.language = language;
    lexing.push(name);
    lexing.push('language');
  },
];

const closing = (name: string): Rule<VueData> => [
  new RegExp(`(<\\s*\\/\\s*)(${name})(\\s*>)`),
  ['nt', 'k', 'nt'],
  pop,
];

const embedded = (lexing: Vue) => lexing.delegate(lexing.data.language.start());
const toExpression = (lexing: Vue) => lexing.delegate(lexing.data.expression);

function states(find: FindLexer): States<VueData> {
  const { root = [], tag = [], ...page } = htmlStates<VueData>();
  return {
    ...page,
    root: [opening('template', html), opening('style', css), opening('script', javascript), ...root],
    tag: [[guarded(/[a-zA-Z0-9_:#[\]()*.-]+\s*=\s*/, /[^a-zA-Z0-9_:#[\]()*.-]/), 'na', 'attribute'], ...tag],
    style: [closing('style'), [/[^<]+/, embedded], [/</, embedded]],
    script: [closing('script'), 'script-content'],
    language: [
      [
        /(lang\s*=)(\s*)("(?:\\.|[^\\])*?"|'(?:\\.|[^\\])*?'|[^\s>]+)/,
        (lexing) => {
          const name = lexing.group(3).toLowerCase().replaceAll(/["']/g, '');
          lexing.groups('na', '', 's');
          const known = Object.hasOwn(LANGUAGES, name) ? LANGUAGES[name] : undefined;
          lexing.data.language = (known && find(known)) || plaintext;
        },
      ],
      'tag',
    ],
    template: [
      closing('template'),
      [
        /\{\{/,
        (lexing) => {
          lexing.token('si');
          lexing.data.expression.reset();
          lexing.push('interpolation');
        },
      ],
      [/[^{<]+/, embedded],
      [/[<{][^<{]*/, embedded],
    ],
    interpolation: [
      [/\}\}/, 'si', pop],
      [/\}/, 'err'],
      [
        /\{/,
        (lexing) => {
          toExpression(lexing);
          lexing.push();
        },
      ],
      [/[^{}]+/, toExpression],
    ],
  };
}

export function vueLexer(find: FindLexer): Lexer {
  return defineLexer<VueData>({
    tag: 'vue',
    data: (options) => ({ ...htmlData(options), expression: javascript.start(options), language: html }),
    states: () => states(find),
  });
}
