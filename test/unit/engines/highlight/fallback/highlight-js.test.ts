import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../../../../src/engines/highlight/fallback/languages.ts';
import { classOfScope } from '../../../../../src/engines/highlight/fallback/scopes.ts';
import { tagNamed } from '../../../../../src/engines/highlight/find/names.ts';
import { LEXERS } from '../../../../../src/engines/highlight/find/registry.ts';
import { highlightJsLexer } from '../../../../../src/engines/highlight/highlight-js.ts';
import { tokensOf } from '../../../../../src/engines/highlight/lexing/token-list.ts';

describe('the fallback', () => {
  it("gives Rouge's classes", () => {
    const lexer = highlightJsLexer('kotlin');
    expect(lexer && tokensOf(lexer.start(), 'val x = "a<b" // c')).toEqual([
      { type: 'k', text: 'val' },
      { type: '', text: ' x = ' },
      { type: 's2', text: '"a<b"' },
      { type: '', text: ' ' },
      { type: 'c', text: '// c' },
    ]);
  });

  it('keeps words that every object of JavaScript’s has', () => {
    const code = 'x constructor <toString> valueOf';
    for (const tag of ['coq', 'kotlin', 'perl']) {
      const tokens = tokensOf(highlightJsLexer(tag)?.start() ?? { reset() {}, lex() {} }, code);
      expect(tokens.map(({ text }) => text).join('')).toBe(code);
    }
    expect(highlightJsLexer('constructor')).toBeUndefined();
  });

  it('keeps the text of every language', () => {
    const code = 'if (a < b && c > "d") { /* é 😀 \'x\' */ return `e`; } # f\n<p class="g">&amp;</p>\n-- h\n';
    for (const tag of Object.keys(LANGUAGES)) {
      const tokens = tokensOf(highlightJsLexer(tag)?.start() ?? { reset() {}, lex() {} }, code);
      expect([tag, tokens.map(({ text }) => text).join('')]).toEqual([tag, code]);
    }
  });

  it('has only languages that Rouge knows and that are not written here', () => {
    const own = new Set(LEXERS.map(({ tag }) => tag));
    for (const tag of Object.keys(LANGUAGES)) {
      expect([tag, tagNamed(tag), own.has(tag)]).toEqual([tag, tag, false]);
    }
  });

  it('knows nothing of others', () => expect(highlightJsLexer('nolang')).toBeUndefined());
});

describe('a scope', () => {
  it('has the class of the wider one where it has none', () => {
    expect(classOfScope('title.function')).toBe('nf');
    expect(classOfScope('title.unheard')).toBe('nf');
    expect(classOfScope('unheard')).toBe('');
  });
});
