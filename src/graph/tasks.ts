/**
 * Runs the tasks of a build, or takes what an earlier build has made of them: a stored result is right if and only if
 * every reading that it rests on still has its fingerprint, looked at in the order in which they were made.
 */

import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Document } from '../model/document.ts';
import type { TimedText } from '../ruby/time/timed-text.ts';
import type { Store, StoredTask } from './store.ts';
import type { Tracker } from './track.ts';

export interface TaskResult {
  /** A document's text before its layouts. */
  readonly content: string | undefined;
  /** The fingerprint of the content, where its layouts are a task of their own. */
  readonly print?: string;
  /** The finished text; undefined where there is none (an empty excerpt). */
  readonly output: string | undefined;
  /** What a page's writer has left open in it. */
  readonly timed?: TimedText | undefined;
  /** A file of the destination that holds just the finished text. */
  readonly file?: KeptFile;
}

export interface KeptFile {
  readonly key: string;
  readonly stamp: string;
}

/** Why a document was rendered. */
export type Reason =
  | { readonly kind: 'new' }
  | { readonly kind: 'changed' }
  | { readonly kind: 'read'; readonly node: string };

export interface Rendered {
  readonly file: string;
  readonly reason: Reason;
  /** Why its result was not kept, where it was not. */
  readonly spoilt?: string;
}

export interface TaskPorts {
  readonly store: Store;
  /** What all results rest on: engines, plugins, settings. */
  readonly key: string;
  readonly tracker: Tracker;
  /** The fingerprint of a node now; undefined where it can't be told. */
  readonly resolve: (node: string) => string | undefined;
  /** Whether a node, not one of the volatile, is known to be as the build before has seen it; absent where nothing is known. */
  readonly isStable?: ((node: string) => boolean) | undefined;
  /** Whether the node may change while documents are rendered. */
  readonly isVolatile: (node: string) => boolean;
  /** The document whose excerpt the node is; undefined for other nodes. */
  readonly excerptIn: (node: string) => Document | undefined;
  /** Makes an excerpt that failed fail again when it is asked for. */
  readonly forgetExcerpt: (document: Document) => void;
  /** Told what a result that holds has made of the time; absent where nobody asks. */
  readonly onTime?: ((node: string, fingerprint: string) => void) | undefined;
  /** Gives back what a result that holds has kept for others: a cached include. */
  readonly keep: (key: string, text: string) => void;
  readonly report: (diagnostic: Diagnostic) => void;
}

export interface Tasks {
  /** @param own the fingerprint of what the task is about */
  run(id: string, owner: Document, own: string | undefined, body: () => TaskResult): TaskResult;
  /** Where running tasks report. */
  report(diagnostic: Diagnostic): void;
  /** Reports what an excerpt had to say that was made while looking whether a result is right. */
  demanded(document: Document): void;
  /** Puts what was made into the store. */
  commit(): void;
  readonly rendered: readonly Rendered[];
  readonly reused: number;
}

const HOLDS = 1;
const FAILS = 2;

export function createTasks(ports: TaskPorts): Tasks {
  const { store, tracker } = ports;
  const before =
    store.data.key === ports.key ? store.data : { ...store.data, tasks: new Map<string, StoredTask>() };
  const tasks = new Map<string, StoredTask>();
  /** By number of a reading: whether it is known to hold. Made when generators have done with the site. */
  let verdicts: Uint8Array | undefined;
  const firstVerdicts = (): Uint8Array => {
    const known = new Uint8Array(tracker.readings.length);
    const { isStable } = ports;
    if (isStable !== undefined)
      for (const [number, { node }] of tracker.readings.entries()) if (isStable(node)) known[number] = HOLDS;
    return known;
  };
  const pending = new Map<Document, readonly Diagnostic[]>();
  const rendered: Rendered[] = [];
  let sink = ports.report;
  let reused = 0;
  let siteWide = false;

  /** The first node that is no longer what it was. */
  const findChange = (task: StoredTask): Reason | undefined => {
    verdicts ??= firstVerdicts();
    if (verdicts.length < tracker.readings.length) verdicts = lengthened(verdicts, tracker.readings.length);
    for (const number of task.readings) {
      const known = verdicts[number];
      if (known === HOLDS) continue;
      const { node, fingerprint } = tracker.readings[number]!;
      if (known === FAILS) return { kind: 'read', node };
      const same = now(node) === fingerprint;
      if (!ports.isVolatile(node)) verdicts[number] = same ? HOLDS : FAILS;
      if (!same) return { kind: 'read', node };
    }
    return undefined;
  };
  const now = (node: string): string | undefined => {
    const document = ports.excerptIn(node);
    if (document === undefined) return tracker.aside(() => ports.resolve(node));
    const told: Diagnostic[] = [];
    const outer = sink;
    sink = (diagnostic) => void told.push(diagnostic);
    try {
      const found = tracker.aside(() => ports.resolve(node));
      if (told.length > 0) pending.set(document, [...(pending.get(document) ?? []), ...told]);
      return found;
    } catch {
      // it is to fail where the page asks for it
      ports.forgetExcerpt(document);
      return undefined;
    } finally {
      sink = outer;
    }
  };
  const demanded = (document: Document): void => {
    const told = pending.get(document);
    if (told === undefined) return;
    pending.delete(document);
    for (const diagnostic of told) sink(diagnostic);
  };
  const { onTime } = ports;
  const times = new Set<number>();
  for (const [number, { node }] of onTime === undefined ? [] : tracker.readings.entries())
    if (/^[TN]$|^[tn]\0/.test(node)) times.add(number);
  const replay = (task: StoredTask): void => {
    for (const number of times.size > 0 ? task.readings : []) {
      if (!times.has(number)) continue;
      const { node, fingerprint } = tracker.readings[number]!;
      onTime?.(node, fingerprint);
    }
    let at = 0;
    const tellUpTo = (reading: number): void => {
      for (; at < task.told.length && task.told[at]![0] <= reading; at++) sink(task.told[at]![1]);
    };
    if (pending.size > 0) {
      for (let i = 0; i < task.readings.length; i++) {
        const number = task.readings[i]!;
        tellUpTo(i);
        const document = ports.excerptIn(tracker.readings[number]!.node);
        if (document !== undefined) demanded(document);
      }
    }
    tellUpTo(task.readings.length);
    for (const [key, text] of task.kept) ports.keep(key, text);
  };

  return {
    run(id, owner, own, body) {
      const stored = before.tasks.get(id);
      const reason: Reason | undefined =
        stored === undefined
          ? { kind: 'new' }
          : stored.own !== own
            ? { kind: 'changed' }
            : findChange(stored);
      if (stored !== undefined && reason === undefined) {
        replay(stored);
        tasks.set(id, stored);
        reused++;
        return stored;
      }
      const trace = tracker.begin(owner, id.startsWith('excerpt '));
      try {
        const result = body();
        if (own === undefined) trace.spoilt ??= 'holds what can not be compared';
        if (trace.spoilt === undefined && own !== undefined) {
          const { readings, told, kept } = trace;
          tasks.set(id, { own, readings, told, kept: [...kept], ...result });
        }
        return result;
      } catch (error) {
        trace.spoilt = 'failed';
        throw error;
      } finally {
        tracker.end(trace);
        rendered.push({
          file: id,
          reason: reason ?? { kind: 'new' },
          ...(trace.spoilt === undefined ? {} : { spoilt: trace.spoilt }),
        });
      }
    },
    report(diagnostic) {
      const trace = tracker.open.at(-1);
      const isRepeated = diagnostic.once !== undefined && trace?.toldOnce.has(diagnostic.once);
      if (diagnostic.once !== undefined) trace?.toldOnce.add(diagnostic.once);
      if (!isRepeated) trace?.told.push([trace.readings.length, diagnostic]);
      // told once for the whole site, by whoever comes first
      if (trace !== undefined && diagnostic.place === undefined) siteWide = true;
      sink(diagnostic);
    },
    demanded,
    commit() {
      if (siteWide) tasks.clear();
      const data = { key: ports.key, readings: tracker.readings, tasks };
      const same =
        rendered.every(({ spoilt }) => spoilt !== undefined) &&
        tasks.size === before.tasks.size &&
        store.data.key === ports.key;
      // nothing to write to disk
      if (!same) store.keep(data);
    },
    rendered,
    get reused() {
      return reused;
    },
  };
}

function lengthened(verdicts: Uint8Array, length: number): Uint8Array {
  const longer = new Uint8Array(Math.ceil(length * 1.5));
  longer.set(verdicts);
  return longer;
}
