/**
 * Results of earlier builds, each with everything that it depends on. A reading is a node with the fingerprint that it
 * had; it is kept once however many results depend on it.
 */

import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { TimedText } from '../ruby/time/timed-text.ts';
import { type Reading, Readings } from './readings.ts';
import { TaskTable } from './task-id.ts';

export interface TaskResult {
  /** A document's text before its layouts. */
  readonly content: string | undefined;
  /** The fingerprint of the text, where others depend on it: of the content for its layouts, of an excerpt. */
  readonly print?: string;
  /** The finished text; undefined where there is none (an empty excerpt). */
  readonly output: string | undefined;
  /** What a page's writer has left open in it. */
  readonly timed: TimedText | undefined;
  /** A file of the destination that holds just the finished text. */
  readonly file?: KeptFile;
  /** Of a stylesheet, what there is besides its text: plain data. */
  readonly sheet?: unknown;
}

export interface KeptFile {
  readonly key: string;
  readonly stamp: string;
}

/** What is kept of a task. */
export interface StoredTask extends TaskResult {
  /** The fingerprint of what the task is about: the document itself. */
  readonly input: string;
  /** Numbers of readings, in the order in which they were made; renumbered when the store is compacted. */
  readings: readonly number[] | Uint32Array;
  /** What was reported, each with the number of readings before it. */
  readonly reported: readonly (readonly [at: number, diagnostic: Diagnostic])[];
  /** What templates have cached for others: the texts of cached includes. */
  readonly cached: readonly (readonly [key: string, text: string])[];
}

/** Everything in it is data, so that it can be written to disk and read again. */
export interface StoreData {
  /** The engines and settings that the results were made with. */
  readonly key: string;
  readonly readings: readonly Reading[];
  readonly tasks: TaskTable<StoredTask>;
}

/** Readings that no result depends on may grow to so many times those that there were after the last compaction. */
const MOST_GARBAGE = 2;
const FREE_GARBAGE = 10_000;

/** Holds the results from one build to the next. */
export class Store {
  #data: StoreData;
  #readings: Readings | undefined;
  #compacted: number;

  constructor(data: StoreData = { key: '', readings: [], tasks: new TaskTable() }) {
    this.#data = data;
    this.#compacted = data.readings.length;
  }

  get data(): StoreData {
    return this.#data;
  }

  /** Those of `data`, to be added to. */
  readings(): Readings {
    if (this.#readings?.list !== this.#data.readings) this.#readings = new Readings(this.#data.readings);
    return this.#readings!;
  }

  /** Takes the results of a build. */
  keep(data: StoreData): void {
    this.#data = data;
    if (data.readings.length < MOST_GARBAGE * this.#compacted + FREE_GARBAGE) return;
    this.#data = compact(data);
    this.#compacted = this.#data.readings.length;
  }
}

/** The same without the readings that no task depends on; the tasks are renumbered where they are. */
function compact(data: StoreData): StoreData {
  const numbers = new Map<number, number>();
  const readings: Reading[] = [];
  for (const [, task] of data.tasks.entries()) {
    task.readings = Array.from(task.readings, (number) => {
      let found = numbers.get(number);
      if (found === undefined) {
        found = readings.push(data.readings[number]!) - 1;
        numbers.set(number, found);
      }
      return found;
    });
  }
  return { ...data, readings };
}
