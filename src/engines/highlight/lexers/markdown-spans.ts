/** Markdown's code spans and link texts, whose ends may be distant or missing: each is searched for once. */
import { nearest, type Scanner, type Seen } from '../lexing/scanner.ts';

/** An even number of backslashes, from their first: what follows is not escaped. */
const PAIRS = '(?<!\\\\)(?:\\\\\\\\)*';
const LINE_ESCAPED = new RegExp(`${PAIRS}\\\\\\n`, 'g');
const LINKED_BRACKET = new RegExp(`${PAIRS}\\](?=[[(])`, 'g');
/** Longer runs of backticks are not looked for in what follows. */
const MAX_MARK = 16;
const MARKS: readonly RegExp[] = Array.from(
  { length: MAX_MARK + 1 },
  (_, length) => new RegExp(`${PAIRS}\`{${Math.max(1, length)}}`, 'g'),
);

/** From a run of backticks to the next run that is at least as long, or as long as a part of it. */
export const codeSpan: Scanner = {
  first: '`',
  scan(text, at, seen) {
    let run = at;
    while (run - at < MAX_MARK && text.charAt(run) === '`') run++;
    for (let length = run - at; length > 0; length--) {
      const end = closing(text, at, length, seen);
      if (end >= 0) return end;
    }
    return -1;
  },
};

function closing(text: string, at: number, length: number, seen: Seen): number {
  const mark = MARKS[length];
  if (mark === undefined) return -1;
  // The span holds at least one character, so what follows a part of a run begins behind its next backtick.
  const inside = at + length + (text.charAt(at + length) === '`' ? 1 : 0);
  const { found, end } = nearest(text, inside, mark, seen);
  return found === text.length || nearest(text, at + length, LINE_ESCAPED, seen).found < found ? -1 : end;
}

/** `[text]` or `![text]` with a bracket or parenthesis behind it; up to the closing bracket. */
export const linkText: Scanner = {
  first: '![',
  scan(text, at, seen) {
    const inside = text.startsWith('![', at) ? at + 2 : at + 1;
    if (text.charAt(inside - 1) !== '[') return -1;
    const onLine = nearest(text, inside, LINKED_BRACKET, seen);
    if (onLine.found < text.length && onLine.end <= nearest(text, inside, '\n', seen).found)
      return onLine.end;
    const first = nearest(text, inside, ']', seen).found;
    return first < text.length && /[[(]/.test(text.charAt(first + 1)) ? first + 1 : -1;
  },
};
