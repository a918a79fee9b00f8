/**
 * P15 and P19: what is built from what an earlier build has made, by bytes and by diagnostics, is a clean build's. A few random
 * edit scripts here, ten thousand in the long proof.
 */

import { expect, test } from 'vitest';
import { chanceOf } from '../proof/row.ts';
import { EditRuns } from '../proof/rows/edits.ts';

const SCRIPTS = 16;

test(`${SCRIPTS} edit scripts end with the bytes and the diagnostics of clean builds`, {
  timeout: 600_000,
}, async () => {
  const runs = new EditRuns();
  try {
    for (let number = 0; number < SCRIPTS; number++)
      expect(await runs.attempt(number, chanceOf(1, number)), `attempt ${number}`).toEqual([]);
    // a store that keeps nothing would pass as well
    expect(runs.reused).toBeGreaterThan(SCRIPTS * 5);
  } finally {
    runs.close();
  }
});
