/** The highlighter that implements the port of src/base/highlighter.ts: code and a language in, Rouge's HTML out. */
import type { CodeToHighlight, Highlighter } from '../base/highlighter.ts';
import { createFinder, type Fallback, type FindLexer } from './find-lexer.ts';
import { escapeCode } from './format/escape.ts';
import { type PrintTokens, printHtml } from './format/html.ts';
import { printLineTable } from './format/line-table.ts';
import { printLinewise, printMarkedLines } from './format/linewise.ts';
import { printTable } from './format/table.ts';
import { readTheme, styleFor } from './theme.ts';
import { THEMES } from './themes.ts';
import { tokensOf } from './token-list.ts';
import type { Token } from './tokens.ts';

export interface HighlighterParts {
  /** Loads the lexers of the languages that are not written here; called when a page first needs one. */
  readonly loadFallback?: () => Fallback;
}

export interface HighlightEngine {
  /** kramdown's code blocks and spans. */
  readonly highlight: Highlighter;
  /** Jekyll's `{% highlight %}`: the tokens alone, or in its table of line numbers; a language unknown is plain text. */
  readonly highlightTag: (code: string, language: string, options?: TagOptions) => string;
}

export interface TagOptions {
  readonly lineNumbers?: boolean;
  /** Lines to mark, from 1. */
  readonly markLines?: readonly number[];
}

export function createHighlighter({ loadFallback }: HighlighterParts = {}): HighlightEngine {
  const find = createFinder(loadFallback);
  return {
    highlight: (request) => forKramdown(request, find),
    highlightTag: (code, language, { lineNumbers = false, markLines = [] } = {}) => {
      const found = find(language, code) ?? find('plaintext');
      const tokens = found === undefined ? [] : tokensOf(found.lexer, code);
      const print: PrintTokens =
        markLines.length === 0
          ? printHtml
          : (each) => printMarkedLines(each, printHtml, { lines: markLines });
      return lineNumbers
        ? printTable(tokens, print, { gutterClass: 'gutter', codeClass: 'code' })
        : print(tokens);
    },
  };
}

function forKramdown(request: CodeToHighlight, find: FindLexer): string | undefined {
  const { code, language, category, options } = request;
  const found = find(language === '' ? 'guess' : language, code);
  const disabled = isSet(options['disable']);
  if (disabled || found === undefined || (found.tag === 'plaintext' && !isSet(options['guess_lang']))) {
    return undefined;
  }
  return format(
    tokensOf(found.lexer, code),
    options,
    category === 'block' && (options['wrap'] === undefined || isSet(options['wrap'])),
  );
}

/** Rouge's HTMLLegacy formatter, or the one that kramdown's option `formatter` names. */
function format(tokens: readonly Token[], options: CodeToHighlight['options'], wrap: boolean): string {
  switch (options['formatter']) {
    case 'HTML':
      return printHtml(tokens);
    case 'HTMLLinewise':
      return printLinewise(tokens, printHtml);
    case 'HTMLLineTable':
      return printLineTable(tokens, printHtml, lineOptions(options));
  }
  const inline = printerFor(options['inline_theme']);
  const body = isSet(options['line_numbers'])
    ? printTable(tokens, inline, lineOptions(options))
    : inline(tokens);
  if (!wrap) return body;
  const cssClass = isSet(options['css_class']) ? String(options['css_class']) : 'highlight';
  return `<div class="highlight"><pre class="${cssClass}"><code>${body}</code></pre></div>`;
}

/** Spans with classes, or, where a theme is to be inlined, with styles. */
function printerFor(name: unknown): PrintTokens {
  const table = typeof name === 'string' ? THEMES[name] : undefined;
  if (table === undefined) return printHtml;
  const theme = readTheme(table);
  return (tokens) =>
    tokens
      .map(({ type, text }) =>
        type === ''
          ? escapeCode(text)
          : `<span style="${styleFor(theme, type).replaceAll('; ', ';')}">${escapeCode(text)}</span>`,
      )
      .join('');
}

function lineOptions(options: CodeToHighlight['options']) {
  const { start_line: startLine, line_format: lineFormat, table_class: tableClass } = options;
  const {
    gutter_class: gutterClass,
    code_class: codeClass,
    line_class: lineClass,
    line_id: lineId,
  } = options;
  return {
    ...(typeof startLine === 'number' ? { startLine } : {}),
    ...texts({ lineFormat, tableClass, gutterClass, codeClass, lineClass, lineId }),
  };
}

function texts(entries: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const [key, value] of Object.entries(entries)) if (typeof value === 'string') found[key] = value;
  return found;
}

/** Ruby's idea of true. */
function isSet(value: unknown): boolean {
  return value !== undefined && value !== null && value !== false;
}
