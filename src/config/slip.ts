/** Tells a slip of the finger from a name of one's own. */

/** Whether `name` becomes `known` by one letter more, less, other or two swapped; letter case and `-` for `_` count as nothing. */
export function isSlipOf(name: string, known: string): boolean {
  const a = name.toLowerCase().replaceAll('-', '_');
  const b = known.toLowerCase();
  if (a === b) return name !== known;
  if (Math.min(a.length, b.length) < 5 || Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let end = 0;
  const room = Math.min(a.length, b.length) - start;
  while (end < room && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  const x = a.slice(start, a.length - end);
  const y = b.slice(start, b.length - end);
  return x.length + y.length <= 2 || (x.length === 2 && y.length === 2 && x[0] === y[1] && x[1] === y[0]);
}
