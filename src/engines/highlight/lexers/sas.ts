/** SAS. */
import { type Lexing, pop } from '../lexing/lexer.ts';
import { defineLexer } from '../lexing/lexing.ts';
import { between, guarded, nearest, type Scanner } from '../lexing/scanner.ts';
import { classify } from '../lexing/words.ts';
import { FUNCTIONS, MACRO_WORDS, PROCEDURE_WORDS, PROCEDURES, STATEMENTS } from '../words/sas.ts';

interface SasData {
  /** The name of the present procedure, in capitals. */
  procedure: string;
}

const kind = classify([['k', `${STATEMENTS} ${FUNCTIONS}`]]);
const macroKind = classify([['k', MACRO_WORDS]]);
const procedures = classify([['k', PROCEDURES]]);
const kindsOfProcedures = new Map(
  Object.entries(PROCEDURE_WORDS).map(([name, list]) => [name, classify([['k', list]])]),
);

const END_OF_DATE_TIME = /'dt/gi;

/** `'…'dt` on one line, with something in it. */
const dateTime: Scanner = {
  first: "'",
  scan(text, at, seen) {
    const { found, end } = nearest(text, at + 2, END_OF_DATE_TIME, seen);
    return found < text.length && nearest(text, at + 1, '\n', seen).found > found ? end : -1;
  },
};

function word(lexing: Lexing<SasData>): void {
  lexing.token(kind(lexing.matched.toUpperCase()) ?? 'n');
}

function wordOfProcedure(lexing: Lexing<SasData>): void {
  const upper = lexing.matched.toUpperCase();
  lexing.token(kind(upper) ?? kindsOfProcedures.get(lexing.data.procedure)?.(upper) ?? 'n');
}

export const sas = defineLexer<SasData>({
  tag: 'sas',
  data: () => ({ procedure: '' }),
  states: () => ({
    basics: [
      [/\s+/, ''],
      [guarded(/^%?\*[^;]*;/, /;/), 'c1'],
      [/(;)(\s*)(%?\*[^;]*;)/, ['p', '', 'c1']],
      [between('/*', '*/'), 'cm'],
      [/'[0-9a-z]+'d/i, 'ld'],
      [dateTime, 'ld'],
      [/'[0-9:]+(?:[a|p]m)?'t/i, 'ld'],
      [/'/, 's1', 'single-quoted'],
      [/"/, 's2', 'double-quoted'],
      [/&[a-z0-9_&.]+/i, 'nv'],
      [/\d[0-9a-f]*x/i, 'mh'],
      [/\d[0-9e\-.]+/i, 'm'],
      [/(?:_n_|_error_|_file_|_infile_|_msg_|_iorc_|_cmd_)\b/i, 'bp'],
      [/(?:_character_|_numeric_|_all_)\b/i, 'nb'],
      [/(datalines|cards)(\s*)(;)/i, ['k', '', 'p'], 'lines'],
      [/(datalines4|cards4)(\s*)(;)/i, ['k', '', 'p'], 'lines4'],
      [/\*\*|[*/+-]/, 'o'],
      [/[^¬~]?=:?|[<>]=?:?/, 'o'],
      [/(?:eq|ne|gt|lt|ge|le|in|and|or|not|of|like)\b/i, 'ow'],
      [/[&|!¦¬∘~]/, 'o'],
      [/\d+/, 'mi'],
      [/\$/, 'kt'],
      [/(%macro|%mend)(\s*)(\w+)/i, ['k', '', 'nf']],
      [/%mend/, 'k'],
      [/%\w+/, (lexing) => lexing.token(macroKind(lexing.matched.toUpperCase()) ?? 'n')],
    ],
    others: [
      [/[(),;:{}[\]\\.]/, 'p'],
      [/[@?]/, 'ss'],
      [/\S+/, ''],
    ],
    root: [
      'basics',
      [
        /(proc)(\s+)(\w+)/i,
        (lexing) => {
          const name = lexing.group(3).toUpperCase();
          lexing.data.procedure = name;
          lexing.groups('k', '', procedures(name) ?? 'n');
        },
        'procedure',
      ],
      [/(data)(\s+)([\w.]+)/i, ['k', '', 'nv']],
      [/(libname)(\s+)(\w+)/i, ['k', '', 'nv']],
      [/\w+/, word],
      'others',
    ],
    procedure: [[/quit|run/i, 'k', pop], 'basics', [/\w+/, wordOfProcedure], 'others'],
    'single-quoted': [
      [/''/, 'se'],
      [/'/, 's1', pop],
      [/[^']+/, 's1'],
    ],
    'double-quoted': [
      [/&[a-z0-9_&]+\.?/i, 'si'],
      [/""/, 'se'],
      [/"/, 's2', pop],
      [/[^&"]+|&/, 's2'],
    ],
    lines: [
      [/[^;]+/, 'sh'],
      [/;/, 'p', pop],
    ],
    lines4: [
      [/;{4}/, 'p', pop],
      [/[^;]+|;{1,3}/, 'sh'],
    ],
  }),
});
