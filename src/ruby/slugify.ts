/** Jekyll's slugs (`Utils.slugify`): permalinks and the `slugify` filter are made by it. */

export type SlugMode = 'raw' | 'default' | 'pretty' | 'ascii' | 'latin';

/** What becomes a hyphen, by mode. */
const REPLACED: Readonly<Record<SlugMode, RegExp>> = {
  raw: /[ \t\r\n\f\v]+/g,
  default: /[^\p{M}\p{L}\p{Nd}]+/gu,
  pretty: /[^\p{M}\p{L}\p{Nd}._~!$&'()+,;=@]+/gu,
  ascii: /[^A-Za-z0-9]+/g,
  latin: /[^\p{M}\p{L}\p{Nd}]+/gu,
};

/** The same in the modes that keep letters, where a letter is what Ruby's `[[:alnum:]]` matches: Jekyll 3's way. */
const ALPHABETIC: Readonly<Record<SlugMode, RegExp>> = {
  ...REPLACED,
  default: /[^\p{Alphabetic}\p{Nd}]+/gu,
  pretty: /[^\p{Alphabetic}\p{Nd}._~!$&'()+,;=@]+/gu,
  latin: /[^\p{Alphabetic}\p{Nd}]+/gu,
};

/** Which characters a slug keeps besides ASCII's: letters with their marks, or what Unicode calls alphabetic. */
export type SlugLetters = 'letters' | 'alphabetic';

/** What every mode leaves as it is: most slugs are made of file names and tags that look like this. */
const alreadySlug = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** A slug of `text`; an unknown mode (`none`) only lowers the case. `cased` keeps capitals. */
export function slugify(
  text: string,
  mode = 'default',
  cased = false,
  letters: SlugLetters = 'letters',
): string {
  if (!isSlugMode(mode)) return cased ? text : text.toLowerCase();
  if (alreadySlug.test(text)) return text;
  const plain = mode === 'latin' ? transliterate(text) : text;
  // Ruby's ^ and $ are line anchors, and a slug in raw mode never holds a line end
  const slug = plain
    .replace((letters === 'letters' ? REPLACED : ALPHABETIC)[mode], '-')
    .replace(/^-|-$/g, '');
  return cased ? slug : slug.toLowerCase();
}

function isSlugMode(mode: string): mode is SlugMode {
  return Object.hasOwn(REPLACED, mode);
}

/** Letters of Latin-1 and Latin Extended-A that Unicode does not decompose, with what I18n writes for them. */
const UNDECOMPOSED: Readonly<Record<string, string>> = {
  Æ: 'AE',
  Ð: 'D',
  '×': 'x',
  Ø: 'O',
  Þ: 'Th',
  ß: 'ss',
  æ: 'ae',
  ð: 'd',
  ø: 'o',
  þ: 'th',
  Đ: 'D',
  đ: 'd',
  Ħ: 'H',
  ħ: 'h',
  ı: 'i',
  Ĳ: 'IJ',
  ĳ: 'ij',
  ĸ: 'k',
  Ŀ: 'L',
  ŀ: 'l',
  Ł: 'L',
  ł: 'l',
  ŉ: "'n",
  Ŋ: 'NG',
  ŋ: 'ng',
  Œ: 'OE',
  œ: 'oe',
  Ŧ: 'T',
  ŧ: 't',
};

/** The ASCII approximation that I18n's default rules give: a question mark for a character that they don't know. */
export function transliterate(text: string): string {
  return text.replace(/[^\0-\x7f]/gu, (character) => {
    const known = UNDECOMPOSED[character];
    if (known !== undefined) return known;
    const code = character.codePointAt(0)!;
    if (code < 0xc0 || code > 0x17e) return '?';
    const base = character.normalize('NFD')[0]!;
    return /[A-Za-z]/.test(base) ? base : '?';
  });
}
