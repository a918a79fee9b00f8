import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { DiagnosticError } from '../../../src/diagnostics/diagnostic.ts';
import { createLiquid } from '../../../src/engines/liquid/engine.ts';
import { toHash } from '../../../src/ruby/from-json.ts';
import { testHost } from '../../unit/engines/liquid/engine-for-tests.ts';

/** How many templates; the seed is fixed, so that a failure can be had again. */
const count = 4000;
const seed = 20_240_305;

function randomNumbers(start: number): () => number {
  let state = start >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const pieces = [
  ...[
    '{%',
    '%}',
    '{{',
    '}}',
    '{%-',
    '-%}',
    '|',
    ':',
    '"',
    "'",
    '(',
    ')',
    '..',
    '[',
    ']',
    '{',
    '}',
    '%',
    '\n',
    ' ',
    '\0',
    '\ud800',
  ],
  ...[
    'endif',
    'if',
    'for',
    'in',
    'raw',
    'endraw',
    'comment',
    'liquid',
    'case',
    'when',
    'else',
    'assign x =',
    'include a.html',
  ],
  ...[
    '1',
    '99999999999',
    '-',
    '🔥',
    '| times: 9',
    '| split: ""',
    '| where_exp: "i", "i"',
    '| date: "%s"',
    '| sort',
    '| jsonify',
  ],
];

const corpus = ['jekyll', 'lax'].flatMap((name) => {
  const text = readFileSync(new URL(`../../cases/liquid/${name}.json`, import.meta.url), 'utf8');
  return (JSON.parse(text) as { cases: { template: string }[] }).cases.map(({ template }) => template);
});

function mutated(template: string, random: () => number): string {
  let text = template;
  for (let i = Math.floor(random() * 6); i >= 0; i--) {
    const at = Math.floor(random() * (text.length + 1));
    const kind = random();
    if (kind < 0.45)
      text = text.slice(0, at) + pieces[Math.floor(random() * pieces.length)]! + text.slice(at);
    else if (kind < 0.7) text = text.slice(0, at) + text.slice(at + Math.floor(random() * 8));
    else if (kind < 0.85)
      text = text.slice(0, at) + corpus[Math.floor(random() * corpus.length)]!.slice(at % 10);
    else text += text.slice(0, at);
  }
  return text.slice(0, 4000);
}

describe('random templates', () => {
  it('throw nothing but diagnostics, each with a place and a hint, and stay within their limits', () => {
    const random = randomNumbers(seed);
    const includes = { 'a.html': '{{ x }}{% include a.html %}', 'plain.html': 'PLAIN' };
    const host = testHost(
      { includes, relatives: includes, host: { clock: { now: 0, elapsed: () => performance.now() } } },
      () => {},
    );
    const limits = { renderMs: 2000, output: 1_000_000, text: 1_000_000, items: 100_000, list: 100_000 };
    const engines = (['lax', 'warn', 'strict'] as const).map((errorMode) =>
      createLiquid({
        host,
        errorMode,
        limits,
        strictFilters: errorMode === 'strict',
        strictVariables: errorMode === 'strict',
      }),
    );
    const globals = toHash({ x: 'abc', y: [3, 1, 2], page: { a: 1, l: [{ k: 2 }, { k: 1 }, {}] } });
    for (let i = 0; i < count; i++) {
      const text = mutated(corpus[Math.floor(random() * corpus.length)]!, random);
      try {
        const page = engines[i % 3]!.parse({ file: `f${i % 50}`, text, startLine: 1 }).render({ globals });
        expect(page.length).toBeLessThanOrEqual(limits.output);
      } catch (error) {
        if (!(error instanceof DiagnosticError))
          throw new Error(`template ${i}: ${JSON.stringify(text)}`, { cause: error });
        for (const { place, hint, code } of error.diagnostics) {
          expect(place, text).toBeDefined();
          expect(hint, `${code} ${text}`).toBeDefined();
        }
      }
    }
  });
});
