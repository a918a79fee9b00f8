/**
 * Code that is never closed or nested without end: every lexer terminates and keeps the text. Whether it takes more time than
 * the length of the code allows: `growth.test.ts`.
 */

import { describe, expect, it } from 'vitest';
import { NEVER_CLOSED } from './codes.ts';
import { kept, OWN_LEXERS, textOf } from './kept.ts';

describe('code that is never closed', () => {
  for (const tag of OWN_LEXERS) {
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
