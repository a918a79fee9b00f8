/**
 * Turns YAML text into tokens, one at a time, by the rules of libyaml, which is what Ruby reads YAML with: it takes some
 * texts that YAML 1.2 refuses (a quoted scalar whose further lines are not indented) and refuses some that it takes.
 */

import {
  type Cursor,
  codeAt,
  codes,
  columnOf,
  createCursor,
  isBreakOrEnd,
  isDocumentMark,
  isGap,
  isLetter,
  takeBreak,
} from './cursor.ts';
import { scanBlockScalar } from './scan-block-scalar.ts';
import { scanPlain, scanQuoted } from './scan-flow-scalar.ts';
import { scanAnchor, scanDirective, scanTag } from './scan-marks.ts';
import { type Token, type TokenKind, YamlMistake } from './token.ts';

/** A key without `?` is only known for one when its `:` comes: this is where it would begin. */
interface SimpleKey {
  readonly isRequired: boolean;
  /** Counted from the first token of the text. */
  readonly tokenNumber: number;
  readonly offset: number;
  readonly line: number;
  readonly column: number;
}

/** A key must stand on one line and be no longer than this. */
const longestKey = 1024;

/** Reads the tokens of one text, the next one on demand. Both methods throw `YamlMistake`. */
export class Scanner {
  readonly #cursor: Cursor;
  readonly #queue: Token[] = [];
  readonly #indents: number[] = [];
  /** One for each level of flow collections, and one for the block. */
  readonly #keys: (SimpleKey | undefined)[] = [undefined];
  #taken = 0;
  #isDone = false;
  /** The first token of the queue once it is certain. */
  #first: Token | undefined;

  constructor(text: string, isJson: boolean) {
    this.#cursor = createCursor(text, isJson);
  }

  /** The token that comes next. */
  peek(): Token {
    if (this.#first !== undefined) return this.#first;
    while (!this.#isDone && this.#needsMore()) this.#fetch();
    this.#first = this.#queue[0]!;
    return this.#first;
  }

  /** Steps over it. */
  skip(): void {
    this.peek();
    this.#first = undefined;
    this.#queue.shift();
    this.#taken++;
  }

  /** The first token in the queue is certain only when no `:` can make a key of it any more. */
  #needsMore(): boolean {
    if (this.#queue.length === 0) return true;
    this.#dropStaleKeys();
    return this.#keys.some((key) => key?.tokenNumber === this.#taken);
  }

  #dropStaleKeys(): void {
    for (let level = 0; level < this.#keys.length; level++) {
      const key = this.#keys[level];
      if (key === undefined || (key.line === this.#cursor.line && this.#cursor.at - key.offset <= longestKey))
        continue;
      if (key.isRequired) throw new YamlMistake('no-colon', this.#cursor.at, key.offset);
      this.#keys[level] = undefined;
    }
  }

  #saveKey(): void {
    if (!this.#cursor.simpleKeyAllowed) return;
    const column = columnOf(this.#cursor);
    this.#removeKey();
    this.#keys[this.#keys.length - 1] = {
      isRequired: this.#cursor.flowLevel === 0 && this.#cursor.indent === column,
      tokenNumber: this.#taken + this.#queue.length,
      offset: this.#cursor.at,
      line: this.#cursor.line,
      column,
    };
  }

  #removeKey(): void {
    const key = this.#keys.at(-1);
    if (key?.isRequired) throw new YamlMistake('no-colon', this.#cursor.at, key.offset);
    this.#keys[this.#keys.length - 1] = undefined;
  }

  #openBlock(column: number, kind: TokenKind, offset: number, tokenNumber?: number): void {
    if (this.#cursor.flowLevel > 0 || this.#cursor.indent >= column) return;
    this.#indents.push(this.#cursor.indent);
    this.#cursor.indent = column;
    const token: Token = { kind, start: offset, end: offset };
    if (tokenNumber === undefined) this.#queue.push(token);
    else this.#queue.splice(tokenNumber - this.#taken, 0, token);
  }

  #closeBlocks(column: number): void {
    if (this.#cursor.flowLevel > 0) return;
    while (this.#cursor.indent > column) {
      this.#queue.push({ kind: 'block-end', start: this.#cursor.at, end: this.#cursor.at });
      this.#cursor.indent = this.#indents.pop()!;
    }
  }

  #push(kind: TokenKind, length: number): void {
    this.#queue.push({ kind, start: this.#cursor.at, end: this.#cursor.at + length });
    this.#cursor.at += length;
  }

  /** Scans the next token, or the tokens that it implies, into the queue. */
  #fetch(): void {
    const cursor = this.#cursor;
    skipToToken(cursor);
    this.#dropStaleKeys();
    this.#closeBlocks(columnOf(cursor));
    const code = codeAt(cursor);
    if (code === codes.end) this.#fetchEnd();
    else if (cursor.at === cursor.lineStart && code === codes.percent) this.#fetchDirective();
    else if (isDocumentMark(cursor)) this.#fetchDocumentMark(code);
    else if (isLetter(code) || !(this.#fetchMark(code) || this.#fetchScalar(code))) {
      this.#startSimple();
      this.#queue.push(scanPlain(cursor));
    }
  }

  /** Brackets, commas and the marks of entries, keys and values; false where the character is none of these here. */
  #fetchMark(code: number): boolean {
    const cursor = this.#cursor;
    const isMark = (): boolean => cursor.flowLevel > 0 || isGap(codeAt(cursor, 1));
    switch (code) {
      case codes.openBracket:
        this.#fetchFlowStart('flow-sequence-start');
        return true;
      case codes.openBrace:
        this.#fetchFlowStart('flow-mapping-start');
        return true;
      case codes.closeBracket:
        this.#fetchFlowEnd('flow-sequence-end');
        return true;
      case codes.closeBrace:
        this.#fetchFlowEnd('flow-mapping-end');
        return true;
      case codes.comma:
        this.#fetchFlowEntry();
        return true;
      case codes.hyphen:
        if (!isGap(codeAt(cursor, 1))) return false;
        this.#fetchBlockEntry();
        return true;
      case codes.question:
        if (!isMark()) return false;
        this.#fetchKey();
        return true;
      case codes.colon:
        if (!isMark()) return false;
        this.#fetchValue();
        return true;
      default:
        return false;
    }
  }

  /** Scalars in quotes and blocks, anchors, aliases and tags; false for a plain scalar. */
  #fetchScalar(code: number): boolean {
    const cursor = this.#cursor;
    switch (code) {
      case codes.pipe:
      case codes.greater:
        if (cursor.flowLevel > 0) throw new YamlMistake('bad-start', cursor.at);
        this.#fetchBlockScalar(code === codes.pipe);
        return true;
      case codes.hash:
      case codes.percent:
      case codes.at:
      case codes.backtick:
      case codes.tab:
        throw new YamlMistake('bad-start', cursor.at);
      case codes.asterisk:
      case codes.ampersand:
      case codes.exclamation:
      case codes.singleQuote:
      case codes.doubleQuote:
        this.#startSimple();
        this.#queue.push(scanMarked(cursor, code));
        return true;
      default:
        return false;
    }
  }

  #fetchEnd(): void {
    this.#closeBlocks(-1);
    this.#removeKey();
    this.#isDone = true;
    this.#push('stream-end', 0);
  }

  #fetchDirective(): void {
    this.#closeBlocks(-1);
    this.#removeKey();
    this.#cursor.simpleKeyAllowed = false;
    this.#queue.push(scanDirective(this.#cursor));
  }

  #fetchDocumentMark(code: number): void {
    this.#closeBlocks(-1);
    this.#removeKey();
    this.#cursor.simpleKeyAllowed = false;
    this.#push(code === codes.hyphen ? 'document-start' : 'document-end', 3);
  }

  #fetchFlowStart(kind: TokenKind): void {
    this.#saveKey();
    this.#keys.push(undefined);
    this.#cursor.flowLevel++;
    this.#cursor.simpleKeyAllowed = true;
    this.#push(kind, 1);
  }

  #fetchFlowEnd(kind: TokenKind): void {
    this.#removeKey();
    if (this.#cursor.flowLevel > 0) {
      this.#cursor.flowLevel--;
      this.#keys.pop();
    }
    this.#cursor.simpleKeyAllowed = false;
    this.#push(kind, 1);
  }

  #fetchFlowEntry(): void {
    this.#removeKey();
    this.#cursor.simpleKeyAllowed = true;
    this.#push('flow-entry', 1);
  }

  #fetchBlockEntry(): void {
    if (this.#cursor.flowLevel === 0) {
      if (!this.#cursor.simpleKeyAllowed) throw new YamlMistake('entry-not-allowed', this.#cursor.at);
      this.#openBlock(columnOf(this.#cursor), 'block-sequence-start', this.#cursor.at);
    }
    this.#removeKey();
    this.#cursor.simpleKeyAllowed = true;
    this.#push('block-entry', 1);
  }

  #fetchKey(): void {
    if (this.#cursor.flowLevel === 0) {
      if (!this.#cursor.simpleKeyAllowed) throw new YamlMistake('key-not-allowed', this.#cursor.at);
      this.#openBlock(columnOf(this.#cursor), 'block-mapping-start', this.#cursor.at);
    }
    this.#removeKey();
    this.#cursor.simpleKeyAllowed = this.#cursor.flowLevel === 0;
    this.#push('key', 1);
  }

  #fetchValue(): void {
    const key = this.#keys.at(-1);
    if (key !== undefined) {
      this.#queue.splice(key.tokenNumber - this.#taken, 0, {
        kind: 'key',
        start: key.offset,
        end: key.offset,
      });
      this.#openBlock(key.column, 'block-mapping-start', key.offset, key.tokenNumber);
      this.#keys[this.#keys.length - 1] = undefined;
      this.#cursor.simpleKeyAllowed = false;
    } else {
      if (this.#cursor.flowLevel === 0) {
        if (!this.#cursor.simpleKeyAllowed) throw new YamlMistake('value-not-allowed', this.#cursor.at);
        this.#openBlock(columnOf(this.#cursor), 'block-mapping-start', this.#cursor.at);
      }
      this.#cursor.simpleKeyAllowed = this.#cursor.flowLevel === 0;
    }
    this.#push('value', 1);
  }

  #fetchBlockScalar(isLiteral: boolean): void {
    this.#removeKey();
    this.#cursor.simpleKeyAllowed = true;
    this.#queue.push(scanBlockScalar(this.#cursor, isLiteral));
  }

  /** What may be a simple key and can't be followed by one. */
  #startSimple(): void {
    this.#saveKey();
    this.#cursor.simpleKeyAllowed = false;
  }
}

/** What begins with `*`, `&`, `!` or a quote. */
function scanMarked(cursor: Cursor, code: number): Token {
  switch (code) {
    case codes.asterisk:
      return scanAnchor(cursor, 'alias');
    case codes.ampersand:
      return scanAnchor(cursor, 'anchor');
    case codes.exclamation:
      return scanTag(cursor);
    default:
      return scanQuoted(cursor, code === codes.singleQuote);
  }
}

/** Steps over white space, comments and line ends. A tab only counts as white space where no indentation is meant. */
function skipToToken(cursor: Cursor): void {
  for (;;) {
    for (;;) {
      const code = codeAt(cursor);
      if (code === codes.tab ? cursor.flowLevel === 0 && cursor.simpleKeyAllowed : code !== codes.space)
        break;
      cursor.at++;
    }
    if (codeAt(cursor) === codes.hash) while (!isBreakOrEnd(codeAt(cursor))) cursor.at++;
    if (takeBreak(cursor) === '') return;
    if (cursor.flowLevel === 0) cursor.simpleKeyAllowed = true;
  }
}
