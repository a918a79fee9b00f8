/** Scans what stands before a value or a document: anchors, aliases, tags, directives. */

import { type Cursor, codeAt, codes, isBlank, isBreakOrEnd, isGap, takeBreak } from './cursor.ts';
import { type Token, YamlMistake } from './token.ts';

/** `&name` or `*name`. */
export function scanAnchor(cursor: Cursor, kind: 'anchor' | 'alias'): Token {
  const start = cursor.at;
  const text = take(cursor, /[0-9A-Za-z_-]*/y, 1);
  const next = codeAt(cursor);
  if (text === '' || !(isGap(next) || '?:,]}%@`'.includes(String.fromCharCode(next))))
    throw new YamlMistake(kind === 'alias' ? 'bad-alias' : 'bad-anchor', cursor.at, start);
  return { kind, start, end: cursor.at, text };
}

/** `!`, `!local`, `!!str`, `!handle!suffix` or `!<uri>`. */
export function scanTag(cursor: Cursor): Token {
  const start = cursor.at;
  let handle = '';
  let text: string;
  if (codeAt(cursor, 1) === 0x3c) {
    text = take(cursor, /[0-9A-Za-z_\-;/?:@&=+$,.!~*'()[\]%]*/y, 2);
    if (text === '' || codeAt(cursor) !== codes.greater) throw new YamlMistake('bad-tag', cursor.at, start);
    cursor.at++;
  } else {
    const word = take(cursor, /[0-9A-Za-z_-]*/y, 1);
    if (codeAt(cursor) === codes.exclamation) {
      handle = `!${word}!`;
      text = take(cursor, uriCharacters(), 1);
      if (text === '') throw new YamlMistake('bad-tag', cursor.at, start);
    } else {
      handle = '!';
      text = word + take(cursor, uriCharacters(), 0);
      if (text === '') [handle, text] = ['', '!'];
    }
  }
  if (!isGap(codeAt(cursor)) && !(cursor.flowLevel > 0 && codeAt(cursor) === codes.comma))
    throw new YamlMistake('bad-tag', cursor.at, start);
  if (/%(?![0-9A-Fa-f]{2})/.test(text)) throw new YamlMistake('bad-tag', cursor.at, start);
  return { kind: 'tag', start, end: cursor.at, handle, text: unescaped(text) };
}

function uriCharacters(): RegExp {
  return /[0-9A-Za-z_\-;/?:@&=+$.!~*'()%]*/y;
}

function unescaped(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}

/** A line that begins with `%`. */
export function scanDirective(cursor: Cursor): Token {
  const start = cursor.at;
  const name = take(cursor, /[0-9A-Za-z_-]*/y, 1);
  let token: Token;
  if (name === 'YAML') {
    const text = take(cursor, /[ \t]+\d{1,9}\.\d{1,9}/y, 0);
    if (text === '') throw new YamlMistake('bad-directive', cursor.at, start);
    token = { kind: 'version-directive', start, end: cursor.at, text: text.trim() };
  } else if (name === 'TAG') {
    const found = take(cursor, /[ \t]+![0-9A-Za-z_-]*!?[ \t]+[0-9A-Za-z_\-;/?:@&=+$,.!~*'()[\]%]+/y, 0);
    const [handle = '', prefix = ''] = found.trim().split(/[ \t]+/);
    if (found === '' || (handle !== '!' && !handle.endsWith('!')))
      throw new YamlMistake('bad-directive', cursor.at, start);
    token = { kind: 'tag-directive', start, end: cursor.at, handle, text: unescaped(prefix) };
  } else throw new YamlMistake('unknown-directive', cursor.at, start);
  while (isBlank(codeAt(cursor))) cursor.at++;
  if (codeAt(cursor) === codes.hash) while (!isBreakOrEnd(codeAt(cursor))) cursor.at++;
  if (!isBreakOrEnd(codeAt(cursor))) throw new YamlMistake('bad-directive', cursor.at, start);
  takeBreak(cursor);
  return token;
}

function take(cursor: Cursor, pattern: RegExp, skip: number): string {
  cursor.at += skip;
  pattern.lastIndex = cursor.at;
  const [text] = pattern.exec(cursor.text) ?? [''];
  cursor.at += text.length;
  return text;
}
