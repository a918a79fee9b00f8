/** The lines around a mistake as HTML, with the place itself marked. Pure. */

import type { Place } from '../../diagnostics/diagnostic.ts';
import { lineText, type SourceText } from '../../diagnostics/source-text.ts';
import { escapeHtml } from '../../html/escape.ts';

/** Lines shown before and after. */
const AROUND = 2;

/** Columns shown of a longer line. */
const WIDTH = 200;

/** Columns that are seen without scrolling. */
const SEEN = 90;

/** A `<pre>`; empty where the file has no such line. */
export function problemFrame(source: SourceText, place: Place): string {
  const line = lineText(source, place.line);
  if (line === undefined) return '';
  const rows: string[] = [];
  const gutter = String(place.line + AROUND).length;
  for (let number = place.line - AROUND; number <= place.line + AROUND; number++) {
    const text = number < 1 ? undefined : lineText(source, number);
    const isLast = lineText(source, number + 1) === undefined;
    if (text === undefined || (isLast && text === '' && number !== place.line)) continue;
    const shown = number === place.line ? markedLine(text, place) : escapeHtml(clip(text));
    const kind = number === place.line ? ' class="at"' : '';
    rows.push(`<span${kind}><i>${String(number).padStart(gutter)}</i> ${shown}</span>`);
  }
  return `<pre>${rows.join('\n')}</pre>`;
}

function markedLine(text: string, { column, length = 1 }: Place): string {
  const at = Math.min(column - 1, text.length);
  const start = at > SEEN * 0.8 ? at - (SEEN >> 1) : 0;
  const end = Math.min(text.length, at + Math.max(1, length));
  const [before, marked, after] = [
    text.slice(start, at),
    text.slice(at, end),
    text.slice(end, start + WIDTH),
  ];
  const head = start > 0 ? '…' : '';
  return `${head}${escapeHtml(before)}<mark>${escapeHtml(marked === '' ? ' ' : marked)}</mark>${escapeHtml(after)}`;
}

function clip(text: string): string {
  return text.length > WIDTH ? `${text.slice(0, WIDTH)}…` : text;
}
