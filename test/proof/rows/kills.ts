/** P5: builds that are killed leave no torn file and no page missing that both sites have; the next build equals a clean one. */

import type { Chance } from '../../support/edit-scripts.ts';
import { isLasting, numberedBuild } from '../../support/numbered-build.ts';
import { createWriters, readTree, type Writers } from '../../support/writer-processes.ts';
import { type Attempts, broken, type Failure, type Row } from '../row.ts';

/** What a build that was killed has left. */
export interface Left {
  /** Files that are as the build before has made them, and as the one that was killed has. */
  readonly old: number;
  readonly fresh: number;
  /** Temporary files and the lock. */
  readonly own: readonly string[];
  readonly failures: readonly Failure[];
}

/** A site that is built again and again, each time with the next number. */
export class KilledSite {
  readonly writers: Writers;
  readonly #folder: string;
  #number = 0;

  private constructor(writers: Writers) {
    this.writers = writers;
    this.#folder = writers.site();
  }

  static async create(): Promise<KilledSite> {
    return new KilledSite(await createWriters());
  }

  /** Builds undisturbed: the destination is that build and nothing else. Gives the calls that changed the disk. */
  async build(): Promise<{ readonly calls: number; readonly failures: readonly Failure[] }> {
    const number = ++this.#number;
    const { status, said, calls = 0 } = await this.writers.start(this.#folder, number).ended;
    if (status !== 0 || said !== '')
      return { calls, failures: [broken(`a build ended with ${status}`, said)] };
    const { files, own } = readTree(`${this.#folder}/dist`);
    const wanted = Object.entries(numberedBuild(number));
    const isSame = files.size === wanted.length && wanted.every(([key, text]) => files.get(key) === text);
    const failures = [
      ...(isSame ? [] : [broken('a build is not what a clean one is')]),
      ...(own.length === 0 ? [] : [broken('a build left files of its own', own.join('\n'))]),
    ];
    return { calls, failures };
  }

  /** Kills the next build in the midst of a call that changes the disk, counted from 1. */
  async killAt(call: number): Promise<Left> {
    const { status, signal } = await this.writers.start(this.#folder, ++this.#number, { killAt: call }).ended;
    const left = this.#examine();
    // a build may be done in fewer calls than another one
    if ((status === null && signal === 'SIGKILL') || status === 0) return left;
    return { ...left, failures: [broken(`the build was not killed: ${signal ?? status}`)] };
  }

  /** Kills the next build from outside, so many milliseconds after it has begun to write. */
  async killAfter(ms: number): Promise<Left> {
    const { child, begun, ended } = this.writers.start(this.#folder, ++this.#number);
    await begun;
    await new Promise((resolve) => setTimeout(resolve, ms));
    child.kill('SIGKILL');
    await ended;
    return this.#examine();
  }

  /** Each file is one of the two whole ones, and none that both builds have is missing. */
  #examine(): Left {
    const [before, after] = [numberedBuild(this.#number - 1), numberedBuild(this.#number)];
    const { files, own } = readTree(`${this.#folder}/dist`);
    const failures: Failure[] = [];
    let [old, fresh] = [0, 0];
    for (const [key, text] of files) {
      if (text === after[key]) fresh++;
      else if (text === before[key]) old++;
      else failures.push(broken('a file is of neither build', key));
    }
    const missing = Object.keys(after).filter((key) => isLasting(key) && !files.has(key));
    if (missing.length > 0)
      failures.push(broken('pages are missing that both builds have', missing.join('\n')));
    return { old, fresh, own, failures };
  }
}

const FULL = 1_000;
/** A build of the site writes for about so long. */
const WRITING_MS = 150;

export const kills: Row = {
  name: 'kills',
  promise: 'P5',
  counted: 'builds killed',
  each: 1,
  weight: 20,
  limitMs: 60_000,
  flags: [],
  async open(): Promise<Attempts> {
    const site = await KilledSite.create();
    await site.build();
    const { calls } = await site.build();
    const kill = (number: number, chance: Chance): Promise<Left> =>
      // every fourth from outside, the others in the midst of one call after the other
      number % 4 === 3 ? site.killAfter(chance.number(WRITING_MS)) : site.killAt(1 + chance.number(calls));
    return {
      full: FULL,
      async attempt(number, chance) {
        const left = await kill(number, chance);
        const { failures } = await site.build();
        return [...left.failures, ...failures];
      },
      close: () => site.writers.close(),
    };
  },
};
