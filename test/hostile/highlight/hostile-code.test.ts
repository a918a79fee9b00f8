/**
 * Code that is never closed, nested without end or made of noise: every lexer terminates and keeps the text. Whether it takes
 * more time than the length of the code allows: `growth.test.ts`.
 */

import { describe, expect, it } from 'vitest';
import { createFinder } from '../../../src/engines/highlight/find/find-lexer.ts';
import { LEXERS, LEXERS_WITH_OTHERS } from '../../../src/engines/highlight/find/registry.ts';
import { tokensOf } from '../../../src/engines/highlight/lexing/token-list.ts';
import { NEVER_CLOSED } from './codes.ts';

const find = createFinder();
const tags = [...LEXERS.map(({ tag }) => tag), ...Object.keys(LEXERS_WITH_OTHERS), 'console', 'http', 'vue'];
const textOf = (tag: string, code: string) => {
  const found = find(tag);
  return (
    found &&
    tokensOf(found.lexer, code)
      .map(({ text }) => text)
      .join('')
  );
};

/** Rouge drops all but the last character of Crystal's `'several'`. */
const LOSES_TEXT: readonly string[] = ['crystal'];

/** What of the code comes out, in order; the code itself but for what Rouge drops, too. */
const kept = (tag: string, code: string): string => {
  const text = textOf(tag, code) ?? '';
  if (!LOSES_TEXT.includes(tag)) return text;
  let at = 0;
  for (const char of text) {
    at = code.indexOf(char, at) + char.length;
    if (at < char.length) return text;
  }
  return code;
};

describe('code that is never closed', () => {
  for (const tag of tags) {
    it(`is lexed to its end by ${tag}`, () => {
      for (const piece of NEVER_CLOSED) {
        const code = piece.repeat(4000 / piece.length);
        expect(kept(tag, code) === code).toBe(true);
      }
    });
  }
});

describe('a megabyte on one line', () => {
  it('of JavaScript is done soon', () => {
    const statement = 'var a=function(b,c){return b?c[0]:/x\\/[y]/g.test("é")||{d:`$' + '{e}`}};';
    const code = statement.repeat(1_000_000 / statement.length);
    expect(textOf('javascript', code) === code).toBe(true);
  });
  it('of JSON is done soon', () => {
    const code = `[${'{"a":[1,-2.5e3,true,"b\\n"]},'.repeat(35_000)}0]`;
    expect(textOf('json', code) === code).toBe(true);
  });
});

describe('noise', () => {
  const alphabet = [
    ...' \n\t"\'`(){}[]<>/\\*#$%&|!?:;,.=+-~^@_aAbrfu01é😀\r',
    ...[
      '/*',
      '*/',
      '<!--',
      '-->',
      '<%',
      '{{',
      '}}',
      '{%',
      '%}',
      '"""',
      "'''",
      '<<EOF\n',
      'EOF\n',
      '---\n',
      '```\n',
      '\\begin{',
    ],
    ...[
      'if ',
      'def ',
      'class ',
      'function ',
      'return ',
      'end\n',
      'import ',
      '#{',
      '${',
      '\n  ',
      '=begin\n',
      '<script>',
      '</script>',
    ],
  ];
  for (const tag of tags) {
    it(`is kept by ${tag}`, () => {
      let seed = 20_221_122;
      const next = () => {
        seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
        return alphabet[(seed >>> 8) % alphabet.length] ?? '';
      };
      for (let i = 0; i < 20; i++) {
        const code = Array.from({ length: 200 }, next).join('');
        expect(kept(tag, code)).toBe(code);
      }
    });
  }
});
