/** Readings by number: each node with each fingerprint that it had, once, however many results rest on it. */

export interface Reading {
  readonly node: string;
  readonly fingerprint: string;
}

export interface Readings {
  /** By number; it only grows. */
  readonly list: readonly Reading[];
  /** The number of a reading, a new one where it was not there. */
  numberOf(node: string, fingerprint: string): number;
}

export function createReadings(known: readonly Reading[]): Readings {
  const list = [...known];
  /** Most nodes have one fingerprint for as long as they live. */
  let numbers: Map<string, number | number[]> | undefined;
  const add = (node: string, number: number): void => {
    const there = numbers!.get(node);
    if (there === undefined) numbers!.set(node, number);
    else if (typeof there === 'number') numbers!.set(node, [there, number]);
    else there.push(number);
  };
  const find = (node: string, fingerprint: string): number | undefined => {
    const there = numbers!.get(node);
    if (there === undefined) return undefined;
    if (typeof there === 'number') return list[there]!.fingerprint === fingerprint ? there : undefined;
    return there.find((number) => list[number]!.fingerprint === fingerprint);
  };
  return {
    list,
    numberOf(node, fingerprint) {
      if (numbers === undefined) {
        // made when it is needed: where nothing changed nothing is new
        numbers = new Map();
        for (const [number, reading] of list.entries()) add(reading.node, number);
      }
      const found = find(node, fingerprint);
      if (found !== undefined) return found;
      const number = list.push({ node, fingerprint }) - 1;
      add(node, number);
      return number;
    },
  };
}
