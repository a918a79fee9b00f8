/**
 * Parts long code, so that the patterns of highlight.js, some of which take time by the square or the cube of what they are
 * given, are given little at a time.
 */

/** A part of the code; the parts in order give the code back. */
export interface Piece {
  readonly text: string;
  /** Whether it is left without colours. */
  readonly isPlain: boolean;
}

/** Characters that are coloured in one go; nobody notices a comment that is cut every 200 lines. */
const LONGEST_PIECE = 8_000;
/** A longer line is made by a program; it is left plain. */
const LONGEST_LINE = 1_000;
/** Characters of one code block that are coloured; what follows is left plain. */
const MOST_COLOURED = 64_000;

/** Cut at ends of lines, at a blank line where there is one in the second half of a piece. */
export function* piecesOf(code: string): Generator<Piece> {
  let start = 0;
  while (start < code.length) {
    if (start >= MOST_COLOURED) {
      yield { text: code.slice(start), isPlain: true };
      return;
    }
    const end = endOfPiece(code, start);
    if (end > start) yield { text: code.slice(start, end), isPlain: false };
    start = end;
    const lineEnd = endOfLine(code, start);
    if (lineEnd - start <= LONGEST_LINE) continue;
    yield { text: code.slice(start, lineEnd), isPlain: true };
    start = lineEnd;
  }
}

/** Where the piece that begins here ends: before a line that is too long, or where there is enough. */
function endOfPiece(code: string, start: number): number {
  let end = start;
  let blank = start;
  while (end < code.length) {
    const next = endOfLine(code, end);
    if (next - end > LONGEST_LINE) return end;
    if (next - start > LONGEST_PIECE) return blank - start > LONGEST_PIECE / 2 ? blank : end;
    if (code.slice(end, next).trim() === '') blank = next;
    end = next;
  }
  return end;
}

function endOfLine(code: string, at: number): number {
  const end = code.indexOf('\n', at);
  return end < 0 ? code.length : end + 1;
}
