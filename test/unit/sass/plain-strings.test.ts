import { describe, expect, it } from 'vitest';
import { plainStrings } from '../../../src/sass/plain-strings.ts';
import { shiftMappings } from '../../../src/sass/shift-mappings.ts';

describe('the strings of compiled CSS', () => {
  it.each([
    ['a{content:"\\+"}', 'a{content:"+"}'],
    ["a{content:'\\+\\$'}", "a{content:'+$'}"],
    ['a{content:"\\\\+"}', 'a{content:"\\\\+"}'],
    ['a{content:"\\2b"}', 'a{content:"\\2b"}'],
    ['a{content:"\\30 \\+"}', 'a{content:"\\30 +"}'],
    ['a{content:"\\"\\+\\""}', 'a{content:"\\"+\\""}'],
    ['a{content:"<\\/style>"}', 'a{content:"<\\/style>"}'],
    ['a{content:"\\ \\g\\é"}', 'a{content:"\\ \\g\\é"}'],
    ['.a\\+b{c:"\\!"}', '.a\\+b{c:"!"}'],
    ['.a\\"b\\+c{d:e}', '.a\\"b\\+c{d:e}'],
    ['/* "\\+ */a{b:"\\+"}/* \' */', '/* "\\+ */a{b:"+"}/* \' */'],
    ['a{b:url(/*"\\+)}c{d:"\\+"}', 'a{b:url(/*"\\+)}c{d:"\\+"}'],
    ['a{b:"\\+', 'a{b:"+'],
    ['a{b:"\\', 'a{b:"\\'],
  ])('%s are written as %s', (css, expected) => {
    const plain = plainStrings(css);
    expect(plain.css).toBe(expected);
    expect(plain.shifts).toHaveLength(css.length - expected.length);
  });

  it('say where characters were taken out', () => {
    expect(plainStrings('a{b:"\\+"}\n\nc{d:"x\\!\\?"}').shifts).toEqual([
      { line: 0, column: 5, by: -1 },
      { line: 2, column: 6, by: -1 },
      { line: 2, column: 8, by: -1 },
    ]);
  });

  it('are found in time that grows with the text', () => {
    for (const hostile of ['/*', '"', "'", '"\\', '\\+"', 'a', 'url(', '/**']) {
      const css = hostile.repeat(200_000);
      expect(plainStrings(`"\\+"${css}`).css.length).toBeGreaterThan(0);
    }
  });
});

describe('the mappings of a source map', () => {
  it('follow what was taken out and put in', () => {
    // Columns 0, 5, 20 and 0, 3.
    expect(shiftMappings('AAAA,KAAC,eAAE;AACA,GAAG', [{ line: 0, column: 7, by: -1 }])).toBe(
      'AAAA,KAAC,cAAE;AACA,GAAG',
    );
    expect(shiftMappings('AAAA,KAAC,eAAE;AACA,GAAG', [{ line: 1, column: 0, by: 16 }])).toBe(
      'AAAA,KAAC,eAAE;AACA,mBAAG',
    );
    expect(shiftMappings('AAAA,KAAC', [])).toBe('AAAA,KAAC');
    expect(
      shiftMappings('AAAA;;', [
        { line: 2, column: 0, by: -1 },
        { line: 9, column: 0, by: -1 },
      ]),
    ).toBe('AAAA;;');
  });
});
