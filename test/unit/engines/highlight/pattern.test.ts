import { describe, expect, it } from 'vitest';
import { compilePattern, OTHER, runEnd } from '../../../../src/engines/highlight/lexing/pattern.ts';

/** What a pattern matches at an offset, by both of its forms (the ASCII one where the text allows it). */
function match(written: RegExp, text: string, at = 0): string | undefined {
  const pattern = compilePattern(written);
  const run = (sticky: RegExp) => {
    sticky.lastIndex = at;
    return sticky.exec(text)?.[0];
  };
  const unicode = run(pattern.unicode());
  if (!/[^\x00-\x7f]/.test(text)) expect(run(pattern.ascii())).toBe(unicode);
  return unicode;
}

const firsts = (written: RegExp) => {
  const { first } = compilePattern(written);
  return [...first.keys()]
    .filter((code) => first[code] === 1)
    .map((code) => (code === OTHER ? 'other' : String.fromCharCode(code)));
};

describe('patterns have the meaning they have in Ruby', () => {
  it('a dot stops at \\n alone', () => expect(match(/.*/, 'a\r\u2028b\nc')).toBe('a\r\u2028b'));
  it('with the flag s a dot stops nowhere', () => expect(match(/.*/s, 'a\nb')).toBe('a\nb'));
  it('a dollar sign stands before \\n and at the end', () => {
    expect(match(/a$/, 'a\nb')).toBe('a');
    expect(match(/a$/, 'a')).toBe('a');
    expect(match(/a$/, 'a\r')).toBeUndefined();
  });
  it('a leading ^ is left to the engine', () => {
    expect(compilePattern(/^a/).lineStart).toBe(true);
    expect(match(/^a/, 'xa', 1)).toBe('a');
  });
  it('^ inside stands behind \\n', () => expect(match(/a\n^b/, 'a\nb')).toBe('a\nb'));
  it('space is ASCII', () => {
    expect(match(/\s+/, ' \t\u00a0')).toBe(' \t');
    expect(match(/[^\S\n]+/, ' \u00a0')).toBe(' ');
    expect(match(/\S/, '\u00a0')).toBe('\u00a0');
  });
  it('words are ASCII, their boundaries are not', () => {
    expect(match(/\w+/, 'é')).toBeUndefined();
    expect(match(/a\b/, 'aé')).toBeUndefined();
    expect(match(/a\b/, 'a—')).toBe('a');
    expect(match(/a\B/, 'aé')).toBe('a');
  });
  it('a character is a code point', () => expect(match(/\\./, '\\😀x')).toBe('\\😀'));
  it('case is folded with the flag i', () => expect(match(/é[a-c]/i, 'ÉB')).toBe('ÉB'));
  it('groups, look-ahead and references stay', () => {
    expect(match(/(?:a|(b))(?=c)(?!d)/, 'bc')).toBe('b');
    expect(match(/(["'])x\1/, `'x'`)).toBe(`'x'`);
    expect(match(/a{2,3}?/, 'aaa')).toBe('aa');
  });
});

describe('a pattern that need not be run', () => {
  const texts = [
    ...Array.from({ length: 128 }, (_, code) => String.fromCharCode(code)),
    ...['aaa', 'aBc_9-x', ' \t\n x', 'x\ny', 'K9', 'ab"c', '\\n', '---', '_a b'],
  ];
  /** What the tables of characters say, where they suffice. */
  const byTable = (written: RegExp, text: string): string | undefined => {
    const { first, rest } = compilePattern(written);
    if (rest === undefined) throw new Error(`${written} has to be run`);
    return first[text.charCodeAt(0)] === 1 ? text.slice(0, runEnd(text, 1, rest)) : undefined;
  };
  const simple = [/x/, /x/i, /[a-c]/, /[^a-c]/i, /[\w-]/i, /\s/, /./, /./s, /a|[bc]|\d/, /(?:k)/i];
  const runs = [/\s+/, /[^"\\]+/, /[a-z]\w*/i, /[_$a-z]+/i, /(?:\d)+/, /-[^\n]*/, /\p{L}[\p{L}\p{N}]*/iu];
  it.each([...simple, ...runs])('%s is told by tables of characters', (written) => {
    for (const text of texts) expect([text, byTable(written, text)]).toEqual([text, match(written, text)]);
  });
  const others = [
    /ab/,
    /a*/,
    /a+b/,
    /a+?/,
    /a|bc/,
    /a(?=b)/,
    /(a)/,
    /a{2}/,
    /[\p{Lu}]/iu,
    /ab*c/,
    /ab*c*/,
    /\b/,
  ];
  it.each(others)('%s has to be run', (written) => expect(compilePattern(written).rest).toBeUndefined());
  it('what is empty matches everywhere', () => {
    expect(compilePattern(/(?:)/).isEmpty).toBe(true);
    expect(compilePattern(/a?/).isEmpty).toBe(false);
  });
});

describe('the first characters of a match', () => {
  it('are those of the alternatives', () => expect(firsts(/ab|[c-e]|\d/)).toEqual([...'0123456789acde']));
  it('go on behind what may be absent', () => expect(firsts(/a?b*c/)).toEqual(['a', 'b', 'c']));
  it('know both cases', () => expect(firsts(/x/i)).toEqual(['X', 'x']));
  it('are all when nothing need match', () => expect(firsts(/(?=a)/)).toHaveLength(OTHER + 1));
  it('know what lies beyond ASCII', () => {
    expect(firsts(/[\u00a1-\uffff]/)).toEqual(['other']);
    expect(firsts(/\p{L}/u)).toContain('other');
    expect(firsts(/[^\x00-\x7f]/)).toEqual(['other']);
  });
});

describe('what is no pattern is refused', () => {
  it('an unknown property', () => expect(() => compilePattern(/\p{Emoji}/u)).toThrow('property'));
});
