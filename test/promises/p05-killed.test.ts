/** P5: killed at any moment, a build leaves no torn file and no page missing that both sites have; the next build equals a clean one. */

import { afterAll, beforeAll, expect, test } from 'vitest';
import { isLasting, numberedBuild, numberOf } from '../support/numbered-build.ts';
import { createWriters, readTree, type Writers } from '../support/writer-processes.ts';

/** More of them in the nightly run. */
const KILLS = Number(process.env.HASTIE_KILLS ?? 12);

let writers: Writers;
beforeAll(async () => {
  writers = await createWriters();
});
afterAll(() => writers.close());

test(`${KILLS} builds killed at random moments`, { timeout: 60_000 + KILLS * 4_000 }, async () => {
  const site = writers.site();
  const began = Date.now();
  await writers.start(site, 1).ended;
  const whole = Date.now() - began;
  let cut = 0;
  for (let kill = 0; kill < KILLS; kill++) {
    const number = 2 + kill * 2;
    const { child, ended } = writers.start(site, number);
    const after = Math.random() * whole * 1.2;
    const timer = setTimeout(() => child.kill('SIGKILL'), after);
    const { status } = await ended;
    clearTimeout(timer);
    const { files, own } = readTree(`${site}/dist`);
    if (own.length > 0) cut++;
    const context = `kill ${kill} after ${Math.round(after)} of ${whole} ms, exit ${status}`;
    for (const [key, text] of files) expect(numberOf(text), `${context}: ${key}`).toBeDefined();
    for (const key of Object.keys(numberedBuild(number)).filter(isLasting))
      expect(files.has(key), `${context}: ${key}`).toBe(true);

    expect(await writers.start(site, number + 1).ended, context).toEqual({ status: 0, said: '' });
    const clean = new Map(Object.entries(numberedBuild(number + 1)).sort());
    const next = readTree(`${site}/dist`);
    expect([...next.files.keys()].sort(), context).toEqual([...clean.keys()]);
    for (const [key, text] of next.files) expect(text === clean.get(key), `${context}: ${key}`).toBe(true);
    expect(next.own, context).toEqual([]);
  }
  // Not all kills hit a writer at work; a run in which none did proves nothing but is not wrong.
  if (cut === 0) console.warn('no kill hit a build while it was writing');
});
