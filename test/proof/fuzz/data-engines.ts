/** The engines that read data, citations, dates and finished HTML, under attack. */

import type { Diagnostic } from '../../../src/diagnostics/diagnostic.ts';
import { inheritFields } from '../../../src/engines/bibtex/crossref.ts';
import { parseBibtex } from '../../../src/engines/bibtex/parse-bibtex.ts';
import { printEntry } from '../../../src/engines/bibtex/print-entry.ts';
import { parseQuery } from '../../../src/engines/bibtex/query.ts';
import { formatReference } from '../../../src/engines/bibtex/reference.ts';
import { JsonMistake, parseJson, printJson } from '../../../src/files/json-text.ts';
import { parseCsv } from '../../../src/read/data/csv-rows.ts';
import { files as bibtexFiles, texts as latexTexts } from '../../hostile/bibtex/families.ts';
import { csv as csvTexts, json as jsonTexts } from '../../hostile/data/families.ts';
import { families as dateTexts } from '../../hostile/dates/families.ts';
import { families as pageTexts } from '../../hostile/html/families.ts';
import { suites } from '../../hostile/suites.ts';
import { type Engine, FILE } from './engine.ts';
import { casesIn, type Language, shortTexts } from './texts.ts';

const HOSTILE_BIB = casesIn('bibtex/hostile.bib');

const LATEX_PIECES = [
  ...[
    '{',
    '}',
    '\\',
    '$',
    '~',
    '--',
    '---',
    '``',
    "''",
    '\\"',
    "\\'",
    '\\`',
    '\\^',
    '\\c',
    '\\c{',
    '\\v{s}',
    '\\ss',
    '\\o ',
  ],
  ...[
    '\\emph{',
    '\\textbf{a}',
    '\\href{',
    '}{',
    '\\url{',
    '\\frac{',
    '^{',
    '_{',
    '\\&',
    '\\%',
    '%',
    '{\\it ',
    '\\a[b]',
    '\\i',
  ],
  ...[
    ' and ',
    ', ',
    'von ',
    'de la ',
    'Jr., ',
    'others',
    'and others',
    '{NASA}',
    '\u0301',
    'é',
    '-',
    "O'B",
    '.',
  ],
];

const BIBTEX: Language = {
  texts: [
    ...HOSTILE_BIB.split('\n\n'),
    ...HOSTILE_BIB.split('\n\n').map((entry, i, all) => `${entry}\n${all[(i + 1) % all.length]}`),
    ...shortTexts(bibtexFiles),
  ],
  pieces: [
    ...[
      '@',
      '@article{',
      '@article(',
      '@string{',
      '@comment{',
      '@preamble{',
      '@misc{a,',
      '{',
      '}',
      '(',
      ')',
      '"',
      ',',
      '=',
    ],
    ...[
      ' # ',
      '#',
      'title = ',
      'author = {',
      'year = 1999',
      'month = jan',
      'month = "1~jan"',
      'crossref = {',
      'pages = {1--2}',
    ],
    ...[
      'doi = {',
      'keywords = ',
      '\n@',
      '}\n',
      '% ',
      'a = b',
      'url = {http://a',
      'editor = "',
      'edition = 2',
      'volume=',
    ],
    ...LATEX_PIECES,
  ],
};

export const bibtex: Engine = {
  name: 'bibtex',
  counted: 'BibTeX files',
  weight: 2,
  open: () => ({
    language: BIBTEX,
    read(text, number) {
      const told: Diagnostic[] = [];
      const { entries } = parseBibtex({ file: FILE, text }, { report: (each) => told.push(each) });
      const byKey = new Map(entries.map((entry) => [entry.key, entry]));
      const style = number % 2 === 0 ? 'apa' : 'ieee';
      for (const entry of entries) {
        inheritFields(entry, (key) => byKey.get(key));
        printEntry(entry);
        formatReference(entry, { style });
      }
      return told;
    },
  }),
};

/** A suite of the families of growth, which has no mistakes to report. */
function suite(
  name: string,
  counted: string,
  language: Language,
  works: readonly ((text: string) => unknown)[],
): Engine {
  return {
    name,
    counted,
    weight: 1,
    open: () => ({
      language,
      read(text) {
        for (const work of works) work(text);
        return [];
      },
    }),
  };
}

const worksOf = (...names: readonly string[]): readonly ((text: string) => unknown)[] =>
  names.map((name) => {
    const found = suites[name];
    if (found === undefined) throw new Error(`no suite ${name}`);
    return (text: string) => found.work(text, name);
  });

export const latex = suite(
  'latex',
  'LaTeX texts',
  { texts: [...shortTexts(latexTexts), ...HOSTILE_BIB.split('\n')], pieces: LATEX_PIECES },
  worksOf('LaTeX', 'names of people'),
);

const QUERIES = [
  '@article',
  '@*[year>=2000]',
  '@*[keywords ^= a && year != 1]',
  '@book,@misc',
  '[year=2000 || a]',
  '@a[!b]',
];
export const queries = suite(
  'queries',
  'queries of a bibliography',
  {
    texts: QUERIES,
    pieces: ['@', '*', '[', ']', '&&', '||', '!', '=', '!=', '^=', '~=', '>=', '<', '"', 'year', '/a(/', ','],
  },
  [(text) => parseQuery(text)],
);

export const csv = suite(
  'csv',
  'CSV files',
  {
    texts: [
      'a,b\n1,2\n',
      'a\tb\n1\t2\n',
      '"a","b\nc"\n"d""e",f\n',
      'a,b\r\n1,2\r\n',
      ...shortTexts(csvTexts),
    ],
    pieces: [
      ',',
      '\t',
      '"',
      '""',
      '\n',
      '\r\n',
      '\r',
      ';',
      'a',
      '1',
      '1.5',
      '2020-01-01',
      'true',
      ' ',
      '"a',
      'a"',
    ],
  },
  [
    (text) => {
      for (const separator of [',', '\t'] as const) {
        const { mistake } = parseCsv(text, separator);
        if (mistake !== undefined && !(mistake.offset >= 0 && mistake.offset <= text.length))
          throw new Error('a mistake outside of the text');
      }
    },
  ],
);

export const json = suite(
  'json',
  'JSON files',
  {
    texts: [
      '{"a": [1, -2.5e3, true, null, "b\\n\\u00e9"], "c": {}}',
      '[]',
      '"\\ud83d\\ude00"',
      ...shortTexts(jsonTexts),
    ],
    pieces: [
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"',
      '"a"',
      '\\',
      '\\u',
      '\\u00',
      '\\ud800',
      '1',
      '-',
      '1e',
      '.5',
      'true',
      'nul',
      'NaN',
      '-Infinity',
      '//',
      '/*',
    ],
  },
  [
    (text) => {
      try {
        const value = parseJson(text);
        if (printJson(parseJson(printJson(value))) !== printJson(value))
          throw new Error('what was printed is read as another value');
      } catch (error) {
        if (!(error instanceof JsonMistake)) throw error;
        if (!(error.offset >= 0 && error.offset <= text.length))
          throw new Error('a mistake outside of the text');
      }
    },
  ],
);

const TIMES = (JSON.parse(casesIn('liquid/times.json')) as { cases: { text: string }[] }).cases;
export const dates = suite(
  'dates',
  'dates',
  {
    texts: [...TIMES.map(({ text }) => text), ...shortTexts(dateTexts)],
    pieces: [
      ...[
        '2020',
        '-',
        '/',
        ':',
        '.',
        'T',
        'Z',
        '+01:00',
        '-2359',
        'UTC',
        'EST',
        'Jan',
        'monday',
        'am',
        'PM',
        'BC',
        'th',
        'W53',
      ],
      ...[
        '99',
        '0',
        '24:00:60',
        '1e9',
        "'20",
        ',',
        ' ',
        'H31',
        'R',
        'now',
        'of',
        '-366',
        '31',
        '02',
        '۱',
        '13',
        '++',
      ],
    ],
  },
  worksOf('dates'),
);

const FRAGMENTS = (JSON.parse(casesIn('html-fragments/libxml2.json')) as [string, string][]).map(
  ([html]) => html,
);
export const html = suite(
  'html',
  'pages that plugins transform',
  {
    texts: [
      ...FRAGMENTS,
      ...shortTexts(pageTexts),
      '<h1 id="a">A</h1><p>@ada :smile: <code>:a:</code></p><h2>B</h2>',
    ],
    pieces: [
      ...[
        '<',
        '>',
        '</',
        '/>',
        '<p>',
        '</p>',
        '<h2 id="',
        '<h3>',
        '<a href="',
        '">',
        '<!--',
        '-->',
        '<!DOCTYPE html>',
        '<![CDATA[',
      ],
      ...[
        '<script>',
        '</script>',
        '<style>',
        '<pre>',
        '<textarea>',
        '<table>',
        '<tr>',
        '<svg>',
        '<br>',
        '<body>',
        '</body>',
        '</html>',
      ],
      ...[
        '&amp;',
        '&',
        '&#',
        '&#x110000;',
        '&nosuch;',
        '@ada',
        ':smile:',
        ':+1:',
        "='",
        '=',
        ' class=',
        'no_toc',
        '<span data-',
      ],
    ],
  },
  worksOf('fragments', 'mentions', 'emoji', 'tables of contents', 'citation slots'),
);
