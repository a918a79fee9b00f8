/** A template's text with the line of its file that it starts at. */

import type { Place } from '../../../diagnostics/diagnostic.ts';
import { placeAt, type SourceText } from '../../../diagnostics/source-text.ts';
import type { Span } from '../errors.ts';

/** What is parsed: the body of a page begins after its front matter, at `startLine` (from 1). */
export interface TemplateSource extends SourceText {
  readonly startLine: number;
  /** Where all that is wrong in a text is that no file holds. */
  readonly at?: (() => Place) | undefined;
}

/** The place of a span, and the line that Jekyll would name. */
export function whereabouts(source: TemplateSource, span: Span): { place: Place; templateLine: number } {
  return { place: placeOf(source, span), templateLine: placeAt(source, span.offset).line };
}

/** The place of a span in the file. */
export function placeOf(source: TemplateSource, span: Span): Place {
  if (source.at !== undefined) return source.at();
  const place = placeAt(source, span.offset, Math.max(1, span.length));
  return { ...place, line: place.line + source.startLine - 1 };
}
