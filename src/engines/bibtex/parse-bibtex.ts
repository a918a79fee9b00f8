/** Parses a .bib file. An entry with a syntax error is reported with its place and skipped; the others are kept. */

import { nearest } from '../../base/nearest.ts';
import { bibtexMessages } from '../../diagnostics/catalogue/engines/bibtex.ts';
import { type Diagnostic, diagnose, type Message } from '../../diagnostics/diagnostic.ts';
import { placeAt, type SourceText } from '../../diagnostics/source-text.ts';
import type { BibBlock, BibEntry, Bibliography, BibPiece } from './entry.ts';
import { MONTHS } from './months.ts';

/** The head of an entry; what it opens with is the last character. */
const HEAD = /@[ \t]*([a-zA-Z][\w-]*)\s*[{(]/g;
/** An entry at the start of a line: no value extends past it. */
const LINE_START = /(?:^|[\r\n]|[}"][ \t]*\})[ \t]*(?=@[ \t]*[a-zA-Z][\w-]*\s{0,9}[{(])/g;
/** As bibtex-ruby reads it, a key may hold spaces. */
const KEY = /\s*([^\s,{}()"#%=]?[^\s,{}"#%=]*(?: +[^\s,{}"#%=]+)*)\s*/y;
const NAME = /[^\s={}()"#%,]+/y;
const WORD = /[^\s=@{}()"#%,]+/y;
const NUMBER = /\d+/y;
const SPACE = /(?:\s+|%[^\r\n]*)*/y;
const WHITE = /\s*/y;
/** Entries with syntax errors after which the rest of a file is skipped. */
const MOST_BROKEN = 200;

/** What the reader of a file is given besides its text. */
export interface ParseOptions {
  /** Strings that earlier files define, by name in lower case. */
  readonly strings?: ReadonlyMap<string, string>;
  /** Called for each mistake in the file, with its place. */
  readonly report: (diagnostic: Diagnostic) => void;
}

/** The entries of a `.bib` file. A broken one is reported and left out; nothing throws. */
export function parseBibtex(source: SourceText, options: ParseOptions): Bibliography {
  return new BibtexReader(source, options).read();
}

/** Thrown to skip an entry whose syntax error has been reported. */
class Broken extends Error {}

class BibtexReader {
  readonly #source: SourceText;
  readonly #text: string;
  readonly #report: (diagnostic: Diagnostic) => void;
  readonly #strings: Map<string, string>;
  readonly #entries: BibEntry[] = [];
  readonly #blocks: BibBlock[] = [];
  readonly #lines = new Map<string, number>();
  readonly #starts: readonly number[];
  /** Found for all of the text at once, when there is a comment: each may have no end. */
  #braceEnds: ReadonlyMap<number, number> | undefined = undefined;
  #at = 0;
  /** Where the next entry begins: this one ends before it. */
  #end = 0;
  /** The current entry's key, for messages. */
  #key = '';

  constructor(source: SourceText, { strings, report }: ParseOptions) {
    this.#source = source;
    this.#text = source.text;
    this.#report = report;
    this.#strings = new Map([...MONTHS, ...(strings ?? [])]);
    this.#starts = Array.from(source.text.matchAll(LINE_START), (found) => found.index + found[0].length);
  }

  read(): Bibliography {
    const head = new RegExp(HEAD);
    let broken = 0;
    let next = 0;
    for (let found = head.exec(this.#text); found !== null; found = head.exec(this.#text)) {
      while (next < this.#starts.length && this.#starts[next]! <= found.index) next++;
      this.#end = this.#starts[next] ?? this.#text.length;
      this.#at = head.lastIndex;
      const known = this.#entries.length;
      try {
        this.#readBlock(found[1]!.toLowerCase(), found.index);
        head.lastIndex = this.#at;
      } catch (error) {
        if (!(error instanceof Broken)) throw error;
        if (++broken > MOST_BROKEN) {
          this.#reportAt(bibtexMessages.tooBroken, { most: MOST_BROKEN }, found.index);
          break;
        }
        head.lastIndex = this.#end;
      }
      const entry = this.#entries[known];
      this.#blocks.push({ start: found.index, end: head.lastIndex, ...(entry && { entry }) });
    }
    const strings = new Map([...this.#strings].filter(([name]) => !MONTHS.has(name)));
    return { entries: this.#entries, strings, blocks: this.#blocks };
  }

  #readBlock(type: string, start: number): void {
    const close = this.#text[this.#at - 1] === '(' ? ')' : '}';
    this.#key = `@${type}`;
    if (type === 'comment') this.#skipComment(close);
    else if (type === 'preamble') {
      this.#parts('preamble');
      this.#close(type, close, start);
    } else if (type === 'string') {
      this.#space();
      const { name, value } = this.#field();
      this.#strings.set(name, value);
      this.#close(type, close, start);
    } else this.#readEntry(type, close, start);
  }

  /** Entries inside of a comment's braces belong to it; a comment without an end hides nothing else. */
  #skipComment(close: string): void {
    if (close !== '}') return;
    this.#braceEnds ??= braceEnds(this.#text);
    this.#at = this.#braceEnds.get(this.#at - 1) ?? this.#at;
  }

  #readEntry(type: string, close: string, start: number): void {
    KEY.lastIndex = this.#at;
    const key = KEY.exec(this.#text)?.[1] ?? '';
    const afterKey = KEY.lastIndex;
    const keyed = afterKey >= this.#end || /[,})]/.test(this.#text[afterKey] ?? '');
    if (key === '' || !keyed) this.#reportAt(bibtexMessages.noKey, { type }, start, type.length + 1);
    if (keyed) this.#at = afterKey;
    if (key !== '' && keyed) this.#key = key;
    const fields = new Map<string, string>();
    const pieces = new Map<string, readonly BibPiece[]>();
    let separated = !keyed;
    for (;;) {
      this.#space();
      while (this.#text[this.#at] === ',') {
        separated = true;
        this.#at++;
        this.#space();
      }
      if (this.#text[this.#at] === close) break;
      if (this.#at >= this.#end) this.#fail(bibtexMessages.unclosedEntry, { type, key }, start);
      const before = this.#at;
      const { name, value, parts } = this.#field();
      if (!separated)
        this.#reportAt(bibtexMessages.missingComma, { key: this.#key, field: name }, before, name.length);
      // the later value stands in the place of the earlier one
      if (fields.has(name))
        this.#reportAt(bibtexMessages.duplicateField, { key: this.#key, field: name }, before, name.length);
      fields.set(name, value);
      pieces.delete(name);
      if (parts.length > 1 || parts[0]?.isName) pieces.set(name, parts);
      separated = false;
    }
    this.#at++;
    this.#add({ type, key: keyed ? key : '', fields, pieces, place: this.#place(start) });
  }

  #add(entry: BibEntry): void {
    const line = this.#lines.get(entry.key);
    if (line === undefined) this.#lines.set(entry.key, entry.place.line);
    else if (entry.key !== '')
      this.#report(diagnose(bibtexMessages.duplicateKey, { key: entry.key, line }, { place: entry.place }));
    this.#entries.push(entry);
  }

  #field(): { name: string; value: string; parts: readonly BibPiece[] } {
    NAME.lastIndex = this.#at;
    const name = NAME.exec(this.#text)?.[0];
    if (name === undefined) this.#expected('a field name');
    this.#at += name.length;
    this.#white();
    if (this.#text[this.#at] !== '=') this.#expected(`\`=\` after \`${name}\``);
    this.#at++;
    const parts = this.#parts(name);
    return { name: name.toLowerCase(), value: parts.map(textOfPiece).join(''), parts };
  }

  /** `{…} # "…" # name # 12`. */
  #parts(field: string): BibPiece[] {
    const parts: BibPiece[] = [];
    for (;;) {
      this.#space();
      parts.push(this.#piece(field));
      this.#white();
      if (this.#text[this.#at] !== '#') return parts;
      this.#at++;
    }
  }

  #piece(field: string): BibPiece {
    const text = this.#text;
    const from = this.#at;
    if (text[from] === '{' || text[from] === '"') {
      const quoted = text[from] === '"';
      const end = quoted ? this.#endOfQuotes(from + 1) : this.#endOfBraces(from + 1, this.#end);
      if (end === undefined)
        this.#fail(bibtexMessages.unclosedValue, { field, key: this.#key, close: quoted ? '"' : '}' }, from);
      this.#at = end;
      return { written: text.slice(from + 1, end - 1), isName: false, value: undefined };
    }
    NUMBER.lastIndex = from;
    WORD.lastIndex = from;
    const word = WORD.exec(text)?.[0];
    if (word === undefined) this.#expected(`a value for \`${field}\``);
    this.#at = from + word.length;
    if (NUMBER.exec(text)?.[0] === word) return { written: word, isName: false, value: undefined };
    const value = this.#strings.get(word.toLowerCase());
    if (value !== undefined) return { written: word, isName: true, value };
    // a bare word that is a number with a letter, a date or a URL's start is not a string's name
    if (/^[a-zA-Z][\w-]*$/.test(word))
      this.#reportAt(
        bibtexMessages.unknownString,
        { name: word, nearest: nearest(word.toLowerCase(), this.#strings.keys()) },
        from,
        word.length,
      );
    return { written: word, isName: true, value: undefined };
  }

  /** After the brace that closes the one before `from`; undefined where none does before `limit`. */
  #endOfBraces(from: number, limit: number): number | undefined {
    let depth = 1;
    for (let at = from; at < limit; at++) {
      const code = this.#text.charCodeAt(at);
      if (code === OPEN) depth++;
      else if (code === CLOSE && --depth === 0) return at + 1;
    }
    return undefined;
  }

  /** A quote inside of braces does not end a value. */
  #endOfQuotes(from: number): number | undefined {
    let depth = 0;
    for (let at = from; at < this.#end; at++) {
      const code = this.#text.charCodeAt(at);
      if (code === OPEN) depth++;
      else if (code === CLOSE) depth = Math.max(0, depth - 1);
      else if (code === QUOTE && depth === 0) return at + 1;
    }
    return undefined;
  }

  #close(type: string, close: string, start: number): void {
    this.#space();
    if (this.#text[this.#at] === ',') this.#at++;
    this.#space();
    if (this.#text[this.#at] !== close) this.#fail(bibtexMessages.unclosedEntry, { type, key: '' }, start);
    this.#at++;
  }

  /** White space and, between fields, lines that `%` makes comments. */
  #space(): void {
    SPACE.lastIndex = this.#at;
    SPACE.test(this.#text);
    this.#at = SPACE.lastIndex;
  }

  #white(): void {
    WHITE.lastIndex = this.#at;
    WHITE.test(this.#text);
    this.#at = WHITE.lastIndex;
  }

  #expected(wanted: string): never {
    const character = this.#text[this.#at];
    const found = character === undefined || this.#at >= this.#end ? 'the next entry' : `\`${character}\``;
    this.#fail(bibtexMessages.expected, { key: this.#key, wanted, found }, this.#at);
  }

  #fail<Facts>(row: Message<Facts>, facts: Facts, offset: number): never {
    this.#reportAt(row, facts, offset);
    throw new Broken();
  }

  #reportAt<Facts>(row: Message<Facts>, facts: Facts, offset: number, length?: number): void {
    this.#report(diagnose(row, facts, { place: placeAt(this.#source, offset, length) }));
  }

  #place(offset: number) {
    return placeAt(this.#source, offset);
  }
}

function textOfPiece({ written, value }: BibPiece): string {
  return value ?? written;
}

const OPEN = 123;
const CLOSE = 125;
const QUOTE = 34;

/** The index after the brace that closes each brace, by the index of the opening one. */
function braceEnds(text: string): ReadonlyMap<number, number> {
  const ends = new Map<number, number>();
  const open: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === OPEN) open.push(at);
    else if (code === CLOSE) {
      const start = open.pop();
      if (start !== undefined) ends.set(start, at + 1);
    }
  }
  return ends;
}
