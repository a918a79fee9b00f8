/** Searches that remember their failure: what a text does not have after an index it does not have after a later one. */

const missing = { text: '', from: new Map<string, number>() };

/** `text.indexOf(needle, at)`, at once where an earlier search of the same text ran into its end. */
export function findFrom(text: string, needle: string, at: number): number {
  if (missing.text !== text) {
    missing.text = text;
    missing.from.clear();
  }
  if (at >= (missing.from.get(needle) ?? Infinity)) return -1;
  const found = text.indexOf(needle, at);
  if (found < 0) missing.from.set(needle, at);
  return found;
}
