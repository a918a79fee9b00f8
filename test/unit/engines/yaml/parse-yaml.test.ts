/** What `parseYaml` keeps: order, types, places; and its limits. */

import { describe, expect, it } from 'vitest';
import { parseYaml } from '../../../../src/engines/yaml/parse-yaml.ts';
import { RubyFloat, RubyTime } from '../../../../src/ruby/values.ts';
import { recorded } from './recorded.ts';

function read(text: string, zone = 'UTC') {
  return parseYaml({ file: 'x', text }, { zone }).value;
}

function codesOf(text: string): string[] {
  return parseYaml({ file: 'x', text }).diagnostics.map(({ code }) => code);
}

describe('parseYaml', () => {
  it('keeps the order of keys, whole numbers among them', () => {
    expect([...(read('b: 1\n2022: 2\na: 3\n2021: 4') as Map<unknown, unknown>).keys()]).toEqual([
      'b',
      2022,
      'a',
      2021,
    ]);
  });

  it('keeps Floats apart from Integers, and big Integers exact', () => {
    expect(read('[1, 1.0, 9568810911513724267]')).toEqual([1, new RubyFloat(1), 9568810911513724267n]);
  });

  it.each([
    ['a b: c d', [['a b', 'c d']]],
    ['x: a b#c #d', [['x', 'a b#c']]],
    ['x: a b\n  c d\n\n  e f  g', [['x', 'a b c d\ne f  g']]],
    ['x: é f 1 g :h', [['x', 'é f 1 g :h']]],
    ['x: "a b  c\\n d\\te f "', [['x', 'a b  c\n d\te f ']]],
    ["x: 'a b ''c d'", [['x', "a b 'c d"]]],
    [
      '{a b: c d, e f: , g h}',
      [
        ['a b', 'c d'],
        ['e f', null],
        ['g h', null],
      ],
    ],
  ])('parts the words of %j as Psych does', (text, pairs) => {
    expect([...(read(text) as Map<unknown, unknown>)]).toEqual(pairs);
  });

  it.each(['x: a b :c d : e', 'x: a b:\n  c'])('finds the colon behind the words of %j', (text) => {
    expect(codesOf(text)).toHaveLength(1);
  });

  it('tells a time without a zone as a moment of UTC in the zone of the site', () => {
    const time = read('2020-01-02 10:00:00', 'Asia/Shanghai');
    expect(time).toBeInstanceOf(RubyTime);
    expect(time).toMatchObject({ epochMs: Date.UTC(2020, 0, 2, 10), offset: 28_800, zone: 'CST' });
  });

  it('keeps the offset of a time that has one', () => {
    expect(read('2020-01-02 10:00:00 +0530')).toMatchObject({
      epochMs: Date.UTC(2020, 0, 2, 4, 30),
      offset: 19_800,
    });
  });

  it('reads one document and leaves the rest alone', () => {
    expect(recorded(read('a: 1\n---\nb: : :'))).toEqual({ h: [['s:a', 'i:1']] });
  });

  it('gives nil for nothing', () => {
    expect(read('')).toBeNull();
    expect(read('# only a comment\n')).toBeNull();
  });

  it('takes names of JavaScript for ordinary keys', () => {
    const value = read('__proto__: {polluted: 1}\nconstructor: {prototype: {polluted: 1}}');
    expect([...(value as Map<unknown, unknown>).keys()]).toEqual(['__proto__', 'constructor']);
    expect('polluted' in {}).toBe(false);
  });

  it('finds the places of values and keys', () => {
    const yaml = parseYaml({ file: 'x', text: 'a:\n  - b: 1\n    c: two words\nempty:\n' });
    expect(yaml.placeOf(['a', 0, 'c'])).toEqual({ file: 'x', line: 3, column: 8, length: 9 });
    expect(yaml.placeOf(['a', 0, 'c'], 'key')).toEqual({ file: 'x', line: 3, column: 5, length: 1 });
    expect(yaml.placeOf(['empty'])).toMatchObject({ line: 4, column: 1 });
    expect(yaml.placeOf(['a', 0, 'missing'])).toMatchObject({ line: 2, column: 5 });
  });
});

describe('the limits of YAML', () => {
  const doubling = ['a: &a [x, x, x, x, x, x, x, x, x, x]'];
  for (const [here, above] of ['ba', 'cb', 'dc', 'ed', 'fe', 'gf'].map((pair) => pair.split('')))
    doubling.push(`${here}: &${here} [${Array(10).fill(`*${above}`).join(', ')}]`);

  it('are met by aliases that repeat aliases', () => {
    expect(codesOf(doubling.join('\n'))).toEqual(['yaml/too-large']);
    expect(codesOf(doubling.slice(0, 5).join('\n'))).toEqual([]);
  });

  it('are met by merges that repeat merges', () => {
    const keys = Array.from({ length: 5000 }, (_, i) => `k${i}: 1`).join(', ');
    const merges = Array.from({ length: 2500 }, (_, i) => `m${i}: {<<: *base}`).join('\n');
    expect(codesOf(`base: &base {${keys}}\n${merges}`)).toEqual(['yaml/too-large']);
  });

  it.each([
    ['brackets', '['.repeat(100_000)],
    ['braces', '{a: '.repeat(100_000)],
    ['hyphens', '- '.repeat(100_000)],
    ['indentation', Array.from({ length: 300 }, (_, i) => `${' '.repeat(i)}a:`).join('\n')],
    ['question marks', '? '.repeat(100_000)],
  ])('are met by %s without end', (_, text) => {
    const [diagnostic] = parseYaml({ file: 'x', text }).diagnostics;
    expect(diagnostic?.code).toBe('yaml/too-deep');
    expect(diagnostic?.place).toBeDefined();
  });

  it('take a hundred levels and no more', () => {
    expect(codesOf(`${'['.repeat(100)}${']'.repeat(100)}`)).toEqual([]);
    expect(codesOf(`${'['.repeat(101)}${']'.repeat(101)}`)).toEqual(['yaml/too-deep']);
  });
});
