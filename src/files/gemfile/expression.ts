/** Ruby's expressions as far as a Gemfile's conditions and arguments need them. Nothing is run: what isn't known is `UNKNOWN`. */

import type { Token } from './tokens.ts';

export const UNKNOWN = Symbol('unknown');

export type Known = string | boolean | null | readonly Result[];
export type Result = Known | typeof UNKNOWN;

/** What the words of a Gemfile stand for. */
export interface Scope {
  readonly variables: ReadonlyMap<string, Result>;
  readonly environment: (name: string) => string | undefined;
}

const END: Token = { kind: 'end', text: '', line: 0, column: 0 };

/** A place in the tokens that moves on. */
export class Cursor {
  private readonly tokens: readonly Token[];
  at = 0;

  constructor(tokens: readonly Token[]) {
    this.tokens = tokens;
  }

  get isDone(): boolean {
    return this.at >= this.tokens.length;
  }

  get token(): Token {
    return this.tokens[this.at] ?? END;
  }

  ahead(count: number): Token {
    return this.tokens[this.at + count] ?? END;
  }

  next(): Token {
    const { token } = this;
    this.at++;
    return token;
  }

  isMark(...texts: readonly string[]): boolean {
    return this.token.kind === 'mark' && texts.includes(this.token.text);
  }

  isWord(...texts: readonly string[]): boolean {
    return this.token.kind === 'word' && texts.includes(this.token.text);
  }

  /** Moves on where the mark stands here. */
  accept(...texts: readonly string[]): boolean {
    const is = this.isMark(...texts);
    if (is) this.at++;
    return is;
  }

  skipLineEnds(): void {
    while (this.token.kind === 'end' && !this.isDone) this.at++;
  }
}

/** Whether Ruby takes a value for true; undefined where it is not known. */
export function truth(value: Result): boolean | undefined {
  return value === UNKNOWN ? undefined : value !== false && value !== null;
}

export function readExpression(cursor: Cursor, scope: Scope): Result {
  let left = readNot(cursor, scope);
  while (cursor.isWord('and', 'or'))
    left = combine(cursor.next().text === 'and', left, readNot(cursor, scope));
  return left;
}

function readNot(cursor: Cursor, scope: Scope): Result {
  if (!cursor.isWord('not')) return readTernary(cursor, scope);
  cursor.next();
  return negate(readNot(cursor, scope));
}

function readTernary(cursor: Cursor, scope: Scope): Result {
  const condition = readOr(cursor, scope);
  if (!cursor.accept('?')) return condition;
  const yes = readTernary(cursor, scope);
  cursor.accept(':');
  const no = readTernary(cursor, scope);
  const holds = truth(condition);
  return holds === undefined ? UNKNOWN : holds ? yes : no;
}

function readOr(cursor: Cursor, scope: Scope): Result {
  let left = readAnd(cursor, scope);
  while (cursor.accept('||')) left = combine(false, left, readAnd(cursor, scope));
  return left;
}

function readAnd(cursor: Cursor, scope: Scope): Result {
  let left = readComparison(cursor, scope);
  while (cursor.accept('&&')) left = combine(true, left, readComparison(cursor, scope));
  return left;
}

function combine(isAnd: boolean, left: Result, right: Result): Result {
  const holds = truth(left);
  if (holds !== undefined) return holds === isAnd ? right : left;
  // one side may settle it
  return truth(right) === !isAnd && typeof right === 'boolean' ? right : UNKNOWN;
}

function negate(value: Result): Result {
  const holds = truth(value);
  return holds === undefined ? UNKNOWN : !holds;
}

const OPAQUE_OPERATORS = ['=~', '!~', '<', '>', '<=', '>=', '<=>', '===', '*', '-', '/', '%', '|', '&'];

function readComparison(cursor: Cursor, scope: Scope): Result {
  let left = readUnary(cursor, scope);
  for (;;) {
    if (cursor.isMark('==', '!=')) {
      const isEqual = cursor.next().text === '==';
      const right = readUnary(cursor, scope);
      left = left === UNKNOWN || right === UNKNOWN ? UNKNOWN : (left === right) === isEqual;
    } else if (cursor.accept('+')) {
      const right = readUnary(cursor, scope);
      if (Array.isArray(left) && Array.isArray(right)) left = [...left, ...right];
      else left = typeof left === 'string' && typeof right === 'string' ? left + right : UNKNOWN;
    } else if (cursor.accept(...OPAQUE_OPERATORS)) {
      readUnary(cursor, scope);
      left = UNKNOWN;
    } else return left;
  }
}

function readUnary(cursor: Cursor, scope: Scope): Result {
  if (cursor.accept('!')) return negate(readUnary(cursor, scope));
  if (cursor.accept('->')) {
    if (cursor.isMark('(')) readGroup(cursor, scope, ')');
    return cursor.accept('{') ? (readGroupRest(cursor, scope, '}').at(-1) ?? null) : UNKNOWN;
  }
  return readCalls(readPrimary(cursor, scope), cursor, scope);
}

function readPrimary(cursor: Cursor, scope: Scope): Result {
  const { kind, text, items } = cursor.token;
  if (kind === 'string' || kind === 'symbol') return cursor.next().text;
  if (kind === 'list') {
    cursor.next();
    return items ?? [];
  }
  if (cursor.accept('[')) return readGroupRest(cursor, scope, ']');
  if (cursor.accept('(')) return readGroupRest(cursor, scope, ')').at(-1) ?? null;
  if (cursor.accept('{')) {
    readGroupRest(cursor, scope, '}');
    return UNKNOWN;
  }
  if (kind === 'end' || kind === 'mark') return UNKNOWN;
  cursor.next();
  return kind === 'word' ? readWord(text, cursor, scope) : UNKNOWN;
}

function readWord(word: string, cursor: Cursor, scope: Scope): Result {
  if (word === 'ENV') return readEnvironment(cursor, scope);
  if (word === 'Gem' && cursor.isMark('.') && cursor.ahead(1).text === 'win_platform?') {
    cursor.next();
    cursor.next();
    return false;
  }
  if (word === 'true' || word === 'false') return word === 'true';
  if (word === 'nil') return null;
  if (word === 'RUBY_ENGINE') return 'ruby';
  if (cursor.isMark('(')) {
    readGroup(cursor, scope, ')');
    return UNKNOWN;
  }
  return scope.variables.get(word) ?? UNKNOWN;
}

/** `ENV["X"]`, `ENV.fetch("X", "default")`, `ENV.key?("X")`. */
function readEnvironment(cursor: Cursor, scope: Scope): Result {
  if (cursor.isMark('[')) {
    const [name] = readGroup(cursor, scope, ']');
    return typeof name === 'string' ? (scope.environment(name) ?? null) : UNKNOWN;
  }
  if (!cursor.isMark('.')) return UNKNOWN;
  const method = cursor.ahead(1).text;
  cursor.next();
  cursor.next();
  const [name, other = UNKNOWN] = cursor.isMark('(') ? readGroup(cursor, scope, ')') : [];
  if (typeof name !== 'string') return UNKNOWN;
  const value = scope.environment(name);
  if (method === 'fetch') return value ?? other;
  return /^(?:key|has_key|include|member)\?$/.test(method) ? value !== undefined : UNKNOWN;
}

/** Calls with a dot behind a value; those of methods that are not known give nothing known. */
function readCalls(first: Result, cursor: Cursor, scope: Scope): Result {
  let value = first;
  for (;;) {
    if (cursor.isMark('.', '::') || (cursor.isMark('&') && cursor.ahead(1).text === '.')) {
      // the block of `each` is a statement's, not an expression's
      if (cursor.ahead(1).text === 'each') return value;
      if (cursor.next().text === '&') cursor.next();
      const method = cursor.next().text;
      const args = cursor.isMark('(') ? readGroup(cursor, scope, ')') : [];
      value = callMethod(value, method, args);
    } else if (cursor.isMark('[') && cursor.ahead(-1).kind !== 'end') {
      readGroup(cursor, scope, ']');
      value = UNKNOWN;
    } else return value;
  }
}

function callMethod(value: Result, method: string, args: readonly Result[]): Result {
  if (value === UNKNOWN) return UNKNOWN;
  const [argument] = args;
  switch (method) {
    case 'nil?':
      return value === null;
    case 'to_s':
      return value === null ? '' : typeof value === 'string' ? value : UNKNOWN;
    case 'empty?':
      return typeof value === 'string' || Array.isArray(value) ? value.length === 0 : UNKNOWN;
    case 'downcase':
      return typeof value === 'string' ? value.toLowerCase() : UNKNOWN;
    case 'include?':
      if (argument === undefined || argument === UNKNOWN) return UNKNOWN;
      if (typeof value === 'string') return typeof argument === 'string' ? value.includes(argument) : UNKNOWN;
      return Array.isArray(value) ? value.includes(argument) : UNKNOWN;
    default:
      return UNKNOWN;
  }
}

/** The values between an opening mark, which stands here, and its closing one. */
export function readGroup(cursor: Cursor, scope: Scope, close: string): Result[] {
  cursor.next();
  return readGroupRest(cursor, scope, close);
}

function readGroupRest(cursor: Cursor, scope: Scope, close: string): Result[] {
  const values: Result[] = [];
  while (!cursor.isDone) {
    if (cursor.accept(close)) break;
    const before = cursor.at;
    if (cursor.accept(',', '=>', ';') || cursor.token.kind === 'end' || cursor.token.kind === 'label') {
      if (cursor.at === before) cursor.next();
      continue;
    }
    values.push(readExpression(cursor, scope));
    if (cursor.at === before) cursor.next();
  }
  return values;
}
