/** Readings by number: each node with each fingerprint that it had, once, however many results depend on it. */

import { keyOf, type Node, type PackedNodes, packNodes, unpackNodes } from './nodes.ts';

export interface Reading {
  readonly node: Node;
  readonly fingerprint: string;
}

/** Readings as they are stored: plain data. */
export interface PackedReadings {
  readonly nodes: PackedNodes;
  readonly fingerprints: readonly string[];
}

export function packReadings(readings: readonly Reading[]): PackedReadings {
  return {
    nodes: packNodes(readings.map(({ node }) => node)),
    fingerprints: readings.map(({ fingerprint }) => fingerprint),
  };
}

export function unpackReadings({ nodes, fingerprints }: PackedReadings): readonly Reading[] {
  return unpackNodes(nodes).map((node, at) => ({ node, fingerprint: fingerprints[at]! }));
}

export class Readings {
  /** By number; it only grows. */
  readonly list: Reading[];
  /** Numbers by node; most nodes have one fingerprint for as long as they live. Made when it is first needed. */
  #numbers: Map<string, number | number[]> | undefined;

  constructor(known: readonly Reading[]) {
    this.list = [...known];
  }

  /** The number of a reading, a new one where it was not there. */
  numberOf(node: Node, fingerprint: string): number {
    this.#numbers ??= this.#index();
    const key = keyOf(node);
    const found = this.#find(key, fingerprint);
    if (found !== undefined) return found;
    const number = this.list.push({ node, fingerprint }) - 1;
    add(this.#numbers, key, number);
    return number;
  }

  #find(key: string, fingerprint: string): number | undefined {
    const known = this.#numbers?.get(key);
    if (known === undefined) return undefined;
    if (typeof known === 'number') return this.list[known]!.fingerprint === fingerprint ? known : undefined;
    return known.find((number) => this.list[number]!.fingerprint === fingerprint);
  }

  #index(): Map<string, number | number[]> {
    const numbers = new Map<string, number | number[]>();
    for (const [number, { node }] of this.list.entries()) add(numbers, keyOf(node), number);
    return numbers;
  }
}

function add(numbers: Map<string, number | number[]>, key: string, number: number): void {
  const known = numbers.get(key);
  if (known === undefined) numbers.set(key, number);
  else if (typeof known === 'number') numbers.set(key, [known, number]);
  else known.push(number);
}
