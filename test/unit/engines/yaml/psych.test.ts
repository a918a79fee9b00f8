/** Recorded: what Ruby's Psych made of 2,500 texts. Hastie's values must be the same, types included. */

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseYaml } from '../../../../src/engines/yaml/parse-yaml.ts';
import { recorded } from './recorded.ts';

interface Case {
  readonly yaml: string;
  readonly value?: unknown;
  readonly error?: true;
}

/** Where we read more kindly on purpose: texts that only look like numbers or symbols, and base64. */
const kinder = [/:["']/, /(?:^|[\s:,[])(?:0b_|0x_|\.e\+5)/, /!!binary|!ruby\/sym|!!float/, /!!str \{/];

function casesOf(name: string): Case[] {
  const text = readFileSync(new URL(`../../../cases/yaml/${name}`, import.meta.url), 'utf8');
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Case)
    .filter(({ yaml }) => !kinder.some((pattern) => pattern.test(yaml)));
}

describe('YAML as Psych reads it', () => {
  for (const name of ['psych-scalars.jsonl', 'psych-fuzz.jsonl'])
    it(`gives the values and refusals of ${name}`, () => {
      const cases = casesOf(name);
      expect(cases.length).toBeGreaterThan(600);
      for (const { yaml, value, error } of cases) {
        const read = parseYaml({ file: 'x', text: yaml });
        const isRefused = read.diagnostics.some(({ severity }) => severity === 'error');
        expect({ yaml, value: isRefused ? 'refused' : recorded(read.value) }).toEqual({
          yaml,
          value: error === true ? 'refused' : value,
        });
      }
    });

  it('reads symbols, and numbers that Ruby chokes on, as text', () => {
    const read = parseYaml({ file: 'x', text: 'a: :sym\nb: 0x_\nc: .e+5\nd: :"quoted"' });
    expect(recorded(read.value)).toEqual({
      h: [
        ['s:a', 's::sym'],
        ['s:b', 's:0x_'],
        ['s:c', 's:.e+5'],
        ['s:d', 's::"quoted"'],
      ],
    });
    expect(read.diagnostics).toEqual([]);
  });
});
