/** PowerShell. */
import { type Lexing, pop, re } from '../lexing/lexer.ts';
import { defineLexer } from '../lexing/lexing.ts';
import { between, guarded, nearest, type Scanner } from '../lexing/scanner.ts';
import { anyOf, byWord } from '../lexing/words.ts';
import { ATTRIBUTES, KEYWORDS, OPERATORS, SECTIONS, VARIABLES } from '../words/powershell.ts';

const OPEN_BRACE = /\$(?:\w+:)?\{(?:[^`]|`[^\n])/uy;
/** A brace that no backtick escapes, or a backtick that ends its line. */
const CLOSE_BRACE = /\}(?<=(?<!`)(?:``)*\})|`\n(?<=(?<!`)(?:``)*`\n)/g;

/** A variable whose name is in braces. */
const braced: Scanner = {
  first: '$',
  scan(text, at, seen) {
    OPEN_BRACE.lastIndex = at;
    if (!OPEN_BRACE.test(text)) return -1;
    const { found, end } = nearest(text, OPEN_BRACE.lastIndex, CLOSE_BRACE, seen);
    return text.charAt(found) === '}' ? end : -1;
  },
};

function bracedTokens(lexing: Lexing<undefined>): void {
  const name = lexing.matched;
  const brace = name.indexOf('{');
  lexing.token('nv', '$');
  if (brace > 1) {
    lexing.token('nn', name.slice(1, brace - 1));
    lexing.token('p', ':');
  }
  lexing.token('nv', name.slice(brace));
}

export const powershell = defineLexer({
  tag: 'powershell',
  states: () => ({
    variable: [
      [re()`${anyOf(VARIABLES)}`, 'bp'],
      [braced, bracedTokens],
      [/(\$)(?:(\w+)(:))?(\w+)/, ['nv', 'nn', 'p', 'nv']],
    ],
    multiline: [
      [re('i')`\.(?:${anyOf(SECTIONS)})`, 'cs'],
      [/#>/, 'cm', pop],
      [/[^#.]+/, 'cm'],
      [/[#.]+/, 'cm'],
    ],
    interpolation: [[/\)/, 'si', pop], 'root'],
    'escape-or-expression': [
      [/\$\(/, 'si', 'interpolation'],
      [/`$/, 'se'],
      [/`./, 'se'],
    ],
    'double-quotes': [[/(?:\$#?)?"/, 's2', pop], 'escape-or-expression', [/[^"`$]+/, 's2'], 'variable'],
    'single-quotes': [
      [/'/, 's1', pop],
      [/[^']+/, 's1'],
    ],
    heredoc: [
      [/(?:\$#?)?"@/, 'sh', pop],
      'escape-or-expression',
      [/[^"`$]+/, 'sh'],
      [/"+/, 'sh'],
      'variable',
    ],
    class: [
      [/\{/, 'p', pop],
      [/\s+/, 'w'],
      [/\w+/, 'nc'],
      [/[:,]/, 'p'],
    ],
    expression: [
      'comments',
      [/"/, 's2', 'double-quotes'],
      [/'/, 's1', 'single-quotes'],
      [/@"/, 'sh', 'heredoc'],
      [between("@'", "'@"), 'sh'],
      [/\d*\.\d+/, 'mf'],
      [/\d+/, 'mi'],
      [/@\{/, 'p', 'hash'],
      [/@\(/, 'p', 'array'],
      [/\{/, 'p', 'brace'],
      [/\[/, 'p', 'bracket'],
    ],
    hash: [[/\}/, 'p', pop], [/=/, 'o'], [/[,;]/, 'p'], 'expression', [/\w+/, 'nx'], 'variable'],
    array: [[/\s+/, 'w'], [/\)/, 'p', pop], [/[,;]/, 'p'], 'expression', 'variable'],
    brace: [[/\}/, 'p', pop], 'root'],
    bracket: [
      [/\]/, 'p', pop],
      [/[A-Za-z]\w+\./, 'n'],
      [/[A-Za-z]\w+/, byWord([['bp', ATTRIBUTES]], 'n')],
      'root',
    ],
    parameters: [
      [/`[\s\S]/, 'se'],
      [/\s*?\n/, 'w', pop],
      [/[;(){}\]]/, 'p', pop],
      [/[|=]/, 'o', pop],
      [/[/\\~\w][-.:/\\~\w]*/, 'nx'],
      'root',
    ],
    comments: [
      [/\s+/, 'w'],
      [/#.*/, 'c'],
      [/<#/, 'cm', 'multiline'],
    ],
    root: [
      'comments',
      [/\.\.(?=\.?\d)/, 'o'],
      [re('i')`(?:${anyOf(OPERATORS)})\b`, 'o'],
      [/(class)(\s+)(\w+)/i, ['kr', 'w', 'nc'], 'class'],
      [/(function)(\s+)(?:(\w+)(:))?(\w[-\w]+)/i, ['kr', 'w', 'nn', 'p', 'nf']],
      [re('i')`(?:${anyOf(KEYWORDS)})\b(?![-.])`, 'kr'],
      [/-{1,2}\w+/, 'nt'],
      [guarded(/(\.)?([-\w]+)(\[)/, /[^-\w]/), ['o', 'n', 'p'], 'bracket'],
      [/([/\\~a-z][-.:/\\~\w]*)(\n)?/i, ['n', 'w'], 'parameters'],
      [
        /(\.)([-\w]+)(?:(\()|(\n))?/,
        (lexing) => {
          lexing.groups('o', 'nf', 'p', 'w');
          if (lexing.group(3) !== '') lexing.push('parameters');
        },
      ],
      [/\?/, 'nf', 'parameters'],
      'expression',
      'variable',
      [/[-+*/%=!.&|]/, 'o'],
      [/[{}(),:;]/, 'p'],
    ],
  }),
});
