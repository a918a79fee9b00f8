/** A stretch of YAML in a file, and places in it. */

import type { Place } from '../../../diagnostics/diagnostic.ts';
import { placeAt, type SourceText } from '../../../diagnostics/source-text.ts';

export interface YamlPart {
  readonly source: SourceText;
  /** The offset of `text` in the file. */
  readonly from: number;
  readonly text: string;
}

/** `offset` counts from the beginning of the part. */
export function placeOf(part: YamlPart, offset: number, length: number): Place {
  return placeAt(part.source, part.from + Math.min(offset, part.text.length), Math.max(1, length));
}
