/** Keeps a source map valid when characters are removed from, or inserted into, the lines of the text it describes. */

/** At this place of the text that the map was made for, counted from 0, the text became `by` characters longer. */
export interface Shift {
  readonly line: number;
  readonly column: number;
  readonly by: number;
}

/**
 * `mappings` as version 3 of the source map format writes them; `shifts` in the order of the text, no line ends among
 * them.
 */
export function shiftMappings(mappings: string, shifts: readonly Shift[]): string {
  if (shifts.length === 0) return mappings;
  const lines = mappings.split(';');
  const byLine = new Map<number, Shift[]>();
  for (const shift of shifts) {
    const known = byLine.get(shift.line);
    if (known === undefined) byLine.set(shift.line, [shift]);
    else known.push(shift);
  }
  for (const [number, among] of byLine) {
    const line = lines[number];
    if (line !== undefined && line !== '') lines[number] = shiftLine(line, among);
  }
  return lines.join(';');
}

/** Only the first field of a segment, the distance of its column from the segment before, changes. */
function shiftLine(line: string, shifts: readonly Shift[]): string {
  let before = 0;
  let after = 0;
  let offset = 0;
  let next = 0;
  return line
    .split(',')
    .map((segment) => {
      const { value, length } = readVlq(segment);
      before += value;
      for (let shift = shifts[next]; shift !== undefined && shift.column < before; shift = shifts[++next])
        offset += shift.by;
      const distance = before + offset - after;
      after = before + offset;
      return writeVlq(distance) + segment.slice(length);
    })
    .join(',');
}

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** A number in base 64, five bits a digit, the lowest first; its own lowest bit is the sign. */
function readVlq(text: string): { readonly value: number; readonly length: number } {
  let raw = 0;
  let length = 0;
  let digit: number;
  do {
    digit = DIGITS.indexOf(text[length] ?? 'A');
    raw += (digit & 31) * 32 ** length++;
  } while (digit & 32);
  return { value: raw % 2 === 1 ? -(raw - 1) / 2 : raw / 2, length };
}

function writeVlq(value: number): string {
  let raw = value < 0 ? -value * 2 + 1 : value * 2;
  let text = '';
  do {
    const digit = raw % 32;
    raw = Math.floor(raw / 32);
    text += DIGITS[raw > 0 ? digit | 32 : digit];
  } while (raw > 0);
  return text;
}
