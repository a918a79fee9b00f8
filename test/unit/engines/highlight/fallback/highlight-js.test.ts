import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../../../../src/engines/highlight/fallback/languages.ts';
import { classOfScope } from '../../../../../src/engines/highlight/fallback/scopes.ts';
import { tagNamed } from '../../../../../src/engines/highlight/find/names.ts';
import { LEXERS, LEXERS_WITH_OTHERS } from '../../../../../src/engines/highlight/find/registry.ts';
import { highlightJsLexer } from '../../../../../src/engines/highlight/highlight-js.ts';
import { tokensOf } from '../../../../../src/engines/highlight/lexing/token-list.ts';

const textOf = (tag: string, code: string) =>
  tokensOf(highlightJsLexer(tag)?.start() ?? { reset() {}, lex() {} }, code)
    .map(({ text }) => text)
    .join('');
const colours = (code: string) => {
  const lexer = highlightJsLexer('freefem');
  if (lexer === undefined) throw new Error('no FreeFem');
  return tokensOf(lexer.start(), code);
};

describe('the fallback', () => {
  it("gives Rouge's classes", () => {
    const lexer = highlightJsLexer('freefem');
    expect(lexer && tokensOf(lexer.start(), 'return x + "a<b"; // c')).toEqual([
      { type: 'k', text: 'return' },
      { type: '', text: ' x + ' },
      { type: 's2', text: '"a<b"' },
      { type: '', text: '; ' },
      { type: 'c', text: '// c' },
    ]);
  });

  it('keeps words that every object of JavaScript’s has', () => {
    const code = 'x constructor <toString> valueOf';
    for (const tag of ['clean', 'freefem', 'isbl']) {
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

  it.each(['a ', '"', '(', 'a\n', 'class A {\n\n}\n', `${'b'.repeat(1_200)}\n`, '\r\n'])(
    'keeps the text of long code made of %j',
    (piece) => {
      const code = piece.repeat(20_000 / piece.length);
      for (const tag of ['freefem', 'lasso', 'sqf'])
        if (highlightJsLexer(tag) !== undefined) expect(textOf(tag, code) === code).toBe(true);
    },
  );

  it('colours long code on its lines, and leaves a line made by a program plain', () => {
    const line = 'int a = 1; // b\n';
    const tokens = colours(line.repeat(1_000));
    expect(tokens.filter(({ text }) => text === 'int')).toHaveLength(1_000);
    expect(tokens.filter(({ type }) => type === 'c')).toHaveLength(1_000);
    const long = `${'int a = 1; '.repeat(200)}\n`;
    expect(
      colours(line + long + line).filter(({ type }) => type === 'kt' || type === 'k' || type === 'nb'),
    ).toHaveLength(2);
  });

  it('leaves what is beyond its bound plain', () => {
    const line = 'int a = 1; // b\n';
    const tokens = colours(line.repeat(8_000));
    expect(tokens.filter(({ type }) => type === 'c').length).toBeGreaterThan(3_900);
    expect(tokens.at(-1)?.type).toBe('');
    expect(tokens.at(-1)?.text.length).toBeGreaterThan(60_000);
  });

  it('cuts between two blocks of code where it can', () => {
    const block = `/* ${'a\n'.repeat(2_500)}*/\n\n`;
    expect(colours(block.repeat(5)).filter(({ type }) => type === 'c')).toHaveLength(5);
  });

  it('has only languages that Rouge knows and that are not written here', () => {
    const own = new Set([...LEXERS.map(({ tag }) => tag), ...Object.keys(LEXERS_WITH_OTHERS)]);
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
