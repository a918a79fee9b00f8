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
import { MOST_GROWTH } from '../support/growth.ts';
import { suites } from './suites.ts';

/** A collector that works in one thread and has room enough does the same for each text. */
const FLAGS = ['--single-threaded-gc', '--min-semi-space-size=256', '--max-semi-space-size=256'];

let folder: string;
let growths: Readonly<Record<string, Readonly<Record<string, number>>>>;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'growth-'));
  const script = await bundleScript('growth-process', folder);
  const { stdout } = await promisify(execFile)(process.execPath, [...FLAGS, script], {
    maxBuffer: 1 << 24,
  });
  growths = JSON.parse(stdout);
}, 600_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const tooMuch = (suite: string): readonly string[] =>
  Object.entries(growths[suite] ?? {})
    .filter(([, growth]) => growth > MOST_GROWTH)
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
