/** P5: killed at any moment, a build leaves no torn file and no page missing that both sites have; the next build equals a clean one. */

import { afterAll, beforeAll, expect, test } from 'vitest';
import { isLasting, numberedBuild } from '../support/numbered-build.ts';
import { createWriters, readTree, type Writers } from '../support/writer-processes.ts';

/** More of them in the nightly run. */
const KILLS = Number(process.env.HASTIE_KILLS ?? 8);

let writers: Writers;
let site: string;
/** How many calls of a build change the disk. */
let calls: number;
beforeAll(async () => {
  writers = await createWriters();
  site = writers.site();
  await build(0);
  calls = await build(1);
}, 30_000);
afterAll(() => writers.close());

/** Builds undisturbed: the destination is build `number` and nothing else. Gives the calls that changed the disk. */
async function build(number: number): Promise<number> {
  const { status, said, calls: count = 0 } = await writers.start(site, number).ended;
  expect({ status, said }).toEqual({ status: 0, said: '' });
  const { files, own } = readTree(`${site}/dist`);
  expect(Object.fromEntries(files)).toEqual(numberedBuild(number));
  expect(own).toEqual([]);
  return count;
}

interface Left {
  /** Files that are as the build before has made them, and as the one that was killed has. */
  readonly old: number;
  readonly fresh: number;
  /** Temporary files and the lock. */
  readonly own: readonly string[];
}

/** What a build that was killed has left: each file is one of the two whole ones, and none that both builds have is missing. */
function examine(number: number, context: string): Left {
  const [before, after] = [numberedBuild(number - 1), numberedBuild(number)];
  const { files, own } = readTree(`${site}/dist`);
  let [old, fresh] = [0, 0];
  for (const [key, text] of files) {
    if (text === after[key]) fresh++;
    else if (text === before[key]) old++;
    else expect.fail(`${context}: ${key} is of neither build`);
  }
  const missing = Object.keys(after).filter((key) => isLasting(key) && !files.has(key));
  expect(missing, context).toEqual([]);
  return { old, fresh, own };
}

test(`${KILLS} builds killed in the midst of a call that changes the disk, from the first to the last`, {
  timeout: 60_000 + KILLS * 4_000,
}, async () => {
  expect(calls).toBeGreaterThan(KILLS);
  const left: Left[] = [];
  for (let kill = 0; kill < KILLS; kill++) {
    const number = 2 + kill * 2;
    const killAt = 1 + Math.floor((kill * (calls - 1)) / Math.max(1, KILLS - 1));
    const context = `killed in call ${killAt} of ${calls}`;
    const { status, signal } = await writers.start(site, number, { killAt }).ended;
    expect({ status, signal }, context).toEqual({ status: null, signal: 'SIGKILL' });
    left.push(examine(number, context));
    await build(number + 1);
  }
  // they were at work: with both sites on disk, and with a file of their own half written
  expect(left.some(({ old, fresh }) => old > 0 && fresh > 0)).toBe(true);
  expect(left.some(({ own }) => own.length > 0)).toBe(true);
});

test('builds killed from outside while they write', { timeout: 120_000 }, async () => {
  await build(1);
  const first = writers.start(site, 2);
  await first.begun;
  const began = performance.now();
  await first.ended;
  const writing = performance.now() - began;
  await build(3);
  const wanted = Math.ceil(KILLS / 4);
  let hits = 0;
  // a kill before the first call or after the last one proves nothing, and does not count
  for (let kill = 0; hits < wanted; kill++) {
    expect(kill, 'kills that hit no build while it was writing').toBeLessThan(wanted * 10);
    const number = 4 + kill * 2;
    const { child, begun, ended } = writers.start(site, number);
    const after = Math.random() * writing;
    await begun;
    await new Promise((resolve) => setTimeout(resolve, after));
    child.kill('SIGKILL');
    const { signal } = await ended;
    const { own } = examine(number, `killed after ${Math.round(after)} of ${Math.round(writing)} ms`);
    if (signal === 'SIGKILL' && own.length > 0) hits++;
    await build(number + 1);
  }
});
