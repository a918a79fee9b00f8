/** sed. */
import { goto, type Lexing, pop, type RunningLexer } from '../lexing/lexer.ts';
import { defineLexer } from '../lexing/lexing.ts';
import { literal } from '../lexing/literal.ts';
import { guarded, nearest, type Scanner } from '../lexing/scanner.ts';

const regex = defineLexer({
  tag: 'sed-regex',
  states: () => ({
    root: [
      [/\\./, 'se'],
      [/\[/, 'p', 'brackets'],
      [/[$^.*]/, 'o'],
      [/[()]/, 'p'],
      [/./, 'sr'],
    ],
    brackets: [
      [/\^/, 'p', goto('brackets-content')],
      [/(?:)/, '', goto('brackets-content')],
    ],
    'brackets-content': [
      [/.-./, 'nv'],
      [/\]/, 'p', pop],
      [/./, 'sr'],
    ],
  }),
});

const replacement = defineLexer({
  tag: 'sed-replacement',
  states: () => ({
    root: [
      [/\\[\s\S]/, 'se'],
      [/&/, 'o'],
      [/[^\\&]+/, ''],
    ],
  }),
});

/** What lies between delimiters; both keep their states until the end of the script. */
interface SedData {
  readonly regex: RunningLexer;
  readonly replacement: RunningLexer;
}

function characterAt(text: string, at: number): string {
  const code = text.codePointAt(at);
  return code === undefined ? '' : String.fromCodePoint(code);
}

/** The delimiters from `from` on that no backslash escapes, two at most, and the last escaped one before each. */
function delimiters(text: string, from: number, delimiter: string) {
  const plain: number[] = [];
  let escaped: number[] = [];
  let beforePlain: number[] = [];
  for (let at = from; at < text.length && plain.length < 2; ) {
    if (text.startsWith(delimiter, at)) {
      plain.push(at);
      if (plain.length === 1) [beforePlain, escaped] = [escaped, []];
      at += delimiter.length;
    } else if (text.charCodeAt(at) === 0x5c) {
      if (text.startsWith(delimiter, at + 1)) escaped = [...escaped.slice(-1), at + 1];
      at += 2;
    } else at++;
  }
  return { plain, beforePlain, escaped };
}

/**
 * The two delimiters that end the parts of `s/…/…/`, over any lines. Where too few are not escaped, those that Ruby's
 * backtracking comes to: the last escaped ones.
 */
function partsOf(text: string, from: number, delimiter: string): readonly [number, number] | undefined {
  const { plain, beforePlain, escaped } = delimiters(text, from, delimiter);
  const [first, second] = plain;
  const last = escaped.at(-1);
  if (first === undefined) return escaped.length < 2 ? undefined : [escaped[0]!, escaped[1]!];
  if (second !== undefined) return [first, second];
  if (last !== undefined) return [first, last];
  const before = beforePlain.at(-1);
  return before === undefined ? undefined : [before, first];
}

/** A command of two parts between delimiters, whatever character these are. */
function inTwoParts(command: string): Scanner {
  return {
    first: command,
    scan(text, at, seen) {
      const delimiter = characterAt(text, at + 1);
      const from = at + 1 + delimiter.length;
      const { found, end } = nearest(text, from, delimiter, seen);
      if (delimiter === '' || text.indexOf(delimiter, end) < 0 || found === text.length) return -1;
      const parts = partsOf(text, from, delimiter);
      return parts === undefined ? -1 : parts[1] + delimiter.length;
    },
  };
}

/** Emits such a command, its first part by the lexer given. */
function twoParts(lexing: Lexing<SedData>, first: RunningLexer): void {
  const command = lexing.matched;
  const delimiter = characterAt(command, 1);
  const from = 1 + delimiter.length;
  const [middle, end] = partsOf(command, from, delimiter) ?? [command.length, command.length];
  lexing.token('k', command.charAt(0));
  lexing.token('p', delimiter);
  lexing.delegate(first, command.slice(from, middle));
  lexing.token('p', delimiter);
  lexing.delegate(lexing.data.replacement, command.slice(middle + delimiter.length, end));
  lexing.token('p', delimiter);
}

/** `\` and the character that delimits an address. */
const address: Scanner = {
  first: '\\',
  scan(text, at, seen) {
    const delimiter = characterAt(text, at + 1);
    if (delimiter === '' || delimiter === '\n') return -1;
    if (delimiter !== '\\') return literal(`\\${delimiter}`, { close: delimiter }).scan(text, at, seen);
    const { found, end } = nearest(text, at + 2, delimiter, seen);
    return found < nearest(text, at + 2, '\n', seen).found ? end : -1;
  },
};

/** Emits an address whose delimiters have `open` and `close` characters. */
function addressTokens(lexing: Lexing<SedData>, open: number, close: number): void {
  const text = lexing.matched;
  lexing.token('kn', text.slice(0, open));
  lexing.delegate(lexing.data.regex, text.slice(open, -close));
  lexing.token('kn', text.slice(-close));
}

export const sed = defineLexer<SedData>({
  tag: 'sed',
  data: () => ({ regex: regex.start(), replacement: replacement.start() }),
  states: () => ({
    whitespace: [
      [/\s+/, ''],
      [
        guarded(/#.*\n/, /\n/),
        (lexing) => {
          lexing.token('c');
          lexing.resetStack();
        },
      ],
      [
        /;/,
        (lexing) => {
          lexing.token('p');
          lexing.resetStack();
        },
      ],
    ],
    command: [
      'whitespace',
      [
        inTwoParts('s'),
        (lexing) => {
          twoParts(lexing, lexing.data.regex);
          lexing.goto('flags');
        },
      ],
      [inTwoParts('y'), (lexing) => twoParts(lexing, lexing.data.replacement), pop],
      [/([aic])(\s*)/, ['k', ''], goto('text')],
      [/[pd]/, 'k'],
      [/([qQlL])(\s+)(\d+)/, ['k', '', 'm'], pop],
      [/[={}DgGhHlnPqx]/, 'k', pop],
      [/([rRwW])(\s+)(\S+)/, ['k', '', 'n'], pop],
      [/([:btT])(\s+)(\S+)/, ['k', '', 'nl'], pop],
    ],
    root: [
      'whitespace',
      [/\d+/, 'kn'],
      [/[$,~+!]/, 'kn'],
      [literal('/'), (lexing) => addressTokens(lexing, 1, 1)],
      [
        address,
        (lexing) => {
          const length = characterAt(lexing.matched, 1).length;
          addressTokens(lexing, 1 + length, length);
        },
      ],
      [/(?:)/, '', 'command'],
    ],
    text: [
      [/[^\\\n]+/, 's'],
      [/\\\n/, 'se'],
      [/\\/, 's'],
      [/\n/, '', pop],
    ],
    flags: [
      [/[gp]+/, 'k', pop],
      [
        /[wW]\s+\S+/,
        (lexing) => {
          // Rouge emits the whole of it three times.
          for (const type of ['k', '', 'n'] as const) lexing.token(type);
        },
      ],
      [/(?:)/, '', pop],
    ],
  }),
});
