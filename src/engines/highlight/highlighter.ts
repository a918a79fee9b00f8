/** The highlighter that implements the port of src/ports/highlighter.ts: code and a language in, Rouge's HTML out. */
import { escapeText } from '../../html/escape.ts';
import type { CodeToHighlight, Highlighter } from '../../ports/highlighter.ts';
import { createFinder, type Fallback, type FindLexer } from './find/find-lexer.ts';
import { type PrintTokens, printHtml } from './format/html.ts';
import { isDeclined, printForKramdown } from './format/kramdown.ts';
import { printMarkedLines } from './format/linewise.ts';
import { printTable } from './format/table.ts';
import { tokensOf } from './lexing/token-list.ts';
import { type HighlightCss, type HighlightCssOptions, highlightCss } from './themes/highlight-css.ts';
import { readTheme, styleFor } from './themes/theme.ts';
import { THEMES, themeNamed } from './themes/themes.ts';

export interface HighlighterParts {
  /** Loads the lexers of the languages that are not written here; called when a page first needs one. */
  readonly loadFallback?: () => Fallback;
}

export interface HighlightEngine {
  /** kramdown's code blocks and spans. */
  readonly highlight: Highlighter;
  /** Jekyll's `{% highlight %}`: the tokens alone, or in its table of line numbers; a language unknown is plain text. */
  readonly highlightTag: (code: string, language: string, options?: TagOptions) => string;
  /** The style sheet of a theme by its name. */
  readonly css: (name: string, options?: HighlightCssOptions) => HighlightCss;
  /** The names of the themes. */
  readonly themes: () => readonly string[];
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
    css: highlightCss,
    themes: () => Object.keys(THEMES),
  };
}

function forKramdown(request: CodeToHighlight, find: FindLexer): string | undefined {
  const { code, language, options } = request;
  const found = find(language === '' ? 'guess' : language, code);
  if (found === undefined || isDeclined(found.tag, options)) return undefined;
  return printForKramdown(tokensOf(found.lexer, code), request, printerFor(options.inline_theme));
}

/** Spans with classes, or, where a theme is to be inlined, with styles. */
function printerFor(name: unknown): PrintTokens {
  const table = typeof name === 'string' ? themeNamed(name) : undefined;
  if (table === undefined) return printHtml;
  const theme = readTheme(table);
  return (tokens) =>
    tokens
      .map(({ type, text }) =>
        type === ''
          ? escapeText(text)
          : `<span style="${styleFor(theme, type).replaceAll('; ', ';')}">${escapeText(text)}</span>`,
      )
      .join('');
}
