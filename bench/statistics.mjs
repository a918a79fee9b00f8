// Medians, and the order in which a round asks its peers: the arithmetic of the benchmark, without a clock.

/** The middle of some numbers, the mean of the two middle ones where their count is even; NaN of none. */
export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  if (sorted.length % 2 === 1) return sorted[middle];
  return sorted.length === 0 ? Number.NaN : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** Every second round runs backwards, so that nobody always comes after the same neighbour. */
export function roundOrder(names, round) {
  return round % 2 === 0 ? [...names] : [...names].reverse();
}

/** The medians of each measure of some runs: `{ cpu: [1, 2, 9] }` gives `{ cpu: 2 }`; what nobody measured is left out. */
export function medians(measures) {
  const known = Object.entries(measures).map(([name, all]) => [name, median(all)]);
  return Object.fromEntries(known.filter(([, value]) => !Number.isNaN(value)));
}
