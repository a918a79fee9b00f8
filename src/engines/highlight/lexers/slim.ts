/** Slim. */
import { goto, pop, type State } from '../lexing/lexer.ts';
import { defineLexer } from '../lexing/lexing.ts';
import { ANY, between, guarded, nearest, run, type Scanner } from '../lexing/scanner.ts';
import type { FindLexer } from './markdown.ts';
import {
  escapedLineEnd,
  rubyLine,
  startFilter,
  type Template,
  type TemplateData,
  templateData,
  templateStates,
  toPage,
  toRuby,
} from './ruby-templates.ts';

/** A line, which an escaped line end does not end. */
const line = /(?:\\\n|.)*/;
const character = /\\\n|./;
const rawTag = /<\/?[\w\s='"]+?\/?>/;

/** `*{…}`: from the braces to the nearest one that closes them on the line, with something in them. */
const splatBraces: Scanner = {
  first: '*',
  scan(text, at, seen) {
    if (!text.startsWith('*{', at)) return -1;
    const inside = at + 2;
    const { found, end } = nearest(text, inside + 1, '}', seen);
    return found < escapedLineEnd(text, inside, seen) ? end : -1;
  },
};

const QUOTE = /\s*(["'])/y;

/** Blanks and a string that ends on the line; nothing escapes its quote. */
const value: Scanner = {
  first: ' \t\n\r\f\v"\'',
  scan(text, at, seen) {
    QUOTE.lastIndex = at;
    const quote = QUOTE.exec(text)?.[1];
    if (quote === undefined) return -1;
    const inside = QUOTE.lastIndex;
    const { found, end } = nearest(text, inside, quote, seen);
    return found < escapedLineEnd(text, inside, seen) ? end : -1;
  },
};

/** A star or an equals sign, and Ruby behind it. */
function markedRuby(lexing: Template): void {
  lexing.token('p', lexing.matched.charAt(0));
  if (lexing.matched.length > 1) lexing.delegate(lexing.data.code, lexing.matched.slice(1));
}

const states = (find: FindLexer) =>
  ({
    ...templateStates,
    content: [
      'classes',
      [new RegExp(`\\/${line.source}`), 'c', 'line-end'],
      [/(doctype)(\s+)(.*)/, ['nn', 'w', ''], pop],
      [/\w*:\s*\n/, startFilter(['coffee', 'css', 'erb', 'javascript', 'markdown', 'sass', 'scss'], find)],
      [
        /[|'](?=\s)/,
        (lexing: Template) => {
          lexing.token('p');
          lexing.pop();
          lexing.data.lines.startBlock('text-block');
          lexing.goto('text-block');
        },
      ],
      [/-|==|=/, 'p', 'ruby-line'],
      [between(/\*[\w!?@$]+\(/, ')', { first: '*', sameLine: true }), markedRuby, 'tag'],
      [/\*[\w!?@$]+/, markedRuby, 'tag'],
      [rawTag, toPage, pop],
      [/\w+/, 'nt', 'tag'],
    ],
    tag: [
      'classes',
      'line-end',
      'interpolated',
      [/[<>]/, 'p'],
      [/\s/, 'w'],
      [/\*[\w!?@$]+/, markedRuby],
      [splatBraces, markedRuby],
      [guarded(/([\w-]+)(\s*)(=)/, /[^\w-]/), ['na', 'w', 'p'], 'attribute'],
      [new RegExp(`=(?=[^\\n]|\\\\\\n)${line.source}`), markedRuby],
      [run('&', /[^\s;]*/, ';'), 'ni'],
      [character, ''],
    ],
    classes: [
      [/\.[\w-]*/, 'nc', goto('tag')],
      [/#[a-zA-Z][\w:-]*/, 'nf', goto('tag')],
    ],
    attribute: [
      [value, 's', pop],
      [between(/[\w!?@$]+\(/, ')', { first: ANY, sameLine: true }), toRuby, pop],
      [/[\w!?@$]+/, toRuby, pop],
      [/\s+/, 'w'],
    ],
    'ruby-line': ['line-end', [/[,\\]\s*\n/, toRuby], [/[ ]\|[ \t]*\n/, 'se'], [rubyLine(',\\'), toRuby]],
    'text-block': [
      'interpolated',
      [rawTag, toPage],
      [run('&', /[^\s;]*/, ';'), 'ni'],
      [character, ''],
      'line-end',
    ],
  }) satisfies Record<string, State<TemplateData>>;

/** Slim, whose filters are lexed by what `find` gives. */
export function slimLexer(find: FindLexer) {
  return defineLexer<TemplateData>({ tag: 'slim', data: templateData, states: () => states(find) });
}
