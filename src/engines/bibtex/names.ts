/** Names of people as bibtex-ruby's name parser divides them: first names, particles, last names and suffixes. */

/** A name in its parts, each empty where there is none. */
export interface PersonName {
  readonly first: string;
  /** `van der`. */
  readonly prefix: string;
  readonly last: string;
  /** `Jr.`. */
  readonly suffix: string;
}

/** The names of a field: `Knuth, Donald E. and {NASA} and Ludwig van Beethoven`. Markup stays as it is. */
export function parseNames(text: string): PersonName[] {
  return splitAtDepth(text, /^\sand(?=\s)/i)
    .map((part) => part.trim())
    .map((part, at, all) => (at < all.length - 1 ? withoutComma(part) : part))
    .filter((part) => part !== '' && !/^and$/i.test(part))
    .map(parseName);
}

/** `Knuth, and`: the comma belongs to the list. */
function withoutComma(name: string): string {
  return name.endsWith(',') ? name.slice(0, -1).trimEnd() : name;
}

export function parseName(text: string): PersonName {
  const parts = splitAtDepth(text, /^,/).map((part) => words(part).join(' '));
  const [head = '', second = '', ...rest] = parts;
  if (parts.length === 1) return parseNatural(head);
  const { prefix, last } = splitLast(words(head));
  if (rest.length === 0) return { first: second, prefix, last, suffix: '' };
  return { first: rest.join(', '), prefix, last, suffix: second };
}

/** `First von Last`; `Last First` in Chinese, Japanese and Korean. */
function parseNatural(text: string): PersonName {
  const all = words(text);
  if (LAST_FIRST.test(withoutBraces(text))) {
    const at = all.slice(0, -1).findLastIndex(isLower) + 1;
    const [last = '', ...first] = all.slice(at);
    return { first: first.join(' '), prefix: all.slice(0, at).join(' '), last, suffix: '' };
  }
  const from = all.findIndex((word, at) => at < all.length - 1 && isLower(word));
  if (from < 0) {
    const last = all.at(-1) ?? '';
    return { first: all.slice(0, -1).join(' '), prefix: '', last, suffix: '' };
  }
  return { first: all.slice(0, from).join(' '), ...splitLast(all.slice(from)), suffix: '' };
}

/** `van der Waals`: particles reach to the last word in lower case before the last word of all. */
function splitLast(all: readonly string[]): { prefix: string; last: string } {
  const to = all.slice(0, -1).findLastIndex(isLower);
  // `jean de la fontaine du parc, …` without any capital is all last name but for its particles
  return { prefix: all.slice(0, to + 1).join(' '), last: all.slice(to + 1).join(' ') };
}

const LAST_FIRST = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** Whether a word is a particle: its first letter outside of braces and commands of one sign is in lower case. */
function isLower(word: string): boolean {
  return /^[^\p{Lu}\p{Ll}]*\p{Ll}/u.test(withoutBraces(word).replace(/\\./gu, ''));
}

function withoutBraces(text: string): string {
  let depth = 0;
  let outside = '';
  for (const character of text) {
    if (character === '{') depth++;
    else if (character === '}') depth = Math.max(0, depth - 1);
    else if (depth === 0) outside += character;
  }
  return outside;
}

function words(text: string): string[] {
  return splitAtDepth(text, /^\s+/).filter((word) => word !== '');
}

/** Splits at what `separator` (anchored) matches outside of braces. */
function splitAtDepth(text: string, separator: RegExp): string[] {
  const sticky = new RegExp(separator.source.replace(/^\^/, ''), `y${separator.flags}`);
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (character === '\\') {
      at++;
      continue;
    }
    if (character === '{') depth++;
    else if (character === '}') depth = Math.max(0, depth - 1);
    if (depth > 0) continue;
    sticky.lastIndex = at;
    if (!sticky.test(text)) continue;
    parts.push(text.slice(start, at));
    start = sticky.lastIndex;
    at = Math.max(at, start - 1);
  }
  parts.push(text.slice(start));
  return parts;
}

/** `van Beethoven, Ludwig`; `King, Jr., Martin Luther`. */
export function sortForm({ first, prefix, last, suffix }: PersonName): string {
  return [[prefix, last].filter(Boolean).join(' '), suffix, first].filter((part) => part !== '').join(', ');
}

/** `Ludwig van Beethoven`. */
export function displayForm({ first, prefix, last, suffix }: PersonName): string {
  return [first, prefix, last, suffix].filter((part) => part !== '').join(' ');
}

/** Fields that hold names. */
export const NAME_FIELDS: ReadonlySet<string> = new Set([
  'author',
  'editor',
  'translator',
  'director',
  'producer',
  'composer',
]);
