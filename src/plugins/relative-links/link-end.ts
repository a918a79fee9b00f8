/** What stands behind the text of a link: a path, perhaps a fragment, perhaps a title. The shortest path counts. */

export interface LinkEnd {
  readonly path: string;
  /** With its `#`; empty where there is none. */
  readonly fragment: string;
  /** With its quotes and the white space before it. */
  readonly title: string;
  /** Behind all of it. */
  readonly end: number;
}

/** No title is longer than this: a quote that is never closed must not be looked for again and again. */
const TITLE = String.raw`\s+"(?:\\"|[^"]){0,1000}(?<!\\)"|\s+"(?:\\'|[^']){0,1000}(?<!\\)'`;
/** What may stand behind a path in parentheses, and behind one in a definition. */
export interface Tails {
  readonly inline: RegExp;
  readonly reference: RegExp;
}

export const TITLED: Tails = {
  inline: new RegExp(`(${TITLE})?\\)`, 'y'),
  reference: new RegExp(`(${TITLE})?\\s*?(?=\\n|$)`, 'y'),
};

/** Without titles: before version 0.7 they are part of the path. */
export const UNTITLED: Tails = { inline: /()\)/y, reference: /()\s*?(?=\n|$)/y };

interface Tail {
  readonly title: string;
  readonly end: number;
}

type FindTail = (at: number) => Tail | undefined;

/** From behind `](`; undefined where no parenthesis closes. */
export function findInlineEnd(text: string, start: number, { inline }: Tails): LinkEnd | undefined {
  const close = text.indexOf(')', start);
  return close < 0 ? undefined : findEnd(text, start, close, createFindTail(text, inline, ')'));
}

/** From behind `]: `, where at least one character follows in the line. */
export function findReferenceEnd(text: string, start: number, { reference }: Tails): LinkEnd {
  const newline = text.indexOf('\n', start);
  const lineEnd = newline < 0 ? text.length : newline;
  const found = findEnd(text, start, lineEnd, createFindTail(text, reference, '\n'));
  return found ?? { path: text.slice(start, lineEnd), fragment: '', title: '', end: lineEnd };
}

/** @param last where a path must have ended */
function findEnd(text: string, start: number, last: number, findTail: FindTail): LinkEnd | undefined {
  let failedTo = -1;
  for (let at = start + 1; at <= last; at++) {
    if (text[at] === '#' && at > failedTo) {
      const newline = text.indexOf('\n', at);
      const lineEnd = newline < 0 ? text.length : newline;
      for (let end = at + 2; end <= lineEnd; end++) {
        const tail = findTail(end);
        if (tail !== undefined)
          return { path: text.slice(start, at), fragment: text.slice(at, end), ...tail };
      }
      // what fails from the first mark of a line fails from the others
      failedTo = lineEnd;
    }
    const tail = findTail(at);
    if (tail !== undefined) return { path: text.slice(start, at), fragment: '', ...tail };
  }
  return undefined;
}

/** A tail begins with white space, at the beginning of a run of it, or with what ends it. */
function createFindTail(text: string, pattern: RegExp, ending: string): FindTail {
  return (at) => {
    const character = text[at];
    const isEnd = character === ending || character === undefined;
    const isRun = character !== undefined && /\s/.test(character) && !/\s/.test(text[at - 1] ?? '');
    if (!isEnd && !isRun) return undefined;
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    return match === null ? undefined : { title: match[1] ?? '', end: pattern.lastIndex };
  };
}
