/** The results of a build: those of earlier builds that it may take, and those that it leaves for later ones. */

import type { Readings } from './readings.ts';
import type { Store, StoredTask } from './store.ts';
import { type TaskId, TaskTable } from './task-id.ts';

export class Results {
  readonly readings: Readings;
  readonly #store: Store;
  readonly #key: string;
  readonly #before: TaskTable<StoredTask>;
  readonly #now = new TaskTable<StoredTask>();
  #isChanged: boolean;

  /** @param key what all results depend on; those of another key are not taken */
  constructor(store: Store, key: string) {
    this.readings = store.readings();
    this.#store = store;
    this.#key = key;
    const isSame = store.data.key === key;
    this.#before = isSame ? store.data.tasks : new TaskTable();
    this.#isChanged = !isSame && store.data.tasks.size > 0;
  }

  /** The result of an earlier build. */
  stored(task: TaskId): StoredTask | undefined {
    return this.#before.get(task);
  }

  /** Leaves a result for later builds. */
  keep(task: TaskId, result: StoredTask): void {
    if (this.#before.get(task) !== result) this.#isChanged = true;
    this.#now.set(task, result);
  }

  /** Leaves none. */
  clear(): void {
    this.#now.clear();
    this.#isChanged = true;
  }

  /** Puts what this build leaves into the store; where that is what was there, nothing has to be written to disk. */
  commit(): void {
    if (!this.#isChanged && this.#now.size === this.#before.size) return;
    this.#store.keep({ key: this.#key, readings: this.readings.list, tasks: this.#now });
  }
}
