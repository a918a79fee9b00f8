/** P13: a preview that rebuilds and rebuilds needs no more memory than it needed at first. `REBUILDS=500` for a long evening. */

import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bundleScript } from '../support/bundled-script.ts';

/** A whole number of tens. */
const REBUILDS = Number(process.env.REBUILDS ?? 40);
/** Of what is in use after the tenth rebuild. */
const MOST = 1.1;

let folder: string;
/** Bytes in use after every tenth rebuild. */
let heaps: readonly number[];
beforeAll(
  async () => {
    folder = mkdtempSync(join(tmpdir(), 'rebuilds-'));
    const script = await bundleScript('preview-process', folder);
    // V8's compiled code is in its heap, too, and grows as functions get hot: without its compilers what is left is ours
    const { stdout } = await promisify(execFile)(process.execPath, [
      '--expose-gc',
      '--no-opt',
      '--no-sparkplug',
      script,
      folder,
      String(REBUILDS),
    ]);
    heaps = JSON.parse(stdout);
  },
  60_000 + REBUILDS * 4_000,
);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test(`${REBUILDS} rebuilds were measured`, () => {
  expect(heaps).toHaveLength(REBUILDS / 10);
  expect(heaps.length).toBeGreaterThan(1);
});

test(`${REBUILDS} rebuilds leave the live heap within a tenth of what it was after ten`, () => {
  const [first = 0] = heaps;
  const last = heaps.at(-1) ?? 0;
  expect(last / first, heaps.join(' ')).toBeLessThanOrEqual(MOST);
});
