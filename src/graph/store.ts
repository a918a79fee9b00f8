/**
 * What earlier builds have made, with everything that each result was made from. A reading is a node with the
 * fingerprint that it had; the same one is kept once however many results rest on it.
 */

import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { createReadings, type Reading, type Readings } from './readings.ts';
import type { TaskResult } from './tasks.ts';

/** What is kept of a task. */
export interface StoredTask extends TaskResult {
  /** The fingerprint of what the task is about: the document itself. */
  readonly own: string;
  /** Numbers of readings, in the order in which they were made. */
  readonly readings: readonly number[] | Uint32Array;
  /** What was reported, each with the number of readings before it. */
  readonly told: readonly (readonly [at: number, diagnostic: Diagnostic])[];
  /** What tags were given to keep for others: cached includes. */
  readonly kept: readonly (readonly [key: string, text: string])[];
}

/** Everything in it is data, so that it can be written to disk and read again. */
export interface StoreData {
  /** The engines and settings that the results were made with. */
  readonly key: string;
  readonly readings: readonly Reading[];
  readonly tasks: ReadonlyMap<string, StoredTask>;
}

export const EMPTY_STORE: StoreData = { key: '', readings: [], tasks: new Map() };

/** Holds the store of a session from one build to the next. */
export interface Store {
  readonly data: StoreData;
  /** Those of `data`, to be added to. */
  readings(): Readings;
  /** Takes the results of a build. */
  keep(data: StoreData): void;
}

/** Readings that nothing rests on any more pile up to so many times those that there were after the last clearing. */
const MOST_GARBAGE = 2;
const FREE_GARBAGE = 10_000;

export function createStore(data: StoreData = EMPTY_STORE): Store {
  let current = data;
  let known: Readings | undefined;
  let cleared = data.readings.length;
  return {
    get data() {
      return current;
    },
    readings: () => (known?.list === current.readings ? known : (known = createReadings(current.readings))),
    keep(next) {
      current = next;
      if (next.readings.length < MOST_GARBAGE * cleared + FREE_GARBAGE) return;
      current = compact(next);
      cleared = current.readings.length;
    },
  };
}

/** A store without the readings that no task rests on. */
function compact(data: StoreData): StoreData {
  const numbers = new Map<number, number>();
  const readings: Reading[] = [];
  const tasks = new Map<string, StoredTask>();
  for (const [id, task] of data.tasks) {
    const own = Array.from(task.readings, (number) => {
      let found = numbers.get(number);
      if (found === undefined) {
        found = readings.length;
        numbers.set(number, found);
        readings.push(data.readings[number]!);
      }
      return found;
    });
    tasks.set(id, { ...task, readings: own });
  }
  return { ...data, readings, tasks };
}
