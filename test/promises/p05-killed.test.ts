/** P5: killed at any moment, a build leaves no torn file and no page missing that both sites have; the next build equals a clean one. */

import { afterAll, beforeAll, expect, test } from 'vitest';
import { KilledSite, type Left } from '../proof/rows/kills.ts';

/** A thousand in the long proof. */
const KILLS = 8;

let site: KilledSite;
/** How many calls of a build change the disk. */
let calls: number;
beforeAll(async () => {
  site = await KilledSite.create();
  await build();
  calls = await build();
}, 30_000);
afterAll(() => site.writers.close());

async function build(): Promise<number> {
  const built = await site.build();
  expect(built.failures).toEqual([]);
  return built.calls;
}

test(`${KILLS} builds killed in the midst of a call that changes the disk, from the first to the last`, {
  timeout: 60_000 + KILLS * 4_000,
}, async () => {
  expect(calls).toBeGreaterThan(KILLS);
  const left: Left[] = [];
  for (let kill = 0; kill < KILLS; kill++) {
    const killAt = 1 + Math.floor((kill * (calls - 1)) / (KILLS - 1));
    const found = await site.killAt(killAt);
    expect(found.failures, `killed in call ${killAt} of ${calls}`).toEqual([]);
    left.push(found);
    await build();
  }
  // they were at work: with both sites on disk, and with a file of their own half written
  expect(left.some(({ old, fresh }) => old > 0 && fresh > 0)).toBe(true);
  expect(left.some(({ own }) => own.length > 0)).toBe(true);
});

test('builds killed from outside while they write', { timeout: 120_000 }, async () => {
  const wanted = KILLS / 4;
  let hits = 0;
  // a kill before the first call or after the last one proves nothing, and does not count
  for (let kill = 0; hits < wanted; kill++) {
    expect(kill, 'kills that hit no build while it was writing').toBeLessThan(wanted * 10);
    const after = Math.random() * 100;
    const { own, failures } = await site.killAfter(after);
    expect(failures, `killed after ${Math.round(after)} ms`).toEqual([]);
    if (own.length > 0) hits++;
    await build();
  }
});
