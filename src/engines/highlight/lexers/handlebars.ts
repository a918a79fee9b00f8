/** The templates of Handlebars and Mustache, in HTML. */
import { again, enter, goto, type Lexing, pop, re } from '../lexing/lexer.ts';
import { defineLexer } from '../lexing/lexing.ts';
import { literal } from '../lexing/literal.ts';
import { ANY, between, nearest, type Scanner } from '../lexing/scanner.ts';
import { type HtmlData, html } from './html.ts';

type Page = Lexing<HtmlData>;

const id = /[\w$-]+/;
const MARK = /\\|\{\{/g;

/** At least one character, up to the next tag. */
const toTag: Scanner = {
  first: ANY,
  scan(text, at, seen) {
    const { found } = nearest(text, at + 1, MARK, seen);
    return found < text.length ? found : -1;
  },
};

const toPage = (lexing: Lexing<Page>) => lexing.delegate(lexing.data);

export const handlebars = defineLexer<Page>({
  tag: 'handlebars',
  data: (options) => html.start(options),
  states: () => ({
    root: [
      [/\\\{+/, toPage],
      [/\{\{!--/, 'c', 'comment'],
      [between('{{!', '}}', { sameLine: true }), 'c'],
      [/\{\{\{?/, 'k', enter('tag', 'tag-kind')],
      [
        toTag,
        (lexing) => {
          toPage(lexing);
          // the tag is the value of an attribute without quotes
          if (lexing.data.isState('attribute')) lexing.data.pop();
        },
      ],
      [/[\s\S]+/, toPage],
    ],
    comment: [
      [/\{\{/, 'c', again],
      [/\}\}/, 'c', pop],
      [/[^{}]+/, 'c'],
      [/[{}]/, 'c'],
    ],
    tag: [
      [/\}\}\}?/, 'k', pop],
      [/\|/, 'p'],
      [/~/, 'k'],
      [/\s+/, ''],
      [/[=]/, 'o'],
      [/[[\]()]/, 'p'],
      [/[.](?=[}\s])/, 'nv'],
      [/[.][.]/, 'nv'],
      [/[/.]/, 'p'],
      [literal('"'), 's2'],
      [literal("'"), 's1'],
      [/\d+(?=\}\s)/, 'm'],
      [/(?:true|false)(?=[}\s])/, 'kc'],
      [/else(?=[}\s])/, 'k'],
      [/this(?=[}\s])/, 'bp'],
      [re()`@${id}`, 'na'],
      [id, 'nv'],
    ],
    'tag-kind': [
      [/[#/]/, 'k', goto('block-name')],
      [/[>^&~]/, 'k'],
      [/(?:)/, '', pop],
    ],
    'block-name': [
      [/if(?=[}\s])/, 'k'],
      [id, 'nn', pop],
      [/(?:)/, '', pop],
    ],
  }),
});
