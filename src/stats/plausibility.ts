/** Whether what a source gives may replace what is known: much less than there was is more likely a fault of the source. */

import type { ScholarData } from '../model/scholar-data.ts';
import type { FoundAuthor } from './found-author.ts';

/** Why the source's numbers are not plausible; undefined where they are. */
export function implausibility(found: FoundAuthor, known: ScholarData | undefined): string | undefined {
  if (found.papers.length === 0) return 'there are no publications';
  if (known === undefined) return undefined;
  const before = known.citations ?? 0;
  if (found.citations * 2 < before)
    return `the citations would drop from ${before} to ${found.citations}, by more than half`;
  if (found.papers.length * 2 < known.papers.size && found.complete)
    return `the papers would drop from ${known.papers.size} to ${found.papers.length}, by more than half`;
  const sum = found.papers.reduce((total, { citations }) => total + citations, 0);
  if (sum === 0 && found.citations > 0) return 'none of the listed papers has a citation';
  return undefined;
}
