import { expect, test } from 'vitest';
import { parseYaml } from '../../../../src/engines/yaml/parse-yaml.ts';

test.each([
  ['"caf\\u00e9 \\ud83d\\ude00"', 'café 😀'],
  ['"\\uD83D\\uDE00\\uD83D\\uDE01."', '😀😁.'],
  ['"\\\\ud83d\\\\ude00"', '\\ud83d\\ude00'],
])('two escapes of a JSON file make one character: %s', (text, value) => {
  const read = parseYaml({ file: '_data/x.json', text });
  expect(read.diagnostics).toEqual([]);
  expect(read.value).toBe(value);
});

test.each([
  ['"a \\ud83d"', 4],
  ['"\\ude00\\ud83d"', 2],
  ['"\\ud83d\\u0041"', 2],
])('half of a character is an error at its own place: %s', (text, column) => {
  const { diagnostics } = parseYaml({ file: '_data/x.json', text });
  expect(diagnostics).toMatchObject([
    {
      code: 'yaml/bad-code-point',
      message: expect.stringContaining('half of a character'),
      place: { line: 1, column },
    },
  ]);
});

test('in other files libyaml’s rule holds: there is no such escape', () => {
  const { diagnostics } = parseYaml({ file: '_data/x.yml', text: 'a: "\\ud83d\\ude00"' });
  expect(diagnostics.map(({ code }) => code)).toEqual(['yaml/bad-code-point']);
});
