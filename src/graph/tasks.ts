/**
 * Runs the tasks of a build, or takes what an earlier build has made of them: a stored result is right if and only if
 * every reading that it depends on still has its fingerprint, checked in the order in which they were made (ADR 0008).
 */

import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Document } from '../model/document.ts';
import { changesOf, type Node } from './nodes.ts';
import type { NotKept } from './not-kept.ts';
import type { Reading } from './readings.ts';
import type { Results } from './results.ts';
import type { StoredTask, TaskResult } from './store.ts';
import type { TaskId } from './task-id.ts';
import type { Trace, Tracker } from './tracker.ts';

/** Why a task was run. */
export type Reason =
  | { readonly kind: 'new' }
  | { readonly kind: 'changed' }
  | { readonly kind: 'read'; readonly node: Node };

export interface Rendered {
  readonly task: TaskId;
  readonly reason: Reason;
  /** Set where the result is not kept for later builds. */
  readonly notKept?: NotKept;
}

export interface TaskPorts {
  readonly results: Results;
  readonly tracker: Tracker;
  readonly resolve: (node: Node) => string | undefined;
  /** Whether a node is known to be as the build before saw it. */
  readonly isUnchanged: (node: Node) => boolean;
  /** Receives the readings of the time that stored results depend on. */
  readonly onTime: (reading: Reading) => void;
  /** Restores a text that a stored result had cached for others. */
  readonly restore: (key: string, text: string) => void;
}

const HOLDS = 1;
const FAILS = 2;

/** What a task recorded, while it ran or in an earlier build. */
type Account = Pick<StoredTask, 'readings' | 'reported' | 'cached'>;

export class Tasks {
  readonly rendered: Rendered[] = [];
  reused = 0;
  readonly #ports: TaskPorts;
  /** Excerpts whose diagnostics no page has asked for yet. */
  readonly #unreported = new Map<string, Account>();
  /** By number of a reading: whether it is known to hold. Made when generators have done with the site. */
  #verdicts: Uint8Array | undefined;

  constructor(ports: TaskPorts) {
    this.#ports = ports;
  }

  /** @param input the fingerprint of what the task is about; undefined where it can't be compared */
  run(task: TaskId, document: Document, input: string | undefined, body: () => TaskResult): TaskResult {
    const { tracker, results } = this.#ports;
    const stored = results.stored(task);
    const reason = this.#reasonToRun(stored, input);
    if (stored !== undefined && reason === undefined) {
      results.keep(task, stored);
      this.reused++;
      this.#finish(task, stored);
      return stored;
    }
    const trace = tracker.begin(task, document);
    try {
      const result = body();
      if (input === undefined) trace.notKept ??= { because: 'is incomparable' };
      if (trace.notKept === undefined && input !== undefined)
        results.keep(task, { ...result, input, ...accountOf(trace), cached: [...trace.cached] });
      return result;
    } catch (error) {
      trace.notKept = { because: 'failed' };
      throw error;
    } finally {
      tracker.end(trace);
      if (task.of === 'excerpt') this.#unreported.set(task.document, { ...accountOf(trace), cached: [] });
      const { notKept } = trace;
      this.rendered.push({
        task,
        reason: reason ?? { kind: 'new' },
        ...(notKept === undefined ? {} : { notKept }),
      });
    }
  }

  /** Reports what an excerpt reported when it was rendered, once a build: a page shows it. */
  reportExcerpt(document: Document): void {
    // an excerpt within an excerpt is reported by whoever shows the outer one
    if (this.#ports.tracker.open.at(-1)?.task.of === 'excerpt') return;
    this.#reportExcerpt(document.id);
  }

  /** Ends the build: its results go to the store. */
  commit(): void {
    const { results, tracker } = this.#ports;
    if (tracker.reportedSiteWide) results.clear();
    results.commit();
  }

  #reasonToRun(stored: StoredTask | undefined, input: string | undefined): Reason | undefined {
    if (stored === undefined) return { kind: 'new' };
    if (stored.input !== input) return { kind: 'changed' };
    const node = this.#firstChange(stored);
    return node && { kind: 'read', node };
  }

  /** The first node that is no longer what it was. */
  #firstChange(task: StoredTask): Node | undefined {
    const { list } = this.#ports.tracker.readings;
    const verdicts = this.#verdictsFor(list);
    for (const number of task.readings) {
      const known = verdicts[number];
      if (known === HOLDS) continue;
      const { node, fingerprint } = list[number]!;
      if (known === FAILS) return node;
      const isSame = this.#resolve(node) === fingerprint;
      if (changesOf(node) !== 'in turn') this.#verdictsFor(list)[number] = isSame ? HOLDS : FAILS;
      if (!isSame) return node;
    }
    return undefined;
  }

  #verdictsFor(readings: readonly Reading[]): Uint8Array {
    if (this.#verdicts === undefined) {
      const { isUnchanged } = this.#ports;
      this.#verdicts = Uint8Array.from(readings, ({ node }) => (isUnchanged(node) ? HOLDS : 0));
    } else if (this.#verdicts.length < readings.length) {
      const longer = new Uint8Array(Math.ceil(readings.length * 1.5));
      longer.set(this.#verdicts);
      this.#verdicts = longer;
    }
    return this.#verdicts;
  }

  #resolve(node: Node): string | undefined {
    const { tracker, resolve } = this.#ports;
    try {
      return tracker.untracked(() => resolve(node));
    } catch (error) {
      // an excerpt that fails does so again for the page that asks for it
      if (node.kind === 'excerpt') return undefined;
      throw error;
    }
  }

  /** Does what a stored task did besides its result. */
  #finish(task: TaskId, stored: StoredTask): void {
    const { tracker, onTime, restore } = this.#ports;
    for (const number of stored.readings) {
      const reading = tracker.readings.list[number]!;
      if (changesOf(reading.node) === 'with time') onTime(reading);
    }
    if (task.of === 'excerpt') this.#unreported.set(task.document, stored);
    else this.#reportAll(stored);
    for (const [key, text] of stored.cached) restore(key, text);
  }

  #reportExcerpt(id: string): void {
    const account = this.#unreported.get(id);
    if (account === undefined) return;
    this.#unreported.delete(id);
    this.#reportAll(account);
  }

  /** Reports in the order of the first time, excerpts where they were shown. */
  #reportAll({ readings, reported }: Account): void {
    const { list } = this.#ports.tracker.readings;
    let next = 0;
    const reportUpTo = (at: number): void => {
      for (; next < reported.length && reported[next]![0] <= at; next++) this.#report(reported[next]![1]);
    };
    if (this.#unreported.size > 0) {
      for (const [at, number] of readings.entries()) {
        reportUpTo(at);
        const { node } = list[number]!;
        if (node.kind === 'excerpt') this.#reportExcerpt(node.document);
      }
    }
    reportUpTo(readings.length);
  }

  #report(diagnostic: Diagnostic): void {
    this.#ports.tracker.forward(diagnostic);
  }
}

function accountOf({ readings, reported }: Trace): Pick<StoredTask, 'readings' | 'reported'> {
  return { readings, reported };
}
