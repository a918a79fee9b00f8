/**
 * What `increment` and `decrement` have counted so far in a build: it goes on from document to document in the order of
 * rendering, and templates see it as variables (ADR 0016).
 */

import { fingerprint } from '../../base/hash.ts';
import type { Counters as LiquidCounters } from '../../engines/liquid/context.ts';
import { fingerprintValue } from '../../graph/fingerprint-value.ts';
import type { Tracker } from '../../graph/track.ts';
import type { Value } from '../../ruby/values.ts';

const NAMES = 'k\0';
const VALUE = 'K\0';

export class Counters implements LiquidCounters {
  readonly #values = new Map<string, Value>();
  readonly #tracker: Tracker;

  constructor(tracker: Tracker) {
    this.#tracker = tracker;
  }

  /** A render begins: all of its names are looked for among those that were counted. */
  begin(): void {
    this.#tracker.readVolatile(NAMES, () => this.#names());
  }

  get size(): number {
    return this.#values.size;
  }

  has(name: string): boolean {
    return this.#values.has(name);
  }

  get(name: string): Value {
    const value = this.#values.get(name);
    this.#tracker.readVolatile(VALUE + name, () => fingerprintValue(value));
    return value;
  }

  /** Whoever counts is rendered in each build, so that all others find what they would find in a clean one. */
  set(name: string, value: Value): void {
    this.#tracker.spoil('counts with increment');
    this.#values.set(name, value);
  }

  /** What a node of counters is now; undefined for other nodes. */
  resolve(node: string): string | undefined {
    if (node === NAMES) return this.#names();
    return node.startsWith(VALUE) ? fingerprintValue(this.#values.get(node.slice(VALUE.length))) : undefined;
  }

  #names(): string {
    return fingerprint([...this.#values.keys()].sort().join('\n'));
  }
}
