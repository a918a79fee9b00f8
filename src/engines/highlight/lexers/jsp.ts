/** JSP: Java and tags of its own in HTML. */
import { goto, type Lexing, pop, type RunningLexer } from '../lexing/lexer.ts';
import { defineLexer } from '../lexing/lexing.ts';
import { before, guarded, upTo } from '../lexing/scanner.ts';
import { html } from './html.ts';
import { java } from './java.ts';

interface Languages {
  readonly page: RunningLexer;
  readonly code: RunningLexer;
}

const toPage = (lexing: Lexing<Languages>) => lexing.delegate(lexing.data.page);
const toCode = (lexing: Lexing<Languages>) => lexing.delegate(lexing.data.code);

/** Where blanks and a name behind them end: a name that no `=` follows is none from its middle either. */
const pastName = /(?<=[\w:-])(?![\w:-])|(?<=[ \t\n\r\f\v])(?![ \t\n\r\f\v\w:-])|(?<![ \t\n\r\f\v\w:-])/;

export const jsp = defineLexer<Languages>({
  tag: 'jsp',
  data: (options) => ({ page: html.start(options), code: java.start() }),
  states: () => ({
    root: [
      [/<%--/, 'c', 'comment'],
      [/<%@\s*(?:page|include|taglib)\s*/, 'nt', 'directive'],
      [/<jsp:directive\.(?:page|include|taglib)/, 'nt', 'directive-element'],
      [/<jsp:(?:scriptlet|declaration|expression)>/, 'nt', 'code-element'],
      [/<[a-zA-Z]*:[a-zA-Z]*\s*/, 'nt', 'tag'],
      [/<\/[a-zA-Z]*:[a-zA-Z]*>/, 'nt'],
      [/<%[!=]?/, 'nt', 'code'],
      [upTo(/<%|<\/?[a-zA-Z]*:/g), toPage],
    ],
    comment: [
      [/--%>/, 'c', pop],
      [upTo('--%>'), 'c'],
    ],
    directive: [[/%>/, 'nt', pop], 'attributes', [before('%>'), toPage]],
    'directive-element': [[/\/>/, 'nt', pop], 'attributes', [before('/>'), toPage]],
    'code-element': [
      [/<\/jsp:(?:scriptlet|declaration|expression)>/, 'nt', pop],
      'attributes',
      [/[^</]+/, toCode],
    ],
    code: [
      [/%>/, 'nt', pop],
      [/[^%>]+/, toCode],
    ],
    tag: [[/\/?>/, 'nt', pop], 'attributes', [before(/\/?>/g), toPage]],
    attributes: [[guarded(/\s*[a-zA-Z0-9_:-]+\s*=\s*/, pastName), 'na', 'attribute']],
    attribute: [
      [/"/, 's', goto('double-quotes')],
      [/'/, 's', goto('single-quotes')],
      [/[^\s>]+/, 's', pop],
    ],
    'double-quotes': [
      [/"/, 's', pop],
      [/\$\{/, 'si', 'expression'],
      [/[^"]+/, 's'],
    ],
    'single-quotes': [
      [/'/, 's', pop],
      [/\$\{/, 'si', 'expression'],
      [/[^']+/, 's'],
    ],
    expression: [
      [/\}/, 'si', pop],
      [/'/, 'l', 'text'],
      [/[^'}]+/, toCode],
    ],
    text: [
      [/'/, 'l', pop],
      [/[^']+/, 'l'],
    ],
  }),
});
