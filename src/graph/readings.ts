/** Readings by number: each node with each fingerprint that it had, once, however many results depend on it. */

import { type Node, NodeMap, type PackedNodes, packNodes, unpackNodes } from './nodes.ts';

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
  #numbers: NodeMap<number | number[]> | undefined;

  constructor(known: readonly Reading[]) {
    this.list = [...known];
  }

  /** The number of a reading, a new one where it was not there. */
  numberOf(node: Node, fingerprint: string): number {
    this.#numbers ??= this.#index();
    const known = this.#numbers.get(node);
    const found =
      typeof known === 'object'
        ? known.find((number) => this.list[number]!.fingerprint === fingerprint)
        : known;
    if (found !== undefined && this.list[found]!.fingerprint === fingerprint) return found;
    const number = this.list.push({ node, fingerprint }) - 1;
    add(this.#numbers, node, known, number);
    return number;
  }

  #index(): NodeMap<number | number[]> {
    const numbers = new NodeMap<number | number[]>();
    for (const [number, { node }] of this.list.entries()) add(numbers, node, numbers.get(node), number);
    return numbers;
  }
}

function add(
  numbers: NodeMap<number | number[]>,
  node: Node,
  known: number | number[] | undefined,
  number: number,
): void {
  if (known === undefined) numbers.set(node, number);
  else if (typeof known === 'number') numbers.set(node, [known, number]);
  else known.push(number);
}
