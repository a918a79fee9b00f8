/** What an entry has from the one that its `crossref` (or biblatex's `xdata`) names. */

import type { BibEntry } from './entry.ts';

/** A parent's title is the book's of a part; its booktitle passes on as well. */
const PARTS: ReadonlySet<string> = new Set([
  'inproceedings',
  'conference',
  'incollection',
  'inbook',
  'suppbook',
]);
const OWN: ReadonlySet<string> = new Set([
  'crossref',
  'xdata',
  'xref',
  'ids',
  'label',
  'sortkey',
  'abstract',
]);
const DEEPEST = 8;

/** The entry with the fields that it lacks from its parent, and the parent's parent; itself where it names none. */
export function inheritFields(
  entry: BibEntry,
  find: (key: string) => BibEntry | undefined,
  onUnknown: (entry: BibEntry, parent: string) => void = () => {},
): BibEntry {
  const fields = new Map(entry.fields);
  let child = entry;
  const way = new Set([entry]);
  for (let depth = 0; depth < DEEPEST; depth++) {
    const name = child.fields.get('crossref') ?? child.fields.get('xdata');
    if (name === undefined || name.trim() === '') break;
    const parent = find(name.trim());
    if (parent === undefined || way.has(parent)) {
      if (parent === undefined) onUnknown(child, name.trim());
      break;
    }
    way.add(parent);
    for (const [field, value] of parent.fields) {
      if (OWN.has(field)) continue;
      const target = field === 'title' && PARTS.has(child.type) ? 'booktitle' : field;
      if (!fields.has(target)) fields.set(target, value);
    }
    child = parent;
  }
  return fields.size === entry.fields.size ? entry : { ...entry, fields };
}
