import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { DiagnosticError } from '../../../../src/diagnostics/diagnostic.ts';
import { createLiquid } from '../../../../src/engines/liquid/engine.ts';
import { parseTime } from '../../../../src/ruby/time/parse-time.ts';
import { isHash, RubyDate, RubyRange, toRubyFloat, type Value } from '../../../../src/ruby/values.ts';
import { testHost, testNow } from './engine-for-tests.ts';

/** Templates made at random, with what Jekyll printed for each. */
interface RandomCases {
  readonly includes: Readonly<Record<string, string>>;
  readonly cases: readonly { template: string; context: unknown; expected?: string; error?: string }[];
}

const file = new URL('../../../cases/liquid/random.json', import.meta.url);
const { includes, cases } = JSON.parse(readFileSync(file, 'utf8')) as RandomCases;

/** Values that JSON lacks are written as `{ "$float": 1 }` and so on. */
function decode(data: unknown): Value {
  if (Array.isArray(data)) return data.map(decode);
  if (typeof data !== 'object' || data === null) return data as Value;
  const pairs = Object.entries(data);
  const [[kind, content] = ['', undefined]] = pairs;
  if (kind === '$float') return toRubyFloat(Number(content));
  if (kind === '$date') {
    const [year = 0, month = 1, day = 1] = String(content).split('-').map(Number);
    return new RubyDate(year, month, day);
  }
  if (kind === '$time') return parseTime(String(content), 'UTC', testNow);
  if (kind === '$range' && Array.isArray(content))
    return new RubyRange(Number(content[0]), Number(content[1]));
  if (kind === '$hash' && Array.isArray(content))
    return new Map((content as [unknown, unknown][]).map(([key, value]) => [decode(key), decode(value)]));
  return new Map(pairs.map(([key, value]) => [key, decode(value)]));
}

describe('random templates print what Jekyll prints', () => {
  const engine = createLiquid({ host: testHost({ includes }, () => {}) });
  it(`${cases.length} of them`, () => {
    for (const { template, context, expected } of cases) {
      const globals = decode(context);
      let output: string | undefined;
      try {
        output = engine.parse({ file: 'page', text: template, startLine: 1 }).render({
          globals: isHash(globals) ? globals : new Map(),
        });
      } catch (error) {
        expect(error).toBeInstanceOf(DiagnosticError);
      }
      expect(output, `${template} with ${JSON.stringify(context)}`).toBe(expected);
    }
  });
});
