/**
 * Writes values of compiled CSS as sassc does where Dart Sass spells them so that fewer browsers read them: the
 * punctuation in strings, `"\+"` for `"#{\2b}"`, and the channels of computed colours, `rgb(76.5, 0, 178.5)` for
 * `#4d00b3`.
 */

import type { Shift } from './shift-mappings.ts';

export interface PlainCss {
  readonly css: string;
  /** Where the text became longer or shorter, in order. */
  readonly shifts: readonly Shift[];
}

/** A backslash before punctuation; before `/` it may guard a `</style>`, so that one stays. */
const ESCAPED = /\\[!#$%&()*+,.:;<=>?@[\]^_`{|}~-]/;

/** A colour one of whose channels has a fraction. */
const FRACTIONAL = /\brgba?\((?:\d+, *){0,2}\d*\.\d/;

/**
 * What quotes may stand in without beginning a string, strings, and colours. Each runs to the end where it is not
 * closed, so that none is tried twice.
 */
const TOKEN = new RegExp(
  [
    String.raw`\/\*[^*]*(?:\*(?!\/)[^*]*)*(?:\*\/)?`,
    String.raw`url\([^"'()\\]*\)`,
    String.raw`"[^"\\]*(?:\\[\s\S][^"\\]*)*["\\]?`,
    String.raw`'[^'\\]*(?:\\[\s\S][^'\\]*)*['\\]?`,
    String.raw`\\[\s\S]`,
    String.raw`\brgba?\([\d., ]+\)`,
  ].join('|'),
  'g',
);

/** Equal in meaning, and as sassc would have it. `compressed` asks for the shortest digits of a colour. */
export function plainValues(css: string, compressed: boolean): PlainCss {
  if (!ESCAPED.test(css) && !FRACTIONAL.test(css)) return { css, shifts: [] };
  const shifts: Shift[] = [];
  const place = placesIn(css);
  const plain = css.replace(TOKEN, (token, at: number) => {
    if (token.startsWith('rgb')) {
      const color = plainColor(token, compressed);
      if (color !== token) shifts.push({ ...place(at), by: color.length - token.length });
      return color;
    }
    if (token[0] !== '"' && token[0] !== "'") return token;
    return token.replace(/\\([\s\S])/g, (pair: string, character: string, within: number) => {
      if (!ESCAPED.test(pair)) return pair;
      shifts.push({ ...place(at + within), by: -1 });
      return character;
    });
  });
  return { css: plain, shifts };
}

/** Maps offsets, given in ascending order, to line and column. */
function placesIn(css: string): (offset: number) => Pick<Shift, 'line' | 'column'> {
  let line = 0;
  let lineStart = 0;
  let lineEnd = css.indexOf('\n');
  return (offset) => {
    while (lineEnd >= 0 && lineEnd < offset) {
      line++;
      lineStart = lineEnd + 1;
      lineEnd = css.indexOf('\n', lineStart);
    }
    return { line, column: offset - lineStart };
  };
}

/** sassc rounds each channel half up and leaves opacity as it is. */
function plainColor(color: string, compressed: boolean): string {
  if (!FRACTIONAL.test(color)) return color;
  const values = color.slice(color.indexOf('(') + 1, -1).split(',');
  const channels = values.slice(0, 3).map((value) => Math.min(255, Math.floor(Number(value) + 0.5)));
  if (values.length === 4) return `rgba(${[...channels, values[3]?.trim()].join(compressed ? ',' : ', ')})`;
  if (values.length !== 3) return color;
  const digits = channels.map((channel) => channel.toString(16).padStart(2, '0')).join('');
  return `#${compressed ? digits.replace(/^(.)\1(.)\2(.)\3$/, '$1$2$3') : digits}`;
}
