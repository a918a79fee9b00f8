/** Writes the punctuation in the strings of compiled CSS as it is: Dart Sass prints `"\+"` where `"#{\2b}"` stands for `"+"`. */

import type { Shift } from './shift-mappings.ts';

export interface PlainCss {
  readonly css: string;
  /** Where characters were taken out, in order. */
  readonly shifts: readonly Shift[];
}

/** A backslash before punctuation; before `/` it may guard a `</style>`, so that one stays. */
const ESCAPED = /\\[!#$%&()*+,.:;<=>?@[\]^_`{|}~-]/;

/** What quotes may stand in without beginning a string, and strings. Each runs to the end where it is not closed, so that none is tried twice. */
const TOKEN = new RegExp(
  [
    String.raw`\/\*[^*]*(?:\*(?!\/)[^*]*)*(?:\*\/)?`,
    String.raw`url\([^"'()\\]*\)`,
    String.raw`"[^"\\]*(?:\\[\s\S][^"\\]*)*["\\]?`,
    String.raw`'[^'\\]*(?:\\[\s\S][^'\\]*)*['\\]?`,
    String.raw`\\[\s\S]`,
  ].join('|'),
  'g',
);

/** Equal in meaning, and as other Sass compilers would have it. */
export function plainStrings(css: string): PlainCss {
  if (!ESCAPED.test(css)) return { css, shifts: [] };
  const shifts: Shift[] = [];
  let line = 0;
  let lineStart = 0;
  let lineEnd = css.indexOf('\n');
  const place = (offset: number): Shift => {
    while (lineEnd >= 0 && lineEnd < offset) {
      line++;
      lineStart = lineEnd + 1;
      lineEnd = css.indexOf('\n', lineStart);
    }
    return { line, column: offset - lineStart, by: -1 };
  };
  const plain = css.replace(TOKEN, (token, at: number) => {
    if (token[0] !== '"' && token[0] !== "'") return token;
    return token.replace(/\\([\s\S])/g, (pair: string, character: string, within: number) => {
      if (!ESCAPED.test(pair)) return pair;
      shifts.push(place(at + within));
      return character;
    });
  });
  return { css: plain, shifts };
}
