/** A terminal's transcript: prompts, what was typed (in a shell's language) and what was printed. */
import type { Lexer, LexerOptions, RunningLexer } from '../lexing/lexer.ts';
import type { Emit } from '../lexing/tokens.ts';
import { plaintext } from './plaintext.ts';
import { shell } from './shell.ts';

/** How the languages of commands and output are found; the registry passes itself in. */
export type FindLexer = (name: string) => Lexer | undefined;

const BLANKS = /^[ \t\n\v\f\r]*/;
const ELISION = /^\s*(?:<[.]+>|[.]+)\s*$/;
const COMMENT = /^\s*#/;

/** Rouge's console, with its options `lang`, `output`, `prompt`, `comments` and `error`. */
export function consoleLexer(find: FindLexer): Lexer {
  return { tag: 'console', start: (options = {}) => startConsole(options, find) };
}

/** What the transcripts of a terminal and of IRB differ in. */
export interface Transcript {
  /** The language of what was typed, and of what was printed. */
  readonly commands: RunningLexer;
  readonly output: RunningLexer;
  /** The length of the prompt that a line begins with, or -1. */
  readonly promptEnd: (line: string) => number;
  /** What an error begins with. */
  readonly errors: readonly string[];
}

function startConsole(options: LexerOptions, find: FindLexer): RunningLexer {
  const marks = list(options.prompt).filter((mark) => mark !== '');
  const hasPrompt = list(options.prompt).length > 0;
  const comments =
    options.comments === undefined ? hasPrompt && !marks.includes('#') : isOn(options.comments);
  const ends = hasPrompt ? marks : comments ? ['$', '>', ';'] : ['$', '#', '>', ';'];
  return startTranscript({
    commands: (find(text(options.lang)) ?? shell).start(),
    output: find(text(options.output))?.start() ?? plaintext.start({ token: 'Generic.Output' }),
    promptEnd(line) {
      const bound = comments ? line.search(/[<#]/) : -1;
      const found = ends.flatMap((mark) => {
        const at = line.indexOf(mark);
        return at < 0 || (bound >= 0 && at > bound) ? [] : [{ at, end: at + mark.length }];
      });
      const first = Math.min(...found.map(({ at }) => at));
      return found.find(({ at }) => at === first)?.end ?? -1;
    },
    errors: list(options.error),
  });
}

export function startTranscript(transcript: Transcript): RunningLexer {
  const { commands, output } = transcript;
  return {
    reset() {
      commands.reset();
      output.reset();
    },
    lex(code, emit) {
      commands.reset();
      output.reset();
      for (const line of code.match(/[^\n]*\n|[^\n]+/g) ?? []) lexLine(line, transcript, emit);
    },
  };
}

function lexLine(line: string, { commands, output, promptEnd, errors }: Transcript, emit: Emit): void {
  const end = promptEnd(line);
  if (ELISION.test(line)) {
    output.reset();
    commands.reset();
    emit('c', line);
  } else if (end >= 0) {
    output.reset();
    emit('gp', line.slice(0, end));
    const rest = line.slice(end);
    const blanks = BLANKS.exec(rest)?.[0] ?? '';
    if (blanks !== '') emit('w', blanks);
    if (blanks !== rest) commands.lex(rest.slice(blanks.length), emit);
  } else if (COMMENT.test(line)) {
    output.reset();
    commands.reset();
    emit('c', line);
  } else if (errors.some((start) => line.startsWith(start))) {
    output.reset();
    commands.reset();
    emit('gr', line);
  } else {
    commands.reset();
    output.lex(line, emit);
  }
}

function text(option: LexerOptions[string] | undefined): string {
  return typeof option === 'string' ? option : Array.isArray(option) ? (option.at(-1) ?? '') : '';
}

function list(option: LexerOptions[string] | undefined): readonly string[] {
  if (typeof option === 'string') return option.split(',');
  return Array.isArray(option) ? option.flatMap((each) => each.split(',')) : [];
}

/** Ruby's reading of a switch: off for `0`, `false` and `off`. */
function isOn(option: LexerOptions[string]): boolean {
  const last = Array.isArray(option) ? (option.at(-1) ?? true) : option;
  return !(last === '0' || last === 'false' || last === 'off');
}
