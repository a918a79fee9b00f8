import { describe, expect, it } from 'vitest';
import { plainValues } from '../../../../src/engines/sass/compile/plain-values.ts';
import { shiftMappings } from '../../../../src/engines/sass/compile/shift-mappings.ts';

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
    const plain = plainValues(css, false);
    expect(plain.css).toBe(expected);
    expect(plain.shifts).toHaveLength(css.length - expected.length);
  });

  it('say where characters were taken out', () => {
    expect(plainValues('a{b:"\\+"}\n\nc{d:"x\\!\\?"}', false).shifts).toEqual([
      { line: 0, column: 5, by: -1 },
      { line: 2, column: 6, by: -1 },
      { line: 2, column: 8, by: -1 },
    ]);
  });

  it('are found in time that grows with the text', () => {
    for (const hostile of ['/*', '"', "'", '"\\', '\\+"', 'a', 'url(', '/**', 'rgb(', 'rgba(1.5']) {
      const css = hostile.repeat(200_000);
      expect(plainValues(`"\\+"${css}`, false).css.length).toBeGreaterThan(0);
    }
  });
});

describe('the colours of compiled CSS', () => {
  // What sassc 2.4.0 printed of the expressions that Dart Sass computed these of.
  it.each([
    ['rgb(76.5, 0, 178.5)', '#4d00b3', '#4d00b3'],
    ['rgb(254.49, 0, 0)', '#fe0000', '#fe0000'],
    ['rgb(.6,28.2,59.4)', '#011c3b', '#011c3b'],
    ['rgb(0, 0, 0.5)', '#000001', '#000001'],
    ['rgb(254.5, 50.6, 51.2)', '#ff3333', '#f33'],
    ['rgba(1.5, 2.5, 3.49, 0.5)', 'rgba(2, 3, 3, 0.5)', 'rgba(2,3,3,0.5)'],
    ['rgba(17.9296875, 0, 237.0703125, 0.79)', 'rgba(18, 0, 237, 0.79)', 'rgba(18,0,237,0.79)'],
  ])('%s is written as %s', (color, expanded, compressed) => {
    expect(plainValues(`a{b:1px solid ${color}}`, false).css).toBe(`a{b:1px solid ${expanded}}`);
    expect(plainValues(`a{b:1px solid ${color}}`, true).css).toBe(`a{b:1px solid ${compressed}}`);
  });

  it.each([
    'a{b:rgb(1,2,3)}',
    'a{b:rgba(1, 2, 3, .5)}',
    'a{b:rgba(1,2,3,0.25)}',
    'a{b:"rgb(1.5, 2, 3)"}',
    '/* rgb(1.5, 2, 3) */',
    'a{b:rgb(1.5 2 3/.5)}',
    'a{b:rgb(var(--c), 1.5)}',
    'a{b:xrgb(1.5, 2, 3)}',
  ])('%s stays as it is', (css) => {
    expect(plainValues(css, true)).toEqual({ css, shifts: [] });
  });

  it('say by how much a line has changed', () => {
    const { css, shifts } = plainValues('a {\n  b: rgb(1.5, 2, 3) "\\+" rgb(4.5, 5, 6);\n}', false);
    expect(css).toBe('a {\n  b: #020203 "+" #050506;\n}');
    expect(shifts).toEqual([
      { line: 1, column: 5, by: -7 },
      { line: 1, column: 21, by: -1 },
      { line: 1, column: 25, by: -7 },
    ]);
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
