/** Cuts the three lines around a mistake out of its file and points at it. */

import type { Place } from '../../diagnostics/diagnostic.ts';
import { lineText, type SourceText } from '../../diagnostics/source-text.ts';
import type { Palette } from './colour.ts';
import { textWidth, visible } from './visible-text.ts';

/** What is shown of a line that is longer, around the column that matters. */
const WIDTH = 100;

/** The lines of the frame; none where the file has no such line. */
export function frameLines(source: SourceText, place: Place, palette: Palette): string[] {
  const line = lineText(source, place.line);
  if (line === undefined) return [];
  const column = Math.min(place.column - 1, line.length);
  const start = column > WIDTH * 0.8 ? column - Math.floor(WIDTH / 2) : 0;
  const gutter = String(place.line + 1).length;
  const row = (number: number, text: string | undefined): string[] =>
    text === undefined
      ? []
      : [`${palette.faint(`${String(number).padStart(gutter)} |`)} ${visible(clip(text, start))}`.trimEnd()];
  const before = visible(clip(line, start).slice(0, column - start + (start > 0 ? 1 : 0)));
  const marked = visible(clip(line, start)).length;
  const under = line.slice(column, column + (place.length ?? 1));
  const carets = Math.max(1, Math.min(textWidth(visible(under)), WIDTH, marked));
  return [
    ...row(place.line - 1, place.line > 1 ? lineText(source, place.line - 1) : undefined),
    ...row(place.line, line),
    `${palette.faint(`${' '.repeat(gutter)} |`)} ${' '.repeat(textWidth(before))}${palette.caret('^'.repeat(carets))}`,
    ...row(place.line + 1, nextLine(source, place.line)),
  ];
}

/** A file's last line end does not begin another line worth showing. */
function nextLine(source: SourceText, line: number): string | undefined {
  const next = lineText(source, line + 1);
  return next === '' && lineText(source, line + 2) === undefined ? undefined : next;
}

function clip(text: string, start: number): string {
  const head = start > 0 ? '…' : '';
  const rest = text.slice(start);
  return head + (rest.length > WIDTH ? `${rest.slice(0, WIDTH)}…` : rest);
}
