/**
 * The gems that a Gemfile names, with their groups, versions and origins. The file is read as text and never run: `gem`,
 * `group`, `git`, `github`, `path`, `platforms`, `install_if`, `env`, `source`, `eval_gemfile`, conditions and `each` over
 * lists are understood; a condition that can't be decided counts as true.
 */

import { Cursor, type Result, readExpression, type Scope, truth, UNKNOWN } from './expression.ts';
import { readTokens, type Token } from './tokens.ts';

/** Where Bundler gets a gem that it does not get from a registry. */
export type GemOrigin =
  | { readonly kind: 'git'; readonly address: string; readonly ref: string | undefined }
  | { readonly kind: 'path'; readonly path: string };

export interface Gem {
  readonly name: string;
  /** As written: `~> 2.5`. */
  readonly requirements: readonly string[];
  readonly groups: readonly string[];
  /** What Bundler requires: the name of the gem, else what `require:` says. */
  readonly requires: readonly string[];
  readonly origin: GemOrigin | undefined;
  /** From 1. */
  readonly line: number;
  readonly column: number;
}

export interface GemfilePorts {
  readonly environment: (name: string) => string | undefined;
  /** The text of a file that `eval_gemfile` names, by its path from the Gemfile; undefined where there is none. */
  readonly include: (path: string) => string | undefined;
}

/** In the order of the file. */
export function readGemfile(text: string, ports: GemfilePorts): readonly Gem[] {
  const reader = new Reader(ports);
  reader.read(text);
  return reader.found;
}

/** The depth of `eval_gemfile` beyond which files are taken to name each other. */
const DEEPEST = 5;

/** Methods of Bundler's that say something of gems. */
const CALLS = [
  ...['gem', 'group', 'platform', 'platforms', 'install_if', 'env', 'eval_gemfile'],
  ...['git', 'github', 'path'],
];

/** What the blocks around a statement say. */
interface Around {
  readonly groups: readonly string[];
  /** False where a platform or condition leaves its gems out. */
  readonly counts: boolean;
  /** Of a `git`, `github` or `path` block. */
  readonly origin?: GemOrigin | undefined;
}

interface Arguments {
  readonly values: readonly Result[];
  readonly options: ReadonlyMap<string, Result>;
}

class Reader {
  readonly found: Gem[] = [];
  private readonly ports: GemfilePorts;
  private readonly variables = new Map<string, Result>();
  private readonly scope: Scope;
  private depth = 0;
  private cursor = new Cursor([]);

  constructor(ports: GemfilePorts) {
    this.ports = ports;
    this.scope = { variables: this.variables, environment: ports.environment };
  }

  read(text: string, around: Around = { groups: [], counts: true }): void {
    const outer = this.cursor;
    this.cursor = new Cursor(readTokens(text));
    while (!this.cursor.isDone) {
      this.statements(around);
      // an `end` too many
      this.cursor.next();
    }
    this.cursor = outer;
  }

  /** Up to a word or brace that closes the block, which is left standing. */
  private statements(around: Around): void {
    const { cursor } = this;
    for (;;) {
      cursor.skipLineEnds();
      if (
        cursor.isDone ||
        cursor.isMark('}') ||
        cursor.isWord('end', 'else', 'elsif', 'when', 'rescue', 'ensure', 'in')
      )
        return;
      const before = cursor.at;
      this.statement(around);
      if (cursor.at === before) cursor.next();
    }
  }

  private statement(around: Around): void {
    const { cursor } = this;
    const start = cursor.at;
    const counts = this.modifier(start, around.counts);
    const here = { ...around, counts };
    if (cursor.isWord('if', 'unless')) this.condition(around);
    else if (cursor.isWord('case', 'begin', 'while', 'until', 'for')) this.opaqueBlock(around);
    else if (cursor.isWord('def', 'class', 'module')) this.opaqueBlock({ ...around, counts: false });
    else if (
      cursor.token.kind === 'word' &&
      cursor.ahead(1).kind === 'mark' &&
      /^(?:\|\||&&)?=$/.test(cursor.ahead(1).text)
    )
      this.assignment();
    else if (cursor.isWord(...CALLS)) this.call(here);
    else this.other(here);
    // what is left of the statement: its modifier, or what nobody understands
    this.skipToEnd(here);
  }

  /** Whether a `… if x` or `… unless x` at the end of a one-line statement lets it count. */
  private modifier(start: number, counts: boolean): boolean {
    const { cursor } = this;
    if (!counts) return false;
    let depth = 0;
    for (let at = start + 1; ; at++) {
      const { kind, text } = cursor.ahead(at - start);
      if (kind === 'mark' && /^[([{]$/.test(text)) depth++;
      if (kind === 'mark' && /^[)\]}]$/.test(text)) depth--;
      if (kind === 'end' || depth < 0 || (kind === 'word' && text === 'do')) return true;
      if (depth > 0 || kind !== 'word' || (text !== 'if' && text !== 'unless')) continue;
      cursor.at = at + 1;
      const holds = truth(readExpression(cursor, this.scope));
      cursor.at = start;
      return holds === undefined || holds === (text === 'if');
    }
  }

  private condition(around: Around): void {
    const { cursor } = this;
    const wanted = cursor.next().text === 'if';
    let holds = truth(readExpression(cursor, this.scope));
    let branch: boolean | undefined = holds === undefined ? undefined : holds === wanted;
    // what can't be decided counts as true, and its other branches are not
    let isSettled = branch !== false;
    this.skipThen();
    this.statements({ ...around, counts: around.counts && branch !== false });
    while (cursor.isWord('elsif', 'else')) {
      if (cursor.next().text === 'elsif') {
        holds = truth(readExpression(cursor, this.scope));
        branch = !isSettled && holds !== false;
      } else branch = !isSettled;
      isSettled ||= branch;
      this.skipThen();
      this.statements({ ...around, counts: around.counts && branch });
    }
    if (cursor.isWord('end')) cursor.next();
  }

  private skipThen(): void {
    if (this.cursor.isWord('then')) this.cursor.next();
  }

  /** A block whose course can't be decided: all that is in it counts. */
  private opaqueBlock(around: Around): void {
    const { cursor } = this;
    cursor.next();
    while (cursor.token.kind !== 'end' && !cursor.isDone) cursor.next();
    this.statements(around);
    while (cursor.isWord('when', 'else', 'rescue', 'ensure', 'in')) {
      while (cursor.token.kind !== 'end' && !cursor.isDone) cursor.next();
      this.statements(around);
    }
    if (cursor.isWord('end')) cursor.next();
  }

  private assignment(): void {
    const { cursor } = this;
    const name = cursor.next().text;
    const operator = cursor.next().text;
    const value = readExpression(cursor, this.scope);
    if (operator === '=' || truth(this.variables.get(name) ?? null) === false)
      this.variables.set(name, value);
  }

  private call(around: Around): void {
    const { cursor } = this;
    const word = cursor.next();
    const given = this.arguments();
    if (word.text === 'gem') this.gem(word, given, around);
    else if (word.text === 'eval_gemfile') this.include(given, around);
    else this.block(this.inside(word.text, given, around));
  }

  private inside(word: string, { values, options }: Arguments, around: Around): Around {
    const { groups, counts } = around;
    if (word === 'group') return { ...around, groups: [...groups, ...textsOf(values)] };
    if (word === 'git' || word === 'github' || word === 'path')
      return { ...around, origin: originOf(new Map([...options, [word, values[0] ?? null]])) };
    if (word === 'install_if')
      return { ...around, counts: counts && values.every((value) => truth(value) !== false) };
    if (word !== 'env') return { ...around, counts: counts && isOurPlatform(values) };
    const names = textsOf(values).every((name) => this.ports.environment(name) !== undefined);
    const texts = [...options].every(
      ([name, value]) => value === UNKNOWN || this.ports.environment(name) === value,
    );
    return { ...around, counts: counts && names && texts };
  }

  private gem(word: Token, { values, options }: Arguments, { groups, counts, origin }: Around): void {
    const [name, ...requirements] = values;
    if (!counts || typeof name !== 'string') return;
    const platforms = options.get('platforms') ?? options.get('platform');
    if (platforms !== undefined && !isOurPlatform(platforms)) return;
    if (truth(options.get('install_if') ?? true) === false) return;
    const wanted = options.get('require') ?? null;
    this.found.push({
      name,
      requirements: textsOf(requirements),
      groups: [...groups, ...textsOf([options.get('group') ?? [], options.get('groups') ?? []])],
      requires: wanted === null || wanted === true || wanted === UNKNOWN ? [name] : textsOf([wanted]),
      origin: originOf(options) ?? origin,
      ...{ line: word.line, column: word.column },
    });
  }

  private include({ values: [path] }: Arguments, around: Around): void {
    if (!around.counts || typeof path !== 'string' || this.depth >= DEEPEST) return;
    const text = this.ports.include(path);
    if (text === undefined) return;
    this.depth++;
    this.read(text, around);
    this.depth--;
  }

  /** Values and options of a call, with or without parentheses. */
  private arguments(): Arguments {
    const { cursor } = this;
    const values: Result[] = [];
    const options = new Map<string, Result>();
    const hasParentheses = cursor.accept('(');
    let braces = 0;
    while (!cursor.isDone) {
      const before = cursor.at;
      // the braces of `gem "x", { group: :y }` say nothing
      const isHash = cursor.isMark('{') && cursor.ahead(-1).text === ',';
      if (isHash) braces++;
      if (isHash || (braces > 0 && cursor.isMark('}') && braces-- > 0)) cursor.next();
      else if ((hasParentheses || braces > 0) && cursor.token.kind === 'end') cursor.next();
      else if (
        cursor.token.kind === 'end' ||
        cursor.isWord('do', 'if', 'unless', 'end') ||
        cursor.isMark(')', '}', ';', '{')
      )
        break;
      else if (!cursor.accept(',', '*')) this.argument(values, options);
      if (cursor.at === before) cursor.next();
    }
    if (hasParentheses) cursor.accept(')');
    return { values, options };
  }

  private argument(values: Result[], options: Map<string, Result>): void {
    const { cursor } = this;
    if (cursor.token.kind === 'label') {
      const name = cursor.next().text;
      options.set(name, readExpression(cursor, this.scope));
      return;
    }
    const value = readExpression(cursor, this.scope);
    if (!cursor.accept('=>')) values.push(value);
    else if (typeof value === 'string') options.set(value, readExpression(cursor, this.scope));
  }

  /** `do … end` or `{ … }`, where one stands here. */
  private block(around: Around, parameter?: (name: string) => void): void {
    const { cursor } = this;
    if (!cursor.isWord('do') && !cursor.isMark('{')) return;
    cursor.next();
    if (cursor.accept('|')) {
      parameter?.(cursor.token.text);
      while (!cursor.accept('|') && cursor.token.kind !== 'end' && !cursor.isDone) cursor.next();
    }
    this.statements(around);
    while (cursor.isWord('rescue', 'ensure', 'else')) {
      cursor.next();
      this.statements(around);
    }
    if (cursor.isWord('end') || cursor.isMark('}')) cursor.next();
  }

  /** `[…].each do |name|`, or a call that says nothing of gems (`source`, `git`, `ruby`). */
  private other(around: Around): void {
    const { cursor } = this;
    const start = cursor.at;
    const list = readExpression(cursor, this.scope);
    if (cursor.isMark('.') && cursor.ahead(1).text === 'each') {
      cursor.next();
      cursor.next();
      this.each(Array.isArray(list) ? list : [], around);
      return;
    }
    if (cursor.at === start) cursor.next();
    if (cursor.ahead(-1).kind === 'word') this.arguments();
    if (cursor.isWord('do')) this.block(around);
  }

  private each(list: readonly Result[], around: Around): void {
    const start = this.cursor.at;
    for (const value of list) {
      this.cursor.at = start;
      this.block(around, (name) => void this.variables.set(name, value));
    }
    if (list.length === 0) this.block({ ...around, counts: false });
  }

  private skipToEnd(around: Around): void {
    const { cursor } = this;
    while (
      cursor.token.kind !== 'end' &&
      !cursor.isDone &&
      !cursor.isMark(';', '}') &&
      !cursor.isWord('end')
    ) {
      if (cursor.isWord('do')) this.block(around);
      else if (cursor.isMark('{')) this.block({ ...around, counts: false });
      else cursor.next();
    }
    if (cursor.isMark(';')) cursor.next();
  }
}

/** Undefined where Bundler would ask a registry. */
function originOf(options: ReadonlyMap<string, Result>): GemOrigin | undefined {
  const text = (name: string): string | undefined => textsOf([options.get(name) ?? []])[0];
  const path = text('path');
  if (path !== undefined) return { kind: 'path', path };
  const shorthand = text('github');
  const github = shorthand?.includes('/') === false ? `${shorthand}/${shorthand}` : shorthand;
  const address = text('git') ?? (github === undefined ? undefined : `https://github.com/${github}`);
  const ref = text('ref') ?? text('tag') ?? text('branch');
  return address === undefined ? undefined : { kind: 'git', address, ref };
}

function textsOf(values: readonly Result[]): readonly string[] {
  return values.flatMap((value) =>
    Array.isArray(value) ? textsOf(value) : typeof value === 'string' ? [value] : [],
  );
}

/** Sites are built as on Ruby itself, wherever that is not Windows. */
function isOurPlatform(value: Result): boolean {
  const names = textsOf([value]);
  return names.length === 0 || names.some((name) => /^(?:ruby|mri)(?:_|$)/.test(name));
}
