/** The types in which a language is defined: states, each a list of rules. lexing.ts runs them. */
import type { Written } from './pattern.ts';
import type { Matcher } from './scanner.ts';
import type { Emit, TokenClass } from './tokens.ts';

/** Options of a lexer as `find_fancy` parses them from `name?key=value`. */
export type LexerOptions = Readonly<Record<string, string | true | readonly string[]>>;

/** A language's lexer. */
export interface Lexer {
  /** Rouge's name of it. */
  readonly tag: string;
  readonly start: (options?: LexerOptions) => RunningLexer;
}

/** A lexer with its state; several texts can follow one another in it, as the pieces of a script in a page do. */
export interface RunningLexer {
  readonly reset: () => void;
  /** Lexes `text` from the state the last one left; `^` and lookbehind see nothing before its beginning. */
  readonly lex: (text: string, emit: Emit) => void;
}

/** A text that is being lexed, as the functions of a language's rules see it. */
export interface Lexing<Data> extends RunningLexer {
  readonly options: LexerOptions;
  /** State of the language's functions; created on their first use after a reset. */
  data: Data;
  /** The whole match. */
  readonly matched: string;
  /** A group of the match; empty where it took no part. */
  group(number: number): string;
  /** Emits a token: the match, or the text that is given. */
  token(type: TokenClass, text?: string): void;
  /** Emits the groups of the match in order, a kind for each. */
  groups(...types: readonly TokenClass[]): void;
  /** Lets another lexer, from the state it is in, emit the tokens of the match or of `text`. */
  delegate(lexer: RunningLexer, text?: string): void;
  /** Lets a fresh lexer of the same language emit the tokens of the match or of `text`. */
  recurse(text?: string): void;
  /** Enters a state, the present one without a name. */
  push(name?: string): void;
  /** Leaves so many states. */
  pop(times?: number): void;
  /** Replaces the state on top. */
  goto(name: string): void;
  /** Leaves all states but `root`. */
  resetStack(): void;
  /** Whether a state of this name is anywhere on the stack. */
  inState(name: string): boolean;
  /** Whether the state on top has this name. */
  isState(name: string): boolean;
}

/** A lexer made of a language's tables; a template's lexer may ask that of the page around it for its state. */
export interface DefinedLexer<Data> extends Lexer {
  readonly start: (options?: LexerOptions) => Lexing<Data>;
}

/**
 * What a match gives: one kind for all of it, one kind a group (what no group holds is dropped, as in Rouge), or
 * whatever the function does with the running lexer.
 */
export type Action<Data> = TokenClass | readonly TokenClass[] | ((lexing: Lexing<Data>) => void);

/** Where to go on: a state to push, or a `Move`. */
export type Next = string | Move;

export interface Move {
  /** How many states to leave first. */
  readonly leave: number;
  /** The states to enter then, the last on top; `again` is the state on top. */
  readonly enter: readonly string[];
}

/** Leaves the state. */
export const pop: Move = { leave: 1, enter: [] };

/** Enters the present state once more. */
export const again: Move = { leave: 0, enter: ['again'] };

export function popTimes(leave: number): Move {
  return { leave, enter: [] };
}

/** Replaces the state on top. */
export function goto(state: string): Move {
  return { leave: 1, enter: [state] };
}

/** Enters several states; the last is on top. */
export function enter(...states: readonly string[]): Move {
  return { leave: 0, enter: states };
}

export type Rule<Data> = readonly [when: Matcher, action: Action<Data>, next?: Next];

/** A state's rules in the order they are tried; a name stands for all the rules of that state. */
export type State<Data> = readonly (Rule<Data> | string)[];

export type States<Data> = Readonly<Record<string, State<Data>>>;

export interface Language<Data = undefined> {
  readonly tag: string;
  /**
   * Makes the states, when the language is first met: of all the languages, a site has two or three. The first is
   * `root`.
   */
  readonly states: () => States<Data>;
  /** Makes the states that `states` lacks, where a state depends on what the code says (a delimiter of its own). */
  readonly grow?: (name: string) => State<Data> | undefined;
  /** State of the rules' functions; created again at each reset. */
  readonly data?: (options: LexerOptions) => Data;
  /** Runs after each reset, where the language does not begin in `root` alone. */
  readonly begin?: (lexing: Lexing<Data>) => void;
}

/**
 * A pattern of parts: a pattern counts as a group of its own, a string as source. Flags are `s`, `i` or both. Patterns
 * with properties (`\\p{L}`) are written so as well, because a RegExp that has them is slow to make.
 */
export function re(
  flags = '',
): (source: TemplateStringsArray, ...parts: readonly (Written | string)[]) => Written {
  return (source, ...parts) => ({
    source: String.raw(
      source,
      ...parts.map((part) => (typeof part === 'string' ? part : `(?:${part.source})`)),
    ),
    flags,
  });
}
