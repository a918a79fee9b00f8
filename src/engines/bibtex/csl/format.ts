/** How citeproc-ruby 2.1 joins, changes the case of and escapes the pieces of a reference in HTML. */

const SQUEEZABLE = /^[\s.,:;!?()[\]]$/;
/** Words that stay in lower case in a title, but for the first and the last. */
const STOP_WORDS: ReadonlySet<string> = new Set(
  (
    'a about above across afore after against along alongside amid amidst among amongst an and anenst apropos apud ' +
    'around as aside astride at athwart atop barring before behind below beneath beside besides between beyond but by ' +
    'circa d despite down during except for forenenst from given in inside into lest like modulo near next nor ' +
    'notwithstanding of off on onto or out over per plus pro qua sans since so than the through throughout thru ' +
    'thruout till to toward towards under underneath until unto up upon v versus via vis-à-vis vs with within without'
  ).split(' '),
);

/** The quotes of a language. */
export interface Quotes {
  readonly closing: readonly string[];
  /** Whether a full stop or a comma behind them goes into them. */
  readonly takePunctuation: boolean;
}

const ENGLISH_QUOTES: Quotes = { closing: ['’', '”'], takePunctuation: true };

/** Both texts, without the punctuation of the second that the first ends with: `Why?` and `. ` are `Why? `. */
export function concat(text: string, added: string, language: Quotes = ENGLISH_QUOTES): string {
  if (text === '') return added;
  if (added === '') return text;
  const tag = CLOSING_TAG.exec(text)?.[0] ?? '';
  const inner = text.slice(0, text.length - tag.length);
  const body = withoutClosingQuotes(inner, language);
  const quotes = inner.slice(body.length);
  let suffix = dropRepeated(body, added);
  if (suffix.startsWith('.') && /[;,!?:]$/.test(body)) suffix = suffix.slice(1);
  if (suffix.startsWith(',') && /[;:]$/.test(body)) suffix = suffix.slice(1);
  if (suffix.startsWith(';') && /[,:]$/.test(body)) suffix = suffix.slice(1);
  const inQuotes = quotes === '' || !language.takePunctuation ? '' : (/^[.,]/.exec(suffix)?.[0] ?? '');
  return body + inQuotes + quotes + tag + suffix.slice(inQuotes.length);
}

const CLOSING_TAG = /<\/[A-Za-z][^<>]*>$/;

function withoutClosingQuotes(text: string, { closing }: Quotes): string {
  let rest = text;
  for (;;) {
    const quote = closing.find((each) => rest.endsWith(each));
    if (quote === undefined) return rest;
    rest = rest.slice(0, -quote.length);
  }
}

function dropRepeated(text: string, suffix: string): string {
  let at = 0;
  while (at < suffix.length && SQUEEZABLE.test(suffix[at]!) && text.endsWith(suffix.slice(0, at + 1))) at++;
  return suffix.slice(at);
}

/** The texts that are not empty, with the delimiter between. */
export function join(delimiter: string, ...texts: readonly string[]): string {
  return texts
    .filter((text) => text !== '')
    .reduce((whole, text, at) => (at === 0 ? text : concat(concat(whole, delimiter), text)), '');
}

/** The text between a prefix and a suffix; nothing around nothing. */
export function wrap(prefix: string, text: string, suffix: string): string {
  return text === '' ? '' : concat(prefix + text, suffix);
}

export function italic(text: string): string {
  return text === '' ? '' : `<i>${text}</i>`;
}

/** `text-case="capitalize-first"`. */
export function capitalizeFirst(text: string): string {
  return text.replace(
    /^([^\p{L}\p{N}]*)(\p{Ll})/u,
    (_, head: string, letter: string) => head + letter.toUpperCase(),
  );
}

/** `text-case="title"`: words of two letters and more; what has a capital stays. */
export function titleCase(text: string): string {
  let first = true;
  return text
    .replace(
      /(?<![\p{L}\p{M}\p{N}_])(\p{L})([\p{L}.]+)(?<=[\p{L}])(?![\p{L}\p{M}\p{N}_])/gu,
      (word, letter: string, rest: string) => {
        const lower = /^\p{Ll}/u.test(word) && (first || !STOP_WORDS.has(word.toLowerCase()));
        first = false;
        return lower ? letter.toUpperCase() + rest : word;
      },
    )
    .replace(
      /(\.|(?<![\p{L}\p{M}\p{N}_]))(\p{Ll})([\p{L}.]*\p{L})$/gmu,
      (word, edge: string, letter: string, rest: string) =>
        edge === '.' ? word : letter.toUpperCase() + rest,
    );
}

/** `2nd` of `2`; a number that is not bare stays. */
export function ordinal(number: string): string {
  if (!/^\d+$/.test(number)) return number;
  const tens = Number(number) % 100;
  const ending = tens > 10 && tens < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][tens % 10] ?? 'th');
  return number + ending;
}

export function isNumeric(text: string): boolean {
  return /^[\w.:;]*\d[\w.:;]*(?:\s*[,&-]\s*[\w.:;]*\d[\w.:;]*)*$/.test(text);
}

/** Whether a number or a locator is several. */
export function isPlural(text: string): boolean {
  return /\S[\s,&–-]\S|\df/.test(text);
}

/**
 * Ranges with an en dash. `format` says how many digits the second number has, as `page-range-format` does; `none` leaves
 * them: `321-8` is `321–328` for `expanded`.
 */
export function pageRanges(pages: string, format = 'expanded', dash = '–'): string {
  return pages.replace(
    /(?<![\p{L}\p{N}_])(\p{L}*)(\d+)(\p{L}*)\s*[–-]+\s*(\p{L}*)(\d+)(\p{L}*)(?![\p{L}\p{N}_])/gu,
    (_, a: string, from: string, b: string, c: string, to: string, d: string) => {
      const isBare = a + b + c + d === '' && from.length >= to.length && format !== 'none';
      const last = isBare ? lastPage(from, from.slice(0, from.length - to.length) + to, format) : to;
      return `${a}${from}${b}${dash}${c}${last}${d}`;
    },
  );
}

/** The second number of a range, of which both have all their digits. */
function lastPage(from: string, to: string, format: string): string {
  const digits = from.length;
  const same = [...from].findIndex((digit, at) => digit !== to[at]);
  const shared = same < 0 ? digits : same;
  const way = format.startsWith('chicago') ? chicagoWay(from, digits - shared) : format;
  if (way === 'minimal') return to.slice(shared);
  return way === 'minimal-two' && digits > 2 ? to.slice(Math.min(shared, digits - 2)) : to;
}

function chicagoWay(from: string, changed: number): string {
  if (from.length < 3 || (from.length === 4 && changed > 2) || from.endsWith('00')) return 'expanded';
  return from.at(-2) === '0' ? 'minimal' : 'minimal-two';
}

/** Signs of HTML that stand alone, escaped. */
export function escapeLone(text: string): string {
  return text
    .replace(/[&<]\s/g, (sign) => ({ '& ': '&amp; ', '< ': '&lt; ' })[sign] ?? '')
    .replace(/\s>/g, ' &gt;');
}
