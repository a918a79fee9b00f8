/**
 * What `increment` and `decrement` have counted so far in a build: it goes on from document to document in the order of
 * rendering, and templates see it as variables (ADR 0016).
 */

import { fingerprint } from '../../../base/hash.ts';
import type { Counters as LiquidCounters } from '../../../engines/liquid/context.ts';
import { fingerprintValue } from '../../../graph/fingerprint-value.ts';
import type { Resolvers } from '../../../graph/nodes.ts';
import type { Tracker } from '../../../graph/tracker.ts';
import type { Value } from '../../../ruby/values.ts';

export class Counters implements LiquidCounters {
  readonly #values = new Map<string, Value>();
  readonly #tracker: Tracker;

  constructor(tracker: Tracker) {
    this.#tracker = tracker;
  }

  /** A render begins: all of its names are looked for among those that were counted. */
  begin(): void {
    this.#tracker.read({ kind: 'counterNames' }, this.resolvers.counterNames);
  }

  get size(): number {
    return this.#values.size;
  }

  has(name: string): boolean {
    return this.#values.has(name);
  }

  get(name: string): Value {
    const value = this.#values.get(name);
    this.#tracker.read({ kind: 'counter', name }, () => fingerprintValue(value));
    return value;
  }

  /** Whoever counts is rendered in each build, so that all others find what they would find in a clean one. */
  set(name: string, value: Value): void {
    this.#tracker.forbidKeeping({ because: 'counts' });
    this.#values.set(name, value);
  }

  readonly resolvers = {
    counterNames: () => fingerprint([...this.#values.keys()].sort().join('\n')),
    counter: ({ name }) => fingerprintValue(this.#values.get(name)),
  } satisfies Resolvers<'counterNames' | 'counter'>;
}
