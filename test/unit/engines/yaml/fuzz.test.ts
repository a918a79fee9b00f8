/** Random texts and randomly damaged texts: any input gives a value or a diagnostic with a place. */

import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseYaml } from '../../../../src/engines/yaml/parse-yaml.ts';

const pieces = fc.constantFrom(
  ...[
    'a',
    ': ',
    ':',
    '- ',
    '-',
    '\n',
    '\n  ',
    '\t',
    ' ',
    '"',
    "'",
    '[',
    ']',
    '{',
    '}',
    ',',
    '#',
    ' #',
    '|',
    '>',
    '&a',
  ],
  ...[
    '*a',
    '!',
    '!!str ',
    '%',
    '@',
    '`',
    '?',
    '? ',
    '\\',
    '<<: ',
    '---\n',
    '...\n',
    '\r',
    '\u0085',
    '\u2028',
    '😀',
    '\0',
  ],
);
const recordedTexts = readFileSync(new URL('../../../cases/yaml/psych-fuzz.jsonl', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => (JSON.parse(line) as { yaml: string }).yaml);
const spoilt = fc
  .tuple(
    fc.constantFrom(...recordedTexts),
    fc.array(fc.tuple(fc.nat(400), fc.nat(6), pieces), { maxLength: 4 }),
  )
  .map(([text, edits]) =>
    edits.reduce((all, [at, cut, piece]) => {
      const from = at % (all.length + 1);
      return all.slice(0, from) + piece + all.slice(from + cut);
    }, text),
  );

function expectAnswer(text: string): void {
  const { diagnostics, value, placeOf } = parseYaml({ file: 'x', text });
  const lines = text.split(/\r\n?|\n/).length;
  for (const { code, severity, place } of diagnostics) {
    expect(code).toMatch(/^yaml\//);
    expect(place?.line).toBeGreaterThanOrEqual(1);
    expect(place?.line).toBeLessThanOrEqual(lines);
    if (severity === 'error') expect(value).toBeNull();
  }
  expect(placeOf(['a', 0]).line).toBeGreaterThanOrEqual(1);
}

describe('any text at all', () => {
  it('is answered when it is made of signs that mean something', () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), (signs) => expectAnswer(signs.join(''))),
      {
        numRuns: 3000,
        seed: 20260101,
      },
    );
  });

  it('is answered when it was good and has been spoilt', () => {
    fc.assert(fc.property(spoilt, expectAnswer), { numRuns: 3000, seed: 20260101 });
  });
});
