/** P14: after any burst of changes the preview equals a clean build, with and without file events. A hundred storms in the long proof. */

import { afterAll, beforeAll, expect, test } from 'vitest';
import { StormySite } from '../proof/rows/storms.ts';

const STORMS = 2;

let site: StormySite;
beforeAll(async () => {
  site = await StormySite.start();
}, 60_000);
afterAll(() => site.close(), 120_000);

test.each(Array.from({ length: STORMS }, (_, number) => number))(
  'storm %i',
  { timeout: 180_000 },
  async (number) => {
    expect(await site.attempt(number)).toEqual([]);
  },
);

test('were a handful of builds, not thousands', () => {
  expect(site.builds).toBeLessThanOrEqual(STORMS * 12);
});
