/** Where a literal ends: what Ruby's `"(\\.|.)*?"` and its like match. */
import { describe, expect, it } from 'vitest';
import { type LiteralOptions, literal } from '../../../../src/engines/highlight/lexing/literal.ts';

const matched = (open: string, text: string, options?: LiteralOptions) => {
  const end = literal(open, options).scan(text, 0, new Map());
  return end < 0 ? undefined : text.slice(0, end);
};

describe('a literal', () => {
  it.each([
    ['"a" "b"', '"a"'],
    ['"a\\"b" c', '"a\\"b"'],
    ['"a\\\\" "', '"a\\\\"'],
    ['"a\\"b\\"c', '"a\\"b\\"'],
    ['"a\n"', undefined],
    ['"a\\\n"', undefined],
    ['"a\\', undefined],
    ['a"', undefined],
  ])('on a line: %j is %j', (text, expected) => expect(matched('"', text)).toBe(expected));

  it.each([
    ['"a\\\nb" c', '"a\\\nb"'],
    ['"a\\\\\nb" c', '"a\\\\\nb"'],
    ['"a\\"\nb"', '"a\\"'],
    ['"a\nb"', undefined],
  ])('on escaped lines: %j is %j', (text, expected) =>
    expect(matched('"', text, { within: 'escaped lines' })).toBe(expected),
  );

  it.each([
    ['$/a\n$$ $/$ b/$ c', '$/a\n$$ $/$ b/$'],
    ['$/a $/$', '$/a $/$'],
    ['$/a', undefined],
  ])('in a text, with marks of its own: %j is %j', (text, expected) =>
    expect(matched('$/', text, { close: '/$', escapedBy: '$', within: 'text' })).toBe(expected),
  );

  it('is not looked for again where there is no end', () => {
    const scanner = literal('"', { within: 'text' });
    const seen = new Map();
    expect(scanner.scan('a"b', 1, seen)).toBe(-1);
    expect(seen.get(scanner)).toMatchObject({ from: 1, found: 3 });
  });
});
