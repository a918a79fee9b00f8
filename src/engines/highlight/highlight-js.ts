/** Adapts the lexers of highlight.js. This file is the only one that imports it, and a bundle of its own. */
import hljs from 'highlight.js/lib/core';
import { LANGUAGES } from './fallback/languages.ts';
import { piecesOf } from './fallback/pieces.ts';
import { classOfScope } from './fallback/scopes.ts';
import type { Lexer } from './lexing/lexer.ts';
import type { Emit, TokenClass } from './lexing/tokens.ts';

/** A lexer for a tag of Rouge's, if highlight.js has the language or a similar one. */
export function highlightJsLexer(tag: string): Lexer | undefined {
  const language = Object.hasOwn(LANGUAGES, tag) ? LANGUAGES[tag] : undefined;
  if (language === undefined) return undefined;
  if (hljs.getLanguage(tag) === undefined) hljs.registerLanguage(tag, language);
  return {
    tag,
    start: () => ({
      reset() {},
      lex(code, emit) {
        for (const { text, isPlain } of piecesOf(code)) {
          if (isPlain) emit('', text);
          else emitHtml(hljs.highlight(text, { language: tag, ignoreIllegals: true }).value, emit);
        }
      },
    }),
  };
}

const PIECE = /<span class="([^"]*)">|<\/span>|&(?:amp|lt|gt|quot|#x27);|[^<&]+/g;
const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['&amp;', '&'],
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&quot;', '"'],
  ['&#x27;', "'"],
]);

/** Reads the nested spans that highlight.js prints as flat tokens of the innermost kind. */
function emitHtml(html: string, emit: Emit): void {
  const open: TokenClass[] = [];
  for (const [piece, classes] of html.matchAll(PIECE)) {
    if (classes !== undefined) open.push(classOfScope(scopeOf(classes)) || (open.at(-1) ?? ''));
    else if (piece === '</span>') open.pop();
    else emit(open.at(-1) ?? '', ENTITIES.get(piece) ?? piece);
  }
}

/** `hljs-title class_ inherited__` is the scope `title.class.inherited`. */
function scopeOf(classes: string): string {
  return classes
    .split(' ')
    .filter((name) => !name.startsWith('language-'))
    .map((name) => name.replace(/^hljs-/, '').replace(/_+$/, ''))
    .join('.');
}
