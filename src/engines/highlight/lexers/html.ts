/** HTML, with the scripts and style sheets inside it. */
import { goto, type LexerOptions, pop, type RunningLexer, re, type States } from '../lexing/lexer.ts';
import { defineLexer } from '../lexing/lexing.ts';
import { between, guarded, run } from '../lexing/scanner.ts';
import { css } from './css.ts';
import { javascript } from './javascript.ts';

export interface HtmlData {
  readonly script: RunningLexer;
  readonly style: RunningLexer;
}

const name = re()`[\p{L}:_-][\p{L}\p{M}\p{N}\p{Pc}\p{Cf}:.·-]*`;

export const htmlStates = <Data extends HtmlData>(): States<Data> => ({
  root: [
    [/[^<&]+/, ''],
    [run('&', /[^\s;]*/, ';'), 'ni'],
    [between(/<!DOCTYPE /i, '>', { first: '<' }), 'cp'],
    [between('<![CDATA[', ']]>'), 'cp'],
    [/<!--/, 'c', 'comment'],
    [between('<?', '?>'), 'cp'],
    [
      /<\s*script\s*/,
      (lexing) => {
        lexing.token('nt');
        lexing.data.script.reset();
        lexing.push('script-content');
        lexing.push('tag');
      },
    ],
    [
      /<\s*style\s*/,
      (lexing) => {
        lexing.token('nt');
        lexing.data.style.reset();
        lexing.push('style-content');
        lexing.push('tag');
      },
    ],
    [/<\//, 'nt', 'tag-end'],
    [/</, 'nt', 'tag-start'],
  ],
  'tag-end': ['tag-end-end', [name, 'nt', goto('tag-end-end')]],
  'tag-end-end': [
    [/\s+/, ''],
    [/>/, 'nt', pop],
  ],
  'tag-start': [
    [/\s+/, ''],
    [name, 'nt', goto('tag')],
    [/(?:)/, '', goto('tag')],
  ],
  comment: [
    [/[^-]+/, 'c'],
    [/-->/, 'c', pop],
    [/-/, 'c'],
  ],
  tag: [
    [/\s+/, ''],
    [
      guarded(
        re()`[\p{L}:_[\]()*.-][\p{L}\p{M}\p{N}\p{Pc}\p{Cf}:.·[\]()*-]*\s*=\s*`,
        re()`[^\p{L}\p{M}\p{N}\p{Pc}\p{Cf}:.·[\]()*-]`,
      ),
      'na',
      'attribute',
    ],
    [re()`[\p{L}:_*#-][\p{L}\p{M}\p{N}\p{Pc}\p{Cf}:.·*#-]*`, 'na'],
    [/\/?\s*>/, 'nt', pop],
  ],
  attribute: [
    [/"/, 's', goto('double-quotes')],
    [/'/, 's', goto('single-quotes')],
    [/[^\s>]+/, 's', pop],
  ],
  'double-quotes': [
    [/"/, 's', pop],
    [/[^"]+/, 's'],
  ],
  'single-quotes': [
    [/'/, 's', pop],
    [/[^']+/, 's'],
  ],
  'script-content': [
    [/[^<]+/, (lexing) => lexing.delegate(lexing.data.script)],
    [/<\s*\/\s*script\s*>/, 'nt', pop],
    [/</, (lexing) => lexing.delegate(lexing.data.script)],
  ],
  'style-content': [
    [/[^<]+/, (lexing) => lexing.delegate(lexing.data.style)],
    [/<\s*\/\s*style\s*>/, 'nt', pop],
    [/</, (lexing) => lexing.delegate(lexing.data.style)],
  ],
});

export function htmlData(options: LexerOptions): HtmlData {
  return { script: javascript.start(options), style: css.start(options) };
}

export const html = defineLexer<HtmlData>({ tag: 'html', data: htmlData, states: htmlStates });
