/**
 * Reads a lexer's pattern with Ruby's rules and makes sticky JavaScript of it; stands between the lexers' tables and
 * the engine. `.`, `^` and `$` know no line end but `\n`, `\s` is ASCII, `\b` is Unicode's. Also answers which
 * character a match may begin with, so that the engine tries only the patterns that can match.
 */

/** Buckets of first characters: one each ASCII code, and one for everything else. */
export const OTHER = 128;

/** A pattern ready to run. */
export interface Pattern {
  /** True where the source began with `^`: the engine tries it at the start of a line only. */
  readonly lineStart: boolean;
  readonly groups: number;
  /** True for what matches anywhere and takes nothing. */
  readonly isEmpty: boolean;
  /** By bucket: 1 where a match may begin so. */
  readonly first: Uint8Array;
  /**
   * Where a match is one character of `first` and then as many as there are of these, by bucket: such a pattern need not
   * be run on a text that is ASCII throughout.
   */
  readonly rest: Uint8Array | undefined;
  /** For texts that are ASCII throughout; built on its first use, as the other. */
  readonly ascii: () => RegExp;
  /** For all other texts. */
  readonly unicode: () => RegExp;
}

const WORD = '\\p{L}\\p{M}\\p{N}\\p{Pc}';
const NOT_SPACE = '\\0-\\x08\\x0e-\\x1f!-\\u{10ffff}';
const ASCII_OF_PROPERTY: Readonly<Record<string, string>> = {
  L: 'A-Za-z',
  Lu: 'A-Z',
  Ll: 'a-z',
  Lt: '',
  Lm: '',
  Lowercase: 'a-z',
  Alphabetic: 'A-Za-z',
  N: '0-9',
  Nd: '0-9',
  Nl: '',
  M: '',
  Mc: '',
  Mn: '',
  Pc: '_',
  Cf: '',
  S: '$+<=>\\^`|~',
  Sm: '+<=>|~',
  So: '',
  Po: '!"#%&\'*,.\\/:;?@\\\\',
  White_Space: '\\t-\\r ',
  Uppercase: 'A-Z',
  XID_Start: 'A-Za-z',
  XID_Continue: 'A-Za-z0-9_',
};

/** No character; never written to, as no other `first` is once it stands in a piece. */
const NONE: Uint8Array = new Uint8Array(OTHER + 1);

interface Piece {
  /** Source for ASCII texts, and for all texts. */
  readonly ascii: string;
  readonly unicode: string;
  readonly first: Uint8Array;
  readonly nullable: boolean;
  /** How a match consists of characters of `first`, where it is that simple; see `rest`. */
  readonly shape?: 'one' | 'any number' | 'run' | undefined;
  /** What a run goes on with after its first character. */
  readonly rest?: Uint8Array | undefined;
}

/** A pattern as a table holds it: a RegExp, or its parts alone, which cost nothing until they are compiled. */
export interface Written {
  readonly source: string;
  readonly flags: string;
}

/** A pattern taken as JavaScript means it, with more flags, for the scanners' own searches. */
export function toRegExp({ source, flags }: Written, more: string): RegExp {
  return new RegExp(source, flags + (source.includes('\\p{') && !flags.includes('u') ? `${more}u` : more));
}

/** Compiles a pattern of a table; its flags `i` and `s` count. Throws where the source is not a pattern. */
export function compilePattern(written: Written): Pattern {
  const lineStart = written.source.startsWith('^');
  const reader = new Reader(lineStart ? written.source.slice(1) : written.source, written.flags);
  const whole = reader.read();
  const fold = written.flags.includes('i') ? 'i' : '';
  let ascii: RegExp | undefined;
  let unicode: RegExp | undefined;
  return {
    lineStart,
    groups: reader.groups,
    isEmpty: whole.ascii === '(?:)',
    first: whole.nullable ? everything() : whole.first,
    rest: whole.shape === 'one' ? NONE : whole.rest,
    ascii: () => (ascii ??= new RegExp(whole.ascii, 'y' + fold)),
    unicode: () => (unicode ??= new RegExp(whole.unicode, 'yu' + fold)),
  };
}

/** The end of a run of a pattern's `rest`, in a text that is ASCII throughout. */
export function runEnd(text: string, from: number, rest: Uint8Array): number {
  let end = from;
  while (end < text.length && rest[text.charCodeAt(end)] === 1) end++;
  return end;
}

function everything(): Uint8Array {
  return new Uint8Array(OTHER + 1).fill(1);
}

/** Recursive descent over a pattern's source: alternatives, sequences, quantified atoms. */
class Reader {
  groups = 0;
  private at = 0;
  private readonly fold: boolean;
  private readonly dotAll: boolean;
  private readonly source: string;

  constructor(source: string, flags: string) {
    this.source = source;
    this.fold = flags.includes('i');
    this.dotAll = flags.includes('s');
  }

  read(): Piece {
    const piece = this.alternatives();
    if (this.at < this.source.length) throw new Error(`unbalanced pattern ${this.source}`);
    return piece;
  }

  private alternatives(): Piece {
    const one = this.sequence();
    if (this.source[this.at] !== '|') return one;
    let { ascii, unicode, first, nullable, shape } = one;
    while (this.source[this.at] === '|') {
      this.at++;
      const next = this.sequence();
      if (next.shape !== 'one') shape = undefined;
      ascii += '|' + next.ascii;
      unicode += '|' + next.unicode;
      first = union(first, next.first);
      nullable ||= next.nullable;
    }
    return { ascii, unicode, first, nullable, shape: shape === 'one' ? shape : undefined };
  }

  private sequence(): Piece {
    let ascii = '';
    let unicode = '';
    let first = NONE;
    let nullable = true;
    let simple: Pick<Piece, 'shape' | 'rest'> | undefined;
    while (this.at < this.source.length && this.source[this.at] !== '|' && this.source[this.at] !== ')') {
      const piece = this.quantified();
      simple = ascii === '' ? piece : followed(simple, piece);
      ascii += piece.ascii;
      unicode += piece.unicode;
      if (nullable) first = first === NONE ? piece.first : union(first, piece.first);
      nullable &&= piece.nullable;
    }
    return { ascii, unicode, first, nullable, shape: simple?.shape, rest: simple?.rest };
  }

  private quantified(): Piece {
    const atom = this.atom();
    const quantifier = /^(?:[*+?]|\{\d+(?:,\d*)?\})\??/.exec(this.source.slice(this.at, this.at + 12))?.[0];
    if (quantifier === undefined) return atom;
    this.at += quantifier.length;
    return {
      ascii: atom.ascii + quantifier,
      unicode: atom.unicode + quantifier,
      first: atom.first,
      nullable: atom.nullable || /^(?:[*?]|\{0)/.test(quantifier),
      ...(atom.shape === 'one' ? repeated(atom.first, quantifier) : {}),
    };
  }

  private atom(): Piece {
    const c = this.source[this.at];
    if (c === '(') return this.group();
    if (c === '[') return this.characterClass();
    if (c === '\\') return this.escape();
    this.at++;
    if (c === '.') {
      const first = everything();
      if (!this.dotAll) first[10] = 0;
      const dot = this.dotAll ? '[^]' : '[^\\n]';
      return { ascii: dot, unicode: dot, first, nullable: false, shape: 'one' };
    }
    if (c === '^') return assertion('(?<![^\\n])', '(?<![^\\n])');
    if (c === '$') return assertion('(?![^\\n])', '(?![^\\n])');
    this.at--;
    return this.literal(this.takeCodePoint());
  }

  private group(): Piece {
    const open = /^\((?:\?(?:[:=!]|<[=!]|<\w+>))?/.exec(this.source.slice(this.at, this.at + 40))?.[0] ?? '(';
    this.at += open.length;
    if (open === '(' || /^\(\?<\w/.test(open)) this.groups++;
    const inner = this.alternatives();
    if (this.source[this.at] !== ')') throw new Error(`unclosed group in ${this.source}`);
    this.at++;
    const ascii = open + inner.ascii + ')';
    const unicode = open + inner.unicode + ')';
    if (/^\(\?<?[=!]/.test(open)) return assertion(ascii, unicode);
    const { first, nullable } = inner;
    return open === '(?:' ? { ...inner, ascii, unicode } : { ascii, unicode, first, nullable };
  }

  private literal(char: string): Piece {
    const cache = this.fold ? FOLDED_LITERALS : LITERALS;
    let piece = cache.get(char);
    if (piece === undefined) {
      const source = escapeChar(char);
      const first = new Uint8Array(OTHER + 1);
      this.mark(first, char.codePointAt(0) ?? 0);
      piece = { ascii: source, unicode: source, first, nullable: false, shape: 'one' };
      cache.set(char, piece);
    }
    return piece;
  }

  private mark(first: Uint8Array, code: number): void {
    first[Math.min(code, OTHER)] = 1;
    if (!this.fold || code >= OTHER) return;
    const letter = String.fromCharCode(code);
    first[letter.toLowerCase().charCodeAt(0)] = 1;
    first[letter.toUpperCase().charCodeAt(0)] = 1;
    if (/[ks]/i.test(letter)) first[OTHER] = 1;
  }

  private takeCodePoint(): string {
    const char = String.fromCodePoint(this.source.codePointAt(this.at) ?? 0);
    this.at += char.length;
    return char;
  }

  private escape(): Piece {
    const next = this.source[this.at + 1] ?? '';
    if (next === 'b' || next === 'B') {
      this.at += 2;
      const [a, b] = next === 'b' ? ['!', '='] : ['=', '!'];
      return assertion('\\' + next, `(?:(?<=[${WORD}])(?${a}[${WORD}])|(?<![${WORD}])(?${b}[${WORD}]))`);
    }
    if (/[1-9]/.test(next)) {
      this.at += 2;
      const back = `\\${next}(?:)`;
      return { ascii: back, unicode: back, first: everything(), nullable: true };
    }
    const set = this.classItem();
    if (set.char !== undefined) return this.literal(set.char);
    const { first } = set;
    const shape = this.fold && !ignoresCase(first) ? undefined : 'one';
    return { ascii: `[${set.ascii}]`, unicode: `[${set.unicode}]`, first, nullable: false, shape };
  }

  /** One escape or character as it may stand inside brackets. */
  private classItem(): { char?: string; ascii: string; unicode: string; first: Uint8Array } {
    const one = (char: string) => ({ char, ascii: '', unicode: '', first: NONE });
    if (this.source[this.at] !== '\\') return one(this.takeCodePoint());
    this.at++;
    const c = this.takeCodePoint();
    const test = SETS[c];
    if (test !== undefined) {
      const first = firstOf(test, /[SWD]/.test(c));
      const unicode = c === 's' ? ' \\t\\r\\n\\f\\v' : c === 'S' ? NOT_SPACE : '\\' + c;
      return { ascii: '\\' + c, unicode, first };
    }
    const rest = this.source.slice(this.at, this.at + 40);
    if (c === 'p') {
      const name = /^\{([^}]*)\}/.exec(rest)?.[1] ?? '';
      this.at += name.length + 2;
      const ascii = ASCII_OF_PROPERTY[name];
      if (ascii === undefined) throw new Error(`property ${name} has no ASCII part noted`);
      const first = firstOf(ascii === '' ? undefined : `[${ascii}]`, true);
      return { ascii, unicode: `\\p{${name}}`, first };
    }
    const hex =
      c === 'x' ? /^[0-9a-fA-F]{2}/ : c === 'u' ? /^(?:[0-9a-fA-F]{4}|\{[0-9a-fA-F]+\})/ : undefined;
    const digits = hex?.exec(rest)?.[0];
    if (digits !== undefined) {
      this.at += digits.length;
      return one(String.fromCodePoint(Number.parseInt(digits.replace(/[{}]/g, ''), 16)));
    }
    return one(CONTROLS[c] ?? c);
  }

  private characterClass(): Piece {
    this.at++;
    const negated = this.source[this.at] === '^';
    if (negated) this.at++;
    let ascii = '';
    let unicode = '';
    const first = new Uint8Array(OTHER + 1);
    while (this.source[this.at] !== ']') {
      if (this.at >= this.source.length) throw new Error(`unclosed class in ${this.source}`);
      const item = this.classItem();
      if (item.char === undefined) {
        ascii += item.ascii;
        unicode += item.unicode;
        for (let code = 0; code <= OTHER; code++) if (item.first[code] === 1) first[code] = 1;
        continue;
      }
      let source = escapeChar(item.char);
      const from = item.char.codePointAt(0) ?? 0;
      let to = from;
      if (this.source[this.at] === '-' && this.source[this.at + 1] !== ']') {
        this.at++;
        const end = this.classItem().char;
        if (end === undefined) throw new Error(`bad range in ${this.source}`);
        source += '-' + escapeChar(end);
        to = end.codePointAt(0) ?? 0;
      }
      ascii += source;
      unicode += source;
      for (let code = from; code <= Math.min(to, OTHER - 1); code++) this.mark(first, code);
      if (to >= OTHER) first[OTHER] = 1;
    }
    this.at++;
    // Where case does not count, a set may match more than its own characters.
    const shape = this.fold && !ignoresCase(first) ? undefined : 'one';
    const open = negated ? '[^' : '[';
    if (negated) {
      for (let code = 0; code < OTHER; code++) first[code] = first[code] === 1 ? 0 : 1;
      first[OTHER] = 1;
    }
    return { ascii: open + ascii + ']', unicode: open + unicode + ']', first, nullable: false, shape };
  }
}

const SETS: Readonly<Record<string, string>> = { s: '\\s', S: '\\S', w: '\\w', W: '\\W', d: '\\d', D: '\\D' };
const LITERALS = new Map<string, Piece>();
const FOLDED_LITERALS = new Map<string, Piece>();
const FIRSTS = new Map<string, Uint8Array>();

/** The first characters of what a set's source matches, kept for the next time. */
function firstOf(source: string | undefined, other: boolean): Uint8Array {
  const key = `${source} ${other}`;
  let first = FIRSTS.get(key);
  if (first === undefined) {
    first = new Uint8Array(OTHER + 1);
    const test = source === undefined ? undefined : new RegExp(source);
    for (let code = 0; code < OTHER; code++) if (test?.test(String.fromCharCode(code))) first[code] = 1;
    first[OTHER] = other ? 1 : 0;
    FIRSTS.set(key, first);
  }
  return first;
}
const CONTROLS: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', f: '\f', v: '\v', '0': '\0' };

/** Whether each ASCII letter is in a set in both cases or in neither. */
function ignoresCase(first: Uint8Array): boolean {
  for (let upper = 65; upper <= 90; upper++) if (first[upper] !== first[upper + 32]) return false;
  return true;
}

/** A repeated character, as far as it is simple: a lazy repetition is not. */
function repeated(first: Uint8Array, quantifier: string): Pick<Piece, 'shape' | 'rest'> {
  if (quantifier === '+') return { shape: 'run', rest: first };
  return { shape: quantifier === '*' ? 'any number' : undefined };
}

/** Two pieces in a row, as far as they are simple: one character and then any number of others. */
function followed(
  before: Pick<Piece, 'shape'> | undefined,
  piece: Piece,
): Pick<Piece, 'shape' | 'rest'> | undefined {
  return before?.shape === 'one' && piece.shape === 'any number'
    ? { shape: 'run', rest: piece.first }
    : undefined;
}

function assertion(ascii: string, unicode: string): Piece {
  return { ascii, unicode, first: new Uint8Array(OTHER + 1), nullable: true };
}

function union(a: Uint8Array, b: Uint8Array): Uint8Array {
  if (b === NONE) return a;
  const both = a.slice();
  for (let code = 0; code <= OTHER; code++) if (b[code] === 1) both[code] = 1;
  return both;
}

/** The character as source that means itself, in brackets and outside, with and without the flag `u`. */
function escapeChar(char: string): string {
  const code = char.codePointAt(0) ?? 0;
  if (/[A-Za-z0-9_ ]/.test(char)) return char;
  if (code < 128) return '\\x' + code.toString(16).padStart(2, '0');
  return char;
}
