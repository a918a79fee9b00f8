/** Finds where a value of a YAML document is written: for diagnostics about its value. */

import type { Node } from './node.ts';

type Mapping = Extract<Node, { readonly kind: 'mapping' }>;
type Pair = Mapping['pairs'][number];

/** The offsets of the value (or key) at `path`, of the nearest enclosing node where there is none such. */
export function findNode(
  root: Node | undefined,
  path: readonly (string | number)[],
  part: 'key' | 'value',
): readonly [start: number, end: number] {
  let node = root;
  let found: readonly [number, number] = root === undefined ? [0, 1] : [root.start, root.end];
  for (const [index, step] of path.entries()) {
    if (node?.kind === 'sequence' && typeof step === 'number') {
      node = node.items[step];
      if (node === undefined) break;
      found = [node.start, node.end];
      continue;
    }
    if (node?.kind !== 'mapping') break;
    const pair = pairsOf(node).get(String(step));
    if (pair === undefined) break;
    const [key, value] = pair;
    const isKeyWanted = part === 'key' && index === path.length - 1;
    const shown = isKeyWanted || isEmpty(value) ? key : value;
    found = [shown.start, shown.end];
    node = value;
  }
  return found;
}

const known = new WeakMap<Mapping, ReadonlyMap<string, Pair>>();

/** The pairs of a mapping by their keys; the last of equal keys is the one that counts. */
function pairsOf(mapping: Mapping): ReadonlyMap<string, Pair> {
  let pairs = known.get(mapping);
  if (pairs === undefined) {
    pairs = new Map(
      mapping.pairs.flatMap((pair) => (pair[0].kind === 'scalar' ? [[pair[0].text, pair]] : [])),
    );
    known.set(mapping, pairs);
  }
  return pairs;
}

function isEmpty(node: Node): boolean {
  return node.kind === 'scalar' && node.plain && node.text === '';
}
