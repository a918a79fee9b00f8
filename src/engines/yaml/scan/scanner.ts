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

export interface Scanner {
  /** The token that comes next. Throws `YamlMistake`. */
  peek(): Token;
  /** Steps over it. */
  skip(): void;
}

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

export function createScanner(text: string, isJson: boolean): Scanner {
  const cursor = createCursor(text, isJson);
  const queue: Token[] = [];
  const indents: number[] = [];
  /** One for each level of flow collections, and one for the block. */
  const keys: (SimpleKey | undefined)[] = [undefined];
  let taken = 0;
  let isDone = false;
  /** The first token of the queue once it is certain. */
  let first: Token | undefined;

  function peek(): Token {
    if (first !== undefined) return first;
    while (!isDone && needsMore()) fetch();
    first = queue[0]!;
    return first;
  }

  function skip(): void {
    peek();
    first = undefined;
    queue.shift();
    taken++;
  }

  /** The first token in the queue is certain only when no `:` can make a key of it any more. */
  function needsMore(): boolean {
    if (queue.length === 0) return true;
    dropStaleKeys();
    return keys.some((key) => key?.tokenNumber === taken);
  }

  function dropStaleKeys(): void {
    for (let level = 0; level < keys.length; level++) {
      const key = keys[level];
      if (key === undefined || (key.line === cursor.line && cursor.at - key.offset <= longestKey)) continue;
      if (key.isRequired) throw new YamlMistake('no-colon', cursor.at, key.offset);
      keys[level] = undefined;
    }
  }

  function saveKey(): void {
    if (!cursor.simpleKeyAllowed) return;
    const column = columnOf(cursor);
    removeKey();
    keys[keys.length - 1] = {
      isRequired: cursor.flowLevel === 0 && cursor.indent === column,
      tokenNumber: taken + queue.length,
      offset: cursor.at,
      line: cursor.line,
      column,
    };
  }

  function removeKey(): void {
    const key = keys.at(-1);
    if (key?.isRequired) throw new YamlMistake('no-colon', cursor.at, key.offset);
    keys[keys.length - 1] = undefined;
  }

  function openBlock(column: number, kind: TokenKind, offset: number, tokenNumber?: number): void {
    if (cursor.flowLevel > 0 || cursor.indent >= column) return;
    indents.push(cursor.indent);
    cursor.indent = column;
    const token: Token = { kind, start: offset, end: offset };
    if (tokenNumber === undefined) queue.push(token);
    else queue.splice(tokenNumber - taken, 0, token);
  }

  function closeBlocks(column: number): void {
    if (cursor.flowLevel > 0) return;
    while (cursor.indent > column) {
      queue.push({ kind: 'block-end', start: cursor.at, end: cursor.at });
      cursor.indent = indents.pop()!;
    }
  }

  function push(kind: TokenKind, length: number): void {
    queue.push({ kind, start: cursor.at, end: cursor.at + length });
    cursor.at += length;
  }

  function fetch(): void {
    skipToToken(cursor);
    dropStaleKeys();
    closeBlocks(columnOf(cursor));
    const code = codeAt(cursor);
    if (code === codes.end) {
      fetchEnd();
      return;
    }
    if (cursor.at === cursor.lineStart && code === codes.percent) {
      fetchDirective();
      return;
    }
    if (isDocumentMark(cursor)) {
      fetchDocumentMark(code);
      return;
    }
    if (isLetter(code)) {
      startSimple();
      queue.push(scanPlain(cursor));
      return;
    }
    const inFlow = cursor.flowLevel > 0;
    switch (code) {
      case codes.openBracket:
        fetchFlowStart('flow-sequence-start');
        return;
      case codes.openBrace:
        fetchFlowStart('flow-mapping-start');
        return;
      case codes.closeBracket:
        fetchFlowEnd('flow-sequence-end');
        return;
      case codes.closeBrace:
        fetchFlowEnd('flow-mapping-end');
        return;
      case codes.comma:
        fetchFlowEntry();
        return;
      case codes.hyphen:
        if (isGap(codeAt(cursor, 1))) {
          fetchBlockEntry();
          return;
        }
        break;
      case codes.question:
        if (inFlow || isGap(codeAt(cursor, 1))) {
          fetchKey();
          return;
        }
        break;
      case codes.colon:
        if (inFlow || isGap(codeAt(cursor, 1))) {
          fetchValue();
          return;
        }
        break;
      case codes.asterisk:
        startSimple();
        queue.push(scanAnchor(cursor, 'alias'));
        return;
      case codes.ampersand:
        startSimple();
        queue.push(scanAnchor(cursor, 'anchor'));
        return;
      case codes.exclamation:
        startSimple();
        queue.push(scanTag(cursor));
        return;
      case codes.singleQuote:
        startSimple();
        queue.push(scanQuoted(cursor, true));
        return;
      case codes.doubleQuote:
        startSimple();
        queue.push(scanQuoted(cursor, false));
        return;
      case codes.pipe:
      case codes.greater:
        if (!inFlow) {
          fetchBlockScalar(code === codes.pipe);
          return;
        }
        throw new YamlMistake('bad-start', cursor.at);
      case codes.hash:
      case codes.percent:
      case codes.at:
      case codes.backtick:
      case codes.tab:
        throw new YamlMistake('bad-start', cursor.at);
    }
    startSimple();
    queue.push(scanPlain(cursor));
  }

  function fetchEnd(): void {
    closeBlocks(-1);
    removeKey();
    isDone = true;
    push('stream-end', 0);
  }

  function fetchDirective(): void {
    closeBlocks(-1);
    removeKey();
    cursor.simpleKeyAllowed = false;
    queue.push(scanDirective(cursor));
  }

  function fetchDocumentMark(code: number): void {
    closeBlocks(-1);
    removeKey();
    cursor.simpleKeyAllowed = false;
    push(code === codes.hyphen ? 'document-start' : 'document-end', 3);
  }

  function fetchFlowStart(kind: TokenKind): void {
    saveKey();
    keys.push(undefined);
    cursor.flowLevel++;
    cursor.simpleKeyAllowed = true;
    push(kind, 1);
  }

  function fetchFlowEnd(kind: TokenKind): void {
    removeKey();
    if (cursor.flowLevel > 0) {
      cursor.flowLevel--;
      keys.pop();
    }
    cursor.simpleKeyAllowed = false;
    push(kind, 1);
  }

  function fetchFlowEntry(): void {
    removeKey();
    cursor.simpleKeyAllowed = true;
    push('flow-entry', 1);
  }

  function fetchBlockEntry(): void {
    if (cursor.flowLevel === 0) {
      if (!cursor.simpleKeyAllowed) throw new YamlMistake('entry-not-allowed', cursor.at);
      openBlock(columnOf(cursor), 'block-sequence-start', cursor.at);
    }
    removeKey();
    cursor.simpleKeyAllowed = true;
    push('block-entry', 1);
  }

  function fetchKey(): void {
    if (cursor.flowLevel === 0) {
      if (!cursor.simpleKeyAllowed) throw new YamlMistake('key-not-allowed', cursor.at);
      openBlock(columnOf(cursor), 'block-mapping-start', cursor.at);
    }
    removeKey();
    cursor.simpleKeyAllowed = cursor.flowLevel === 0;
    push('key', 1);
  }

  function fetchValue(): void {
    const key = keys.at(-1);
    if (key !== undefined) {
      queue.splice(key.tokenNumber - taken, 0, { kind: 'key', start: key.offset, end: key.offset });
      openBlock(key.column, 'block-mapping-start', key.offset, key.tokenNumber);
      keys[keys.length - 1] = undefined;
      cursor.simpleKeyAllowed = false;
    } else {
      if (cursor.flowLevel === 0) {
        if (!cursor.simpleKeyAllowed) throw new YamlMistake('value-not-allowed', cursor.at);
        openBlock(columnOf(cursor), 'block-mapping-start', cursor.at);
      }
      cursor.simpleKeyAllowed = cursor.flowLevel === 0;
    }
    push('value', 1);
  }

  function fetchBlockScalar(isLiteral: boolean): void {
    removeKey();
    cursor.simpleKeyAllowed = true;
    queue.push(scanBlockScalar(cursor, isLiteral));
  }

  /** What may be a simple key and can't be followed by one. */
  function startSimple(): void {
    saveKey();
    cursor.simpleKeyAllowed = false;
  }

  return { peek, skip };
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
