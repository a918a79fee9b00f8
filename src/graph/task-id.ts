/** What a build does in steps that can be kept: the tasks, and tables by them. */

/** What a task makes of its document. */
export type TaskOf = 'page' | 'content' | 'excerpt' | 'stylesheet';

/** A value; two of the same fields are the same task. */
export interface TaskId {
  readonly of: TaskOf;
  /** The id of the document; of a stylesheet without one, the fingerprint of its text. */
  readonly document: string;
}

/** A map by tasks, in the order in which they were set. */
export class TaskTable<Item> {
  readonly #tables: Record<TaskOf, Map<string, Item>> = {
    page: new Map(),
    content: new Map(),
    excerpt: new Map(),
    stylesheet: new Map(),
  };

  get({ of, document }: TaskId): Item | undefined {
    return this.#tables[of].get(document);
  }

  set({ of, document }: TaskId, item: Item): void {
    this.#tables[of].set(document, item);
  }

  get size(): number {
    return Object.values(this.#tables).reduce((sum, table) => sum + table.size, 0);
  }

  *entries(): Generator<readonly [TaskId, Item]> {
    for (const of of Object.keys(this.#tables) as TaskOf[])
      for (const [document, item] of this.#tables[of]) yield [{ of, document }, item];
  }

  clear(): void {
    for (const table of Object.values(this.#tables)) table.clear();
  }
}
