/**
 * Hostile input takes time by its length, not by its square: sixteen times the length takes sixteen times as much, with much
 * to spare for garbage and a busy machine, where a quadratic rule takes 256 times as much.
 */

import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bundleScript } from '../support/bundled-script.ts';
import { GROWTH_FLAGS, MOST_GROWTH, MOST_WHOLE_GROWTH } from '../support/growth.ts';
import { suites } from './suites.ts';

/** `HASTIE_GROWTH=whole` has texts up to 512,000 characters measured, which takes an hour. */
const IS_WHOLE = process.env.HASTIE_GROWTH === 'whole';

let folder: string;
let growths: Readonly<Record<string, Readonly<Record<string, number>>>>;
beforeAll(
  async () => {
    folder = mkdtempSync(join(tmpdir(), 'growth-'));
    const script = await bundleScript('growth-process', folder);
    const whole = IS_WHOLE ? ['whole'] : [];
    const { stdout } = await promisify(execFile)(process.execPath, [...GROWTH_FLAGS, script, ...whole], {
      maxBuffer: 1 << 24,
    });
    growths = JSON.parse(stdout);
  },
  IS_WHOLE ? 7_200_000 : 600_000,
);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const tooMuch = (suite: string): readonly string[] =>
  Object.entries(growths[suite] ?? {})
    .filter(([, growth]) => growth > (IS_WHOLE ? MOST_WHOLE_GROWTH : MOST_GROWTH))
    .map(([name, growth]) => `${name}: ${growth}`);

describe('the measuring', () => {
  test('takes a linear rule for linear', () => {
    expect(growths.planted?.linear).toBeLessThanOrEqual(MOST_GROWTH);
  });

  test('finds a quadratic rule beside the work of an engine', () => {
    expect(growths.planted?.quadratic).toBeGreaterThan(MOST_GROWTH);
  });
});

test.each(Object.entries(suites))('hostile input of %s takes time by its length', (suite, { families }) => {
  expect(Object.keys(growths[suite] ?? {})).toEqual(Object.keys(families));
  expect(tooMuch(suite)).toEqual([]);
});

test('hostile code that is left to highlight.js takes time by its length', () => {
  expect(Object.keys(growths['code for highlight.js'] ?? {}).length).toBeGreaterThan(200);
  expect(tooMuch('code for highlight.js')).toEqual([]);
});

test('hostile code takes time by its length', () => {
  expect(Object.keys(growths.code ?? {}).length).toBeGreaterThan(1000);
  expect(tooMuch('code')).toEqual([]);
});
