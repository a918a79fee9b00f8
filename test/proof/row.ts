/** A row of the long proof: one promise, held against as many attempts as there is time for. */

import { type Chance, createChance } from '../support/edit-scripts.ts';

/** What went wrong in an attempt. */
export interface Failure {
  /** `no place`: all that is wrong is a diagnostic that names no place in a file. */
  readonly kind: 'broken' | 'no place' | 'hang' | 'crash';
  /** One line, the same for failures of one cause. */
  readonly what: string;
  /** The input, or whatever else helps. */
  readonly detail: string;
}

export interface Attempts {
  /** How many attempts make the whole row. */
  readonly full: number;
  /**
   * Attempt `number`, from 0: the same one for the same number and the same chances, whatever was attempted before. Gives what
   * went wrong.
   */
  attempt(number: number, chance: Chance): readonly Failure[] | Promise<readonly Failure[]>;
  close(): void | Promise<void>;
}

export interface Row {
  readonly name: string;
  /** The number of the promise in docs/PROMISES.md: `P1`. */
  readonly promise: string;
  /** What is counted: `hostile keys`. */
  readonly counted: string;
  /** How many of them an attempt is. */
  readonly each: number;
  /** The row's share of the time, compared with that of the others. */
  readonly weight: number;
  /** Milliseconds after which an attempt is taken for endless. */
  readonly limitMs: number;
  /** Flags of Node for the process in which the attempts run. */
  readonly flags: readonly string[];
  /** `seed` is that of the run, for what is chosen once. */
  open(seed: number): Promise<Attempts>;
}

/** The chances of an attempt: other ones for each seed and number. */
export function chanceOf(seed: number, number: number): Chance {
  const mixed = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(number + 1, 0xc2b2ae35);
  return createChance(mixed ^ (mixed >>> 15));
}

/** Runs the first attempts of a row in this process, for tests. */
export async function failuresOf(
  row: Row,
  { seed = 1, attempts }: { readonly seed?: number; readonly attempts: number },
): Promise<readonly string[]> {
  const opened = await row.open(seed);
  const found: string[] = [];
  try {
    for (let number = 0; number < Math.min(attempts, opened.full); number++) {
      for (const { kind, what, detail } of await opened.attempt(number, chanceOf(seed, number)))
        found.push(`attempt ${number}, ${kind}: ${what}\n${detail}`);
    }
  } finally {
    await opened.close();
  }
  return found;
}

export const broken = (what: string, detail = ''): Failure => ({ kind: 'broken', what, detail });
