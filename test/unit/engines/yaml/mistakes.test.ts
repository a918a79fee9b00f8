/** Common mistakes in YAML: each has its code, its exact place and a hint. */

import { describe, expect, it } from 'vitest';
import { parseYaml } from '../../../../src/engines/yaml/parse-yaml.ts';

type Row = readonly [yaml: string, code: string, line: number, column: number];

const slips: readonly Row[] = [
  ['title: My page: a subtitle', 'yaml/unquoted-colon', 1, 15],
  ['title: it: "x" y', 'yaml/unquoted-colon', 1, 10],
  ['url: http://x.y: 80', 'yaml/unquoted-colon', 1, 16],
  ['tags: a, b: c', 'yaml/unquoted-colon', 1, 11],
  ['layout: x\ntitle: A: B\nlang: en', 'yaml/unquoted-colon', 2, 9],
  ['title: "My page\nauthor: me', 'yaml/unclosed-quote', 1, 8],
  ['a: "x\n  y\nb: c', 'yaml/unclosed-quote', 1, 4],
  ["title: 'it's me'", 'yaml/text-after-quote', 1, 12],
  ["a: 'don't'\nb: x", 'yaml/text-after-quote', 1, 9],
  ['x: "a" b', 'yaml/text-after-quote', 1, 8],
  ['a: "x", "y"', 'yaml/text-after-quote', 1, 7],
  ['a: "x"y"', 'yaml/text-after-quote', 1, 7],
  ['a:\n\tb: 1', 'yaml/tab', 2, 1],
  ['list:\n  - a\n\t- b', 'yaml/tab', 3, 1],
  ['text: |\n\tx', 'yaml/tab', 2, 1],
  ['a: 1\n b: 2', 'yaml/indentation', 2, 2],
  ['a:\n  b: 1\n c: 2', 'yaml/indentation', 3, 2],
  ['- a: 1\n   b: 2', 'yaml/indentation', 2, 4],
  ['- a\nb: c', 'yaml/indentation', 2, 1],
  ['tags: [a, b', 'yaml/unclosed-bracket', 1, 7],
  ['tags: [a, b\ntitle: x', 'yaml/unclosed-bracket', 1, 7],
  ['tags: {a: 1', 'yaml/unclosed-bracket', 1, 7],
  ['tags: [', 'yaml/unclosed-bracket', 1, 7],
  ['tags: [[a, b], {c: d},\n', 'yaml/unclosed-bracket', 1, 7],
  ['x: [a b: c, d e', 'yaml/unclosed-bracket', 1, 4],
  ['x: {a: b c: d}', 'yaml/missing-comma', 1, 11],
  ['x: [a: b: c]', 'yaml/missing-comma', 1, 9],
  ['author: @me', 'yaml/reserved-character', 1, 9],
  ['code: `x`', 'yaml/reserved-character', 1, 7],
  ['rate: %50', 'yaml/reserved-character', 1, 7],
  ['a: - b', 'yaml/stray-hyphen', 1, 4],
  ['a: b\n- c', 'yaml/stray-hyphen', 2, 1],
  ['layout: x\ntitle My page', 'yaml/missing-colon', 2, 1],
  ['title My page\nlayout: x', 'yaml/missing-colon', 1, 1],
  ['"a": 1\n"b" 2\nc: 3', 'yaml/missing-colon', 2, 1],
  ['layout: x\ntitle:My page\ndate: y', 'yaml/no-space-after-colon', 2, 6],
  ['title:My page\nlayout: x', 'yaml/no-space-after-colon', 1, 6],
  ['x: "a\\d"', 'yaml/bad-escape', 1, 6],
  ['x: "\\ud800"', 'yaml/bad-code-point', 1, 5],
  ['x: "\\U00110000"', 'yaml/bad-code-point', 1, 5],
  ['x: *bold* text', 'yaml/bad-anchor', 1, 4],
  ['x: & co', 'yaml/bad-anchor', 1, 4],
  ['img: ![a](b)', 'yaml/bad-tag', 1, 6],
  ['x: [a, , b]', 'yaml/no-value', 1, 8],
  ['a: }', 'yaml/no-value', 1, 4],
  ['a: ,b', 'yaml/no-value', 1, 4],
  ['a: [x](y)', 'yaml/text-after-value', 1, 7],
  ['a: [1, 2]]', 'yaml/stray-bracket', 1, 10],
  ['x: |text\n  y', 'yaml/block-header', 1, 4],
  ['x: > y', 'yaml/block-header', 1, 4],
  ['x: |0\n y', 'yaml/block-header', 1, 4],
  ['x: \u0007y', 'yaml/control-character', 1, 4],
  ['%foo', 'yaml/bad-directive', 1, 1],
  ['a: *nope\nb: &nop 1', 'yaml/unknown-alias', 1, 4],
  ['a: &x [*x]', 'yaml/cycle', 1, 8],
  ['a: !ruby/object:X {}', 'yaml/forbidden-tag', 1, 4],
  ['a: [b:, c]', 'yaml/colon-in-list', 1, 6],
  ['---\na: 1\n  b: 2\n', 'yaml/indentation', 3, 3],
  ['a: "x\n---\n"', 'yaml/unclosed-quote', 1, 4],
];

describe('a slip in YAML', () => {
  it.each(slips)('%j is %s in line %i, column %i, with a hint', (yaml, code, line, column) => {
    const { value, diagnostics } = parseYaml({ file: 'slip.yml', text: yaml });
    expect(value).toBeNull();
    expect(diagnostics).toHaveLength(1);
    expect(diagnostics[0]).toMatchObject({
      code,
      severity: 'error',
      place: { file: 'slip.yml', line, column },
    });
    expect(diagnostics[0]?.hint).not.toBe('');
    expect(diagnostics[0]?.hint).toBeDefined();
  });

  it.each([
    ['a: &anchor 1\nb: *ancor', 'did you mean `*anchor`? If it is text, put the value in quotes'],
    ['path: C: \\x', "put the value in quotes: `path: 'C: \\x'`"],
    [`title: it's: "x"`, 'put the value in quotes: `title: "it\'s: \\"x\\""`'],
  ])('in %j is answered with the line as it should be', (yaml, hint) => {
    expect(parseYaml({ file: 'x', text: yaml }).diagnostics[0]?.hint).toBe(hint);
  });

  it('is told at its place in the whole file when the YAML is a part of it', () => {
    const text = '---\ntitle: A: B\n---\n';
    const [slip] = parseYaml({ file: 'x', text }, { from: 4, to: text.length - 4 }).diagnostics;
    expect(slip?.place).toEqual({ file: 'x', line: 2, column: 9, length: 1 });
  });

  it('counts lines with Windows ends once', () => {
    expect(parseYaml({ file: 'x', text: 'a: 1\r\nb: @\r\n' }).diagnostics[0]?.place).toMatchObject({
      line: 2,
      column: 4,
    });
  });
});

describe('what Ruby reads without a word', () => {
  it('is warned of where a key is there twice, with both places', () => {
    const { value, diagnostics } = parseYaml({ file: 'x', text: 'a: 1\nb: 2\na: 3' });
    expect(value).toEqual(
      new Map([
        ['a', 3],
        ['b', 2],
      ]),
    );
    expect(diagnostics).toMatchObject([
      { code: 'yaml/duplicate-key', severity: 'warning', place: { line: 3, column: 1 } },
    ]);
    expect(diagnostics[0]?.message).toContain('line 1');
  });

  it.each([
    '1: a\n1: b',
    '2020-01-01: a\n2020-01-01: b',
    '1.0: a\n1.0: b',
    '[x]: a\n[x]: b',
    '~: a\nnull: b',
  ])('is warned of in %j, where keys are equal to Ruby', (yaml) => {
    const { value, diagnostics } = parseYaml({ file: 'x', text: yaml });
    expect([...(value as Map<unknown, unknown>).values()]).toEqual(['b']);
    expect(diagnostics.map(({ code }) => code)).toEqual(['yaml/duplicate-key']);
  });

  it('is not warned of where a merge brings a key that is written too', () => {
    const text = 'base: &base {a: 1}\nown:\n  <<: *base\n  a: 2';
    expect(parseYaml({ file: 'x', text }).diagnostics).toEqual([]);
  });

  it('is warned of where a tag means nothing, which runs nothing', () => {
    const { value, diagnostics } = parseYaml({ file: 'x', text: 'a: !!js/function "x"' });
    expect(value).toEqual(new Map([['a', 'x']]));
    expect(diagnostics).toMatchObject([{ code: 'yaml/unknown-tag', place: { line: 1, column: 4 } }]);
  });
});
