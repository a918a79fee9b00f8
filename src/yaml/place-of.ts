/** Finds where a value of a YAML document is written: for complaints about what the value says. */

import { isMap, isScalar, isSeq, type Node, type ParsedNode } from 'yaml';

/** The offsets of the value (or key) at `path`, of the nearest enclosing node where there is none such. */
export function findNode(
  root: ParsedNode | null,
  path: readonly (string | number)[],
  part: 'key' | 'value',
): readonly [start: number, end: number] {
  let node: Node | null = root;
  let found = rangeOf(root) ?? [0, 1];
  for (const [index, step] of path.entries()) {
    if (isSeq(node) && typeof step === 'number') {
      node = asNode(node.items[step]);
      found = rangeOf(node) ?? found;
      continue;
    }
    if (!isMap(node)) break;
    // The last of equal keys is the one that counts.
    const pair = node.items.findLast(({ key }) => isScalar(key) && String(key.value) === String(step));
    if (pair === undefined) break;
    const key = asNode(pair.key);
    node = asNode(pair.value);
    const isTarget = index === path.length - 1;
    const range = (isTarget && part === 'key') || isEmpty(node) ? rangeOf(key) : rangeOf(node);
    found = range ?? found;
  }
  return found;
}

function isEmpty(node: Node | null): boolean {
  return node === null || (isScalar(node) && node.source === '');
}

function rangeOf(node: Node | null): readonly [number, number] | undefined {
  return node?.range ? [node.range[0], node.range[1]] : undefined;
}

function asNode(value: unknown): Node | null {
  return typeof value === 'object' && value !== null ? (value as Node) : null;
}
