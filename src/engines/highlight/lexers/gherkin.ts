/** Gherkin, in all the languages that Cucumber's scenarios are written in. */
import { goto, type Lexing, pop, type State } from '../lexing/lexer.ts';
import { defineLexer } from '../lexing/lexing.ts';
import { ANY, between, nearest, type Scanner } from '../lexing/scanner.ts';
import type { TokenClass } from '../lexing/tokens.ts';
import { ELEMENTS, EXAMPLES, FEATURES, STEPS } from '../words/gherkin.ts';

const entries = (list: string): readonly string[] =>
  list
    .split('|')
    .map((entry) => entry.trimStart())
    .filter((entry) => entry !== '');

/** The words before a colon, their kind and the state that follows; of a word in two lists the last one counts. */
const LISTS: readonly (readonly [list: string, TokenClass, state: string])[] = [
  [EXAMPLES, 'nn', 'examples'],
  [FEATURES, 'kd', 'feature'],
  [ELEMENTS, 'kn', 'description'],
];

/** What a keyword before a colon is, and the state that follows it. */
let keywords: ReadonlyMap<string, readonly [TokenClass, string]> | undefined;

function keyword(word: string): readonly [TokenClass, string] | undefined {
  keywords ??= new Map(
    LISTS.flatMap(([list, type, state]) => entries(list).map((entry) => [entry, [type, state]] as const)),
  );
  return keywords.get(word);
}

const WORD = /^[\p{L}\p{M}\p{N}\p{Pc}]/u;
const LAST_WORD = /[\p{L}\p{M}\p{N}\p{Pc}]$/u;

/** The words that begin a step, by their first character. */
let steps: Map<string, string[]> | undefined;

/** A word that begins a step; where no space belongs to it, a word ends there. */
const step: Scanner = {
  first: ANY,
  scan(text, at) {
    if (steps === undefined) {
      steps = new Map();
      for (const entry of entries(STEPS)) {
        const list = steps.get(entry.charAt(0)) ?? [];
        steps.set(entry.charAt(0), [...list, entry]);
      }
    }
    for (const entry of steps.get(text.charAt(at)) ?? []) {
      if (!text.startsWith(entry, at)) continue;
      const end = at + entry.length;
      if (entry.endsWith(' ') || LAST_WORD.test(entry) !== WORD.test(text.slice(end, end + 2))) return end;
    }
    return -1;
  },
};

const toColon = between(/(?:)/, ':', { first: ANY, sameLine: true });
const REST = /[#\n]/g;

/** What stands before the next comment or the end of the line. */
const rest: Scanner = {
  first: ANY,
  scan(text, at, seen) {
    const { found } = nearest(text, at, REST, seen);
    return found < text.length ? found : -1;
  },
};

const NOT_SPACE = /\S/g;

/** A table ends where the next line that is not blank begins without a bar. */
const noRow: Scanner = {
  first: ANY,
  scan(text, at, seen) {
    const { found } = nearest(text, at, NOT_SPACE, seen);
    return found < text.length && text[found] !== '|' ? at : -1;
  },
};

function heading(lexing: Lexing<undefined>): void {
  const word = lexing.matched.slice(0, -1);
  const [type, state] = keyword(word) ?? ['err', undefined];
  lexing.resetStack();
  if (state !== undefined) lexing.push(state);
  lexing.token(type, word);
  lexing.token('p', ':');
}

function description(...more: readonly string[]): State<undefined> {
  return ['basic', ...more, [/\n/, ''], [rest, '']];
}

export const gherkin = defineLexer({
  tag: 'gherkin',
  states: () => ({
    basic: [
      [/#.*/, 'c'],
      [/[ \r\t]+/, ''],
    ],
    root: ['basic', [/\n/, ''], [between('"""', '"""'), 's'], [/@[^\s@]+/, 'nt'], 'table-start', 'steps'],
    headings: [[toColon, heading]],
    steps: [
      'headings',
      [
        step,
        (lexing) => {
          lexing.token('nf');
          lexing.resetStack();
          lexing.push('step');
        },
      ],
    ],
    'table-start': [[/(?=[|])/, '', 'table-header']],
    'table-header': [[/[^|\s]+/, 'nv'], [/\n/, '', goto('table')], 'table'],
    table: ['basic', [/\n/, '', 'table-line'], [/[|]/, 'p'], [/[^|\s]+/, 'n']],
    'table-line': [
      [noRow, (lexing) => lexing.resetStack()],
      [/(?:)/, '', pop],
    ],
    description: description('steps'),
    feature: description('headings'),
    examples: description('table-start'),
    step: [
      'basic',
      [between('<', '>', { sameLine: true }), 'nv'],
      [between('"', '"', { sameLine: true }), 's'],
      [/\S[^\s<]*/, ''],
      [rest, '', pop],
    ],
  }),
});
