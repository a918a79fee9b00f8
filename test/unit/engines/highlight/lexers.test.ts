/** What the one fixture of a language in test/cases/highlight/code has no room for; the answers are those of Rouge 3.30. */
import { describe, expect, it } from 'vitest';
import { createFinder } from '../../../../src/engines/highlight/find/find-lexer.ts';
import { tokensOf } from '../../../../src/engines/highlight/lexing/token-list.ts';

const find = createFinder();
const lex = (name: string, code: string) => {
  const found = find(name);
  return found && tokensOf(found.lexer, code).map(({ type, text }) => [type, text]);
};
const request = [
  ['nf', 'GET'],
  ['', ' '],
  ['nn', '/'],
  ['', ' '],
  ['k', 'HTTP'],
  ['o', '/'],
];

describe('http', () => {
  it('reads a response, and its content by the media type', () =>
    expect(lex('http', 'HTTP/1.1 404 Not Found\r\nContent-Type: text/x-python\r\n\r\nif x: pass\n')).toEqual([
      ['k', 'HTTP'],
      ['o', '/'],
      ['m', '1.1'],
      ['', ' '],
      ['m', '404'],
      ['', ' '],
      ['ne', 'Not Found'],
      ['', '\r\n'],
      ['na', 'Content-Type'],
      ['p', ':'],
      ['', ' '],
      ['s', 'text/x-python'],
      ['', '\r\n\r\n'],
      ['k', 'if'],
      ['', ' '],
      ['n', 'x'],
      ['p', ':'],
      ['', ' '],
      ['k', 'pass'],
      ['', '\n'],
    ]));

  it('leaves content plain that no header announces', () =>
    expect(lex('http', 'HTTPS/2.0 200\nA:  \nno header\n\nplain <b>\n')).toEqual([
      ['k', 'HTTPS'],
      ['o', '/'],
      ['m', '2.0'],
      ['', ' '],
      ['m', '200'],
      ['', '\n'],
      ['na', 'A'],
      ['p', ':'],
      ['', ' '],
      ['s', ' '],
      ['', '\n'],
      ['s', 'no header'],
      ['', '\n\nplain <b>\n'],
    ]));

  it('leaves content of an unknown type plain', () =>
    expect(lex('http', 'GET / HTTP/1.1\nContent-Type: text/nothing\n\n[1]\n')?.slice(-2)).toEqual([
      ['s', 'text/nothing'],
      ['', '\n\n[1]\n'],
    ]));

  it('takes the language of the content from its option', () =>
    expect(lex('http?content=json', 'GET / HTTP/2\nContent-Type: text/html\n\n[1]\n')?.slice(-4)).toEqual([
      ['p', '['],
      ['mi', '1'],
      ['p', ']'],
      ['w', '\n'],
    ]));

  it('finds no header in a line with a carriage return inside', () =>
    expect(lex('http', 'GET / HTTP/1.1\nA: b\rc\nD: e\n')).toEqual([
      ...request,
      ['m', '1.1'],
      ['', '\n'],
      ['err', 'A: b\r'],
      ['s', 'c'],
      ['', '\n'],
      ['na', 'D'],
      ['p', ':'],
      ['', ' '],
      ['s', 'e'],
      ['', '\n'],
    ]));
});

describe('delimiters that are all escaped', () => {
  it('end the parts of a substitution of sed', () =>
    expect(lex('sed', 's/a\\/b/c\n')).toEqual([
      ['k', 's'],
      ['p', '/'],
      ['sr', 'a\\'],
      ['p', '/'],
      ['', 'b'],
      ['p', '/'],
      ['k', 'c'],
      ['', '\n'],
    ]));

  it('end a string of Stata', () =>
    expect(lex('stata', '"a\\" b\n')).toEqual([
      ['s2', '"a\\"'],
      ['w', ' '],
      ['n', 'b'],
      ['', '\n'],
    ]));
});

it('sed prints a file to write to three times, as Rouge does', () =>
  expect(lex('sed', 's/a/b/w f\n')?.slice(-4)).toEqual([
    ['k', 'w f'],
    ['', 'w f'],
    ['n', 'w f'],
    ['', '\n'],
  ]));

it('IRB gives what is typed behind a blank that is not ASCII to Ruby, blank included', () =>
  expect(lex('irb', 'irb> \u00a0x\n')).toEqual([
    ['gp', 'irb>'],
    ['w', ' '],
    ['err', '\u00a0'],
    ['n', 'x'],
    ['', '\n'],
  ]));
