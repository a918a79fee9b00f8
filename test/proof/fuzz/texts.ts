/** Texts that nobody would write: good ones that are spoilt, and signs that mean something in any order. */

import { readFileSync } from 'node:fs';
import type { Families } from '../../hostile/texts.ts';
import type { Chance } from '../../support/edit-scripts.ts';

/** What the texts of a language are made of. */
export interface Language {
  /** Good texts, and bad ones that are known. */
  readonly texts: readonly string[];
  /** Signs and words that mean something. */
  readonly pieces: readonly string[];
}

/** Longer ones are for the families of growth. */
const LONGEST = 4_000;

/** What means something, or breaks something, in every language. */
const EVERYWHERE = [
  ...['\n', '\n\n', '\r', '\r\n', '\t', ' ', '    ', '\0', '\u0085', '\u2028', '\ufeff', '\ud800', '\udfff'],
  ...[
    'é',
    'e\u0301',
    '😀',
    '\u202e',
    '\\',
    '"',
    "'",
    '(',
    ')',
    '[',
    ']',
    '{',
    '}',
    '<',
    '>',
    '|',
    '99999999999',
  ],
  ...[
    '-1',
    '1e999',
    '__proto__',
    'constructor',
    'NaN',
    '%',
    '&',
    '#',
    '*',
    '_',
    '`',
    '~',
    ':',
    ';',
    ',',
    '.',
    '$',
  ],
];

export function hostileText(chance: Chance, { texts, pieces }: Language): string {
  const piece = (): string => chance.pick(chance.number(4) === 0 ? EVERYWHERE : pieces);
  if (chance.number(8) === 0) return Array.from({ length: chance.number(60) }, piece).join('');
  let text = chance.pick(texts);
  for (let edits = chance.number(7); edits > 0; edits--) text = spoilt(text, chance, piece, texts);
  return text.slice(0, LONGEST);
}

function spoilt(text: string, chance: Chance, piece: () => string, texts: readonly string[]): string {
  const at = chance.number(text.length + 1);
  const [head, tail] = [text.slice(0, at), text.slice(at)];
  switch (chance.number(12)) {
    case 0:
    case 1:
    case 2:
    case 3:
      return head + piece() + tail;
    case 4:
      return head + piece() + tail.slice(chance.number(8));
    case 5:
      return head + tail.slice(1 + chance.number(8));
    case 6:
      return head;
    case 7:
      return head + chance.pick(texts) + tail;
    case 8:
      return head + chance.pick(texts).slice(chance.number(20));
    case 9:
      return head + piece().repeat(1 + chance.number(40)) + tail;
    case 10:
      return head + tail.slice(0, chance.number(40)) + tail;
    default:
      return head + String.fromCharCode(chance.number(chance.number(2) === 0 ? 128 : 65_536)) + tail.slice(1);
  }
}

/** Each family at a length at which many of its pieces fit. */
export function shortTexts(families: Families): readonly string[] {
  return Object.values(families).map((make) => make(120).slice(0, 1_000));
}

/** A file of `test/cases/`. */
export function casesIn(path: string): string {
  return readFileSync(new URL(`../../cases/${path}`, import.meta.url), 'utf8');
}
