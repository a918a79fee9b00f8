/**
 * The engine: a stack of states run over a text, equal in behaviour to Rouge's RegexLexer. The first rule of the state
 * on top that matches decides; where none does, one character becomes an error token.
 */
import type {
  Action,
  DefinedLexer,
  Language,
  LexerOptions,
  Lexing,
  Move,
  RunningLexer,
  States,
} from './lexer.ts';
import { compilePattern, OTHER, type Pattern, runEnd, type Written } from './pattern.ts';
import { type Guarded, isGuarded, isScanner, type Scanner, type Seen } from './scanner.ts';
import type { Emit, TokenClass } from './tokens.ts';

/** Rouge gives up a rule after this many matches in a row that consumed nothing. */
const MAX_NULL_STEPS = 5;
const NOT_ASCII = /[^\x00-\x7f]/;
const NEWLINE = 10;

interface CompiledRule<Data> {
  readonly order: number;
  /** The order of the first rule after the mixin that this rule came with: where the search goes on when it gives up. */
  readonly resume: number;
  readonly lineStart: boolean;
  readonly pattern: Pattern | undefined;
  /** The pattern's, copied here, so that simple patterns are not looked up. */
  readonly isEmpty: boolean;
  readonly rest: Uint8Array | undefined;
  readonly scanner: Scanner | undefined;
  readonly guard: Guarded | undefined;
  /** Whether the action may ask for the groups of the match. */
  readonly captures: boolean;
  readonly action: Action<Data>;
  readonly move: Move | undefined;
  /** The pattern's two compiled forms, made on first use. */
  ascii: RegExp | undefined;
  unicode: RegExp | undefined;
}

interface CompiledState<Data> {
  readonly name: string;
  readonly rules: readonly CompiledRule<Data>[];
  /** By first character: the rules that can match there, computed on first use. */
  readonly candidates: (readonly CompiledRule<Data>[] | undefined)[];
}

/** Makes a lexer of a language's tables; its states are compiled when first entered. */
export function defineLexer<Data = undefined>(language: Language<Data>): DefinedLexer<Data> {
  const compiler = new Compiler(language);
  return { tag: language.tag, start: (options = {}) => new StateMachine(compiler, options) };
}

class Compiler<Data> {
  readonly language: Language<Data>;
  private written: States<Data> | undefined = undefined;
  private readonly states = new Map<string, CompiledState<Data>>();
  private readonly patterns = new Map<Written, Pattern>();

  constructor(language: Language<Data>) {
    this.language = language;
  }

  state(name: string): CompiledState<Data> {
    let state = this.states.get(name);
    if (state === undefined) {
      const rules: CompiledRule<Data>[] = [];
      this.flatten(name, rules);
      state = { name, rules, candidates: [] };
      this.states.set(name, state);
    }
    return state;
  }

  /** Writes the rules of a state and of what it mixes in into one list. */
  private flatten(name: string, into: CompiledRule<Data>[]): void {
    this.written ??= this.language.states();
    const entries = this.written[name] ?? this.language.grow?.(name);
    if (entries === undefined) throw new Error(`the ${this.language.tag} lexer has no state ${name}`);
    const own: number[] = [];
    for (const entry of entries) {
      if (typeof entry === 'string') {
        this.flatten(entry, into);
        continue;
      }
      const [when, action, next] = entry;
      const scanner = isScanner(when) ? when : undefined;
      const written = isScanner(when) ? undefined : isGuarded(when) ? when.pattern : when;
      const pattern = written && this.pattern(written);
      own.push(into.length);
      into.push({
        order: into.length,
        resume: 0,
        lineStart: (pattern ?? scanner)?.lineStart ?? false,
        pattern,
        isEmpty: pattern?.isEmpty ?? false,
        rest: pattern?.rest,
        scanner,
        guard: isGuarded(when) ? when : undefined,
        captures: typeof action !== 'string' && pattern !== undefined && pattern.groups > 0,
        action,
        move: typeof next === 'string' ? { leave: 0, enter: [next] } : next,
        ascii: undefined,
        unicode: undefined,
      });
    }
    for (const index of own) {
      const rule = into[index];
      if (rule !== undefined) into[index] = { ...rule, resume: into.length };
    }
  }

  private pattern(written: Written): Pattern {
    let pattern = this.patterns.get(written);
    if (pattern === undefined) {
      pattern = compilePattern(written);
      this.patterns.set(written, pattern);
    }
    return pattern;
  }
}

function candidatesOf<Data>(state: CompiledState<Data>, bucket: number): readonly CompiledRule<Data>[] {
  const char = String.fromCharCode(bucket);
  const list = state.rules.filter(({ pattern, scanner }) =>
    pattern === undefined ? scanner?.first.includes(char) : pattern.first[bucket] === 1,
  );
  state.candidates[bucket] = list;
  return list;
}

/** Runs a language's compiled states. */
class StateMachine<Data> implements Lexing<Data> {
  readonly options: LexerOptions;
  private remembered: { data: Data } | undefined;
  private readonly compiler: Compiler<Data>;
  private stack: CompiledState<Data>[] = [];
  private emit: Emit = () => {};
  private text = '';
  private from = 0;
  private to = 0;
  private found: RegExpExecArray | undefined;
  private seen: Seen | undefined;

  constructor(compiler: Compiler<Data>, options: LexerOptions) {
    this.compiler = compiler;
    this.options = options;
    this.reset();
  }

  get data(): Data {
    // A language without `data` has `Data = undefined`.
    this.remembered ??= { data: this.compiler.language.data?.(this.options) as Data };
    return this.remembered.data;
  }

  set data(data: Data) {
    this.remembered = { data };
  }

  reset(): void {
    this.stack = [this.compiler.state('root')];
    this.remembered = undefined;
    this.compiler.language.begin?.(this);
  }

  lex(text: string, emit: Emit): void {
    const unicode = NOT_ASCII.test(text);
    const length = text.length;
    this.text = text;
    this.emit = emit;
    this.seen = undefined;
    let nullSteps = 0;
    let at = 0;
    while (at < length) {
      const state = this.top();
      const code = text.charCodeAt(at);
      const bucket = code < OTHER ? code : OTHER;
      const rules = state.candidates[bucket] ?? candidatesOf(state, bucket);
      let resume = 0;
      let stepped = false;
      for (let n = 0; n < rules.length; n++) {
        const rule = rules[n]!;
        if (rule.order < resume) continue;
        if (rule.lineStart && at > 0 && text.charCodeAt(at - 1) !== NEWLINE) continue;
        const to = this.match(rule, at, unicode);
        if (to < 0) continue;
        this.from = at;
        this.to = to;
        this.perform(rule);
        if (to > at) nullSteps = 0;
        else if (++nullSteps > MAX_NULL_STEPS) {
          resume = rule.resume;
          continue;
        }
        at = to;
        stepped = true;
        break;
      }
      if (stepped) continue;
      const char = String.fromCodePoint(text.codePointAt(at) ?? 0);
      emit('err', char);
      at += char.length;
    }
  }

  /** The end of the rule's match at `at`, or -1. */
  private match(rule: CompiledRule<Data>, at: number, unicode: boolean): number {
    this.found = undefined;
    if (rule.isEmpty) return at;
    if (rule.rest !== undefined && !unicode) return runEnd(this.text, at + 1, rule.rest);
    const { pattern } = rule;
    if (pattern === undefined) return rule.scanner?.scan(this.text, at, (this.seen ??= new Map())) ?? -1;
    if (rule.guard !== undefined && this.isHopeless(rule.guard, at)) return -1;
    const sticky = unicode ? (rule.unicode ??= pattern.unicode()) : (rule.ascii ??= pattern.ascii());
    sticky.lastIndex = at;
    if (!rule.captures) {
      if (sticky.test(this.text)) return sticky.lastIndex;
    } else {
      const found = sticky.exec(this.text);
      if (found !== null) {
        this.found = found;
        return sticky.lastIndex;
      }
    }
    if (rule.guard !== undefined) this.giveUp(rule.guard, at);
    return -1;
  }

  private isHopeless(guard: Guarded, at: number): boolean {
    const known = this.seen?.get(guard);
    return known !== undefined && known.from <= at && at < known.found;
  }

  private giveUp(guard: Guarded, at: number): void {
    const until = guard.until();
    until.lastIndex = at;
    const found = until.exec(this.text)?.index ?? this.text.length;
    this.seen ??= new Map();
    this.seen.set(guard, { from: at, found, end: found });
  }

  private perform(rule: CompiledRule<Data>): void {
    const { action, move } = rule;
    if (typeof action === 'string') {
      if (this.to > this.from) this.emit(action, this.text.slice(this.from, this.to));
    } else if (typeof action === 'function') action(this);
    else this.groups(...action);
    if (move === undefined) return;
    if (move.leave > 0) this.pop(move.leave);
    for (const name of move.enter) this.stack.push(name === 'again' ? this.top() : this.compiler.state(name));
  }

  private top(): CompiledState<Data> {
    const top = this.stack[this.stack.length - 1];
    if (top !== undefined) return top;
    // Rouge raises here and the build stops; starting again from `root` loses only colours.
    const root = this.compiler.state('root');
    this.stack.push(root);
    return root;
  }

  get matched(): string {
    return this.text.slice(this.from, this.to);
  }

  group(number: number): string {
    return this.found?.[number] ?? '';
  }

  token(type: TokenClass, text: string = this.matched): void {
    if (text !== '') this.emit(type, text);
  }

  groups(...types: readonly TokenClass[]): void {
    for (let i = 0; i < types.length; i++) {
      const type = types[i];
      if (type !== undefined) this.token(type, this.found?.[i + 1] ?? '');
    }
  }

  delegate(lexer: RunningLexer, text: string = this.matched): void {
    if (text !== '') lexer.lex(text, this.emit);
  }

  recurse(text: string = this.matched): void {
    this.delegate(new StateMachine(this.compiler, {}), text);
  }

  push(name?: string): void {
    this.stack.push(name === undefined ? this.top() : this.compiler.state(name));
  }

  pop(times = 1): void {
    for (let left = times; left > 0; left--) this.stack.pop();
  }

  goto(name: string): void {
    this.stack[this.stack.length - 1] = this.compiler.state(name);
  }

  resetStack(): void {
    this.stack = [this.compiler.state('root')];
  }

  inState(name: string): boolean {
    return this.stack.some((state) => state.name === name);
  }

  isState(name: string): boolean {
    return this.stack.at(-1)?.name === name;
  }
}
