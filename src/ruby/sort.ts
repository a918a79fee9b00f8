/** Ruby's `sort` on Linux, which is the C library's merge sort: its steps matter where a comparison contradicts itself. */

/**
 * A sorted copy; stable. With an order that is none (documents with and without dates: the former by date, mixed ones by
 * path) every method of sorting gives another result, so this one goes the way that Ruby's goes.
 */
export function sortAsRuby<Item>(items: readonly Item[], compare: (a: Item, b: Item) => number): Item[] {
  if (items.length <= 1) return [...items];
  const middle = items.length >> 1;
  const left = sortAsRuby(items.slice(0, middle), compare);
  const right = sortAsRuby(items.slice(middle), compare);
  const merged: Item[] = [];
  let i = 0;
  let j = 0;
  while (i < left.length && j < right.length)
    merged.push(compare(left[i]!, right[j]!) <= 0 ? left[i++]! : right[j++]!);
  while (i < left.length) merged.push(left[i++]!);
  while (j < right.length) merged.push(right[j++]!);
  return merged;
}
