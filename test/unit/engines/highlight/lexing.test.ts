import { describe, expect, it } from 'vitest';
import {
  again,
  enter,
  goto,
  type Language,
  pop,
  popTimes,
  re,
  type States,
} from '../../../../src/engines/highlight/lexing/lexer.ts';
import { defineLexer } from '../../../../src/engines/highlight/lexing/lexing.ts';
import { guarded } from '../../../../src/engines/highlight/lexing/scanner.ts';
import { tokensOf } from '../../../../src/engines/highlight/lexing/token-list.ts';

function lex<Data>(states: States<Data>, text: string, rest: Partial<Language<Data>> = {}): string {
  const lexer = defineLexer<Data>({ tag: 'test', states: () => states, ...rest });
  return tokensOf(lexer.start(), text)
    .map(({ type, text }) => `${type}:${text}`)
    .join(' ');
}

describe('the engine', () => {
  it('takes the first rule that matches', () =>
    expect(
      lex(
        {
          root: [
            [/a/, 'k'],
            [/[ab]/, 'n'],
          ],
        },
        'ab',
      ),
    ).toBe('k:a n:b'));
  it('joins neighbours of a kind', () => expect(lex({ root: [[/a|b/, 'k']] }, 'abba')).toBe('k:abba'));
  it('makes what no rule matches an error, a code point at a time', () => {
    expect(lex({ root: [[/a/, 'k']] }, 'a😀a')).toBe('k:a err:😀 k:a');
  });
  it('mixes a state in where its name stands', () => {
    expect(lex({ root: ['x', [/b/, 'n']], x: [[/a/, 'k']] }, 'ab')).toBe('k:a n:b');
  });
  it('gives each group its kind and drops what no group holds', () => {
    expect(lex({ root: [[/(a)(b)?-(c)/, ['k', 'n', 'o']]] }, 'a-c')).toBe('k:a o:c');
  });
  it('pushes, pops, goes over and enters again', () => {
    const states: States<undefined> = {
      root: [
        [/\(/, 'p', 'in'],
        [/x/, 'k'],
      ],
      in: [
        [/\(/, 'o', again],
        [/\)/, 'o', pop],
        [/x/, 'n'],
        [/g/, 'g', goto('other')],
        [/e/, 'gs', enter('in', 'other')],
      ],
      other: [
        [/x/, 's'],
        [/\)/, 'sx', popTimes(2)],
      ],
    };
    expect(lex(states, '(x(x))x')).toBe('p:( n:x o:( n:x o:)) k:x');
    expect(lex(states, '(gx')).toBe('p:( g:g s:x');
    expect(lex(states, '(ex)x')).toBe('p:( gs:e s:x sx:) n:x');
  });
  it('tries a rule that begins with ^ at the start of a line only', () => {
    expect(
      lex(
        {
          root: [
            [/^a/, 'k'],
            [/[a\n]/, 'n'],
          ],
        },
        'aa\na',
      ),
    ).toBe('k:a n:a\n k:a');
  });
  it('sees nothing before a delegated text', () => {
    expect(
      lex(
        {
          root: [
            [/x(a)/, (lexing) => lexing.recurse(lexing.group(1))],
            [/^a/, 'k'],
            [/a/, 'n'],
          ],
        },
        'xaa',
      ),
    ).toBe('k:a n:a');
  });
  it('gives up a rule that matches nothing again and again', () => {
    expect(
      lex(
        {
          root: [
            [/(?=a)/, '', 'root'],
            [/a/, 'k'],
          ],
        },
        'aa',
      ),
    ).toBe('err:aa');
  });
  it('goes on behind the mixin when a rule inside it gives up', () => {
    expect(lex({ root: ['x', [/a/, 'k']], x: [[/(?=a)/, '', 'root']] }, 'a')).toBe('k:a');
  });
  it('begins again at root when all states are left', () => {
    expect(lex({ root: [[/a/, 'k', popTimes(3)]] }, 'aa')).toBe('k:aa');
  });
  it('makes states that depend on the code', () => {
    const grow = (name: string) =>
      name === 'until !'
        ? ([
            [/!/, 'p', pop],
            [/[^!]+/, 's'],
          ] as const)
        : undefined;
    expect(lex({ root: [[/a/, 'k', 'until !']] }, 'ab!a', { grow })).toBe('k:a s:b p:! k:a');
  });
  it('refuses a state that does not exist', () => {
    expect(() => lex({ root: [[/a/, 'k', 'nowhere']] }, 'a')).toThrow('no state nowhere');
  });
  it('tries a guarded pattern again behind a character that the guard matches', () => {
    expect(
      lex(
        {
          root: [
            [guarded(re()`\p{L}+;`, re()`[^\p{L}]`), 'k'],
            [/[a-z]+/, 'n'],
          ],
        },
        '€a;',
      ),
    ).toBe('err:€ k:a;');
  });
  it('does not try a guarded pattern again before its guard', () => {
    const rule = guarded(/a+b/, /[^a]/);
    expect(
      lex(
        {
          root: [
            [rule, 'k'],
            [/a/, 'n'],
            [/./, 'o'],
          ],
        },
        'aa-aab',
      ),
    ).toBe('n:aa o:- k:aab');
  });
  it('tries a guarded pattern again behind a character that cannot begin it', () => {
    const rule = guarded(re()`[\p{L}]+=`, re()`[^\p{L}]`);
    expect(
      lex(
        {
          root: [
            [rule, 'k'],
            [/[^=]/, 'n'],
          ],
        },
        '\u00a0b=',
      ),
    ).toBe('n:\u00a0 k:b=');
  });
  it('keeps its state between texts until it is reset', () => {
    const lexer = defineLexer({
      tag: 'test',
      states: () => ({ root: [[/a/, 'k', 'b']], b: [[/a/, 'n']] }),
    }).start();
    expect(tokensOf(lexer, 'a')).toEqual([{ type: 'k', text: 'a' }]);
    expect(tokensOf(lexer, 'é').at(0)?.type).toBe('err');
    expect(tokensOf(lexer, 'a')).toEqual([{ type: 'n', text: 'a' }]);
    lexer.reset();
    expect(tokensOf(lexer, 'a')).toEqual([{ type: 'k', text: 'a' }]);
  });
});

describe('re', () => {
  it('puts patterns together as groups and strings as they are', () => {
    expect(re('i')`x${/a|b/}${'[cd]'}\s`.source).toBe('x(?:a|b)[cd]\\s');
    expect(re('i')`a`.flags).toBe('i');
  });
});
