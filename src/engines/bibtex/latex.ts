/**
 * Makes text or HTML of LaTeX's markup in a field, step by step as latex-decode does for bibtex-ruby. A command that it does
 * not know stays, without its braces; the `$` of mathematics go.
 */

import { MARKUP, type TextFilter } from './latex/markup.ts';
import { ACCENTS, DIACRITICS, LETTERS, PUNCTUATION, SYMBOLS } from './latex/tables.ts';

/** How `decodeLatex` writes markup. */
export interface LatexOptions {
  /** Whether `\emph{…}` and the like become elements, as jekyll-scholar's filters make them. */
  readonly html?: boolean;
}

/** jekyll-scholar's `bibtex_filters`. */
export const DEFAULT_FILTERS = [
  'smallcaps',
  'superscript',
  'italics',
  'textit',
  'lowercase',
  'textregistered',
  'tiny',
  'latex',
] as const;

/** `Erd{\H{o}}s` is `Erdős`, ``` ``a'' ``` is `“a”`. */
export function decodeLatex(text: string, options: LatexOptions = {}): string {
  return options.html === true ? applyFilters(text, DEFAULT_FILTERS) : latexFilter(text);
}

/** The text after the filters of these names; one that does not exist does nothing. */
export function applyFilters(text: string, names: readonly string[]): string {
  if (!/[\\{}$~`'\n-]/.test(text)) return text;
  return names.reduce((filtered, name) => filterOf(name)?.(filtered) ?? filtered, text);
}

/** In any case; undefined for an unknown one. */
function filterOf(name: string): TextFilter | undefined {
  const key = name.toLowerCase();
  return key === 'latex' ? latexFilter : MARKUP.get(key);
}

const NO_WORD = '(?![\\p{L}\\p{M}\\p{N}_])';
const SIGN = [...ACCENTS.keys()].map((sign) => sign.replace(/[.^]/, '\\$&')).join('|');
const ACCENT_IN_BRACES = new RegExp(`\\\\(${SIGN})\\{(\\p{L}\\p{M}*)\\}`, 'gu');
const ACCENT = new RegExp(`\\\\(${SIGN})(\\p{L}\\p{M}*)`, 'gu');
const DIACRITIC = new RegExp(
  `\\\\([${[...DIACRITICS.keys()].join('')}])\\{(\\p{L}\\p{M}*)(\\p{L}*)\\}`,
  'gu',
);
const LETTER = new RegExp(`\\\\(${[...LETTERS.keys()].join('|')})${NO_WORD}`, 'gu');
const COMMAND = new RegExp(`\\\\([a-zA-Z]+)(\\{\\}|\\s+|${NO_WORD})`, 'gu');
const ARGUMENT = new RegExp(`(\\\\[^\\sijIJ&#$\\{\\}_~%])\\s+(\\p{L}+)${NO_WORD}`, 'gu');
const DOTLESS = new RegExp(`\\\\([ij])${NO_WORD}`, 'gu');

function latexFilter(text: string): string {
  if (!/[\\{}$~`'-]/.test(text)) return text.normalize('NFC');
  const plain = normalize(text)
    .replace(/\$([^$]+)\$/g, '$1')
    .replace(ACCENT_IN_BRACES, (_, sign: string, letter: string) => letter + ACCENTS.get(sign)!)
    .replace(ACCENT, (_, sign: string, letter: string) => letter + ACCENTS.get(sign)!)
    .replace(
      DIACRITIC,
      (_, sign: string, letter: string, rest: string) => letter + DIACRITICS.get(sign)! + rest,
    )
    .replace(LETTER, (_, name: string) => LETTERS.get(name)!);
  const punctuated = replaceNames(plain, PUNCTUATION)
    .replace(/-+|`{1,2}|'{1,2}/g, quoteOrDash)
    .replace(/\\([$%;#_&])/g, '$1')
    .replace(/\\~\{\}/g, '~')
    .replace(/\\ /g, ' ');
  const signs = replaceNames(punctuated, SYMBOLS).replace(/\\,(?:\{\}|\s+|(?=[\p{L}\p{N}_]))/gu, '\u202f');
  return signs
    .replace(/(^|[^\\])[{}]+/gm, '$1')
    .replace(/\\([{}])/g, '$1')
    .normalize('NFC');
}

/** Dotless letters, the ends of commands, arguments without braces, and spaces that do not break. */
function normalize(text: string): string {
  return text
    .replace(DOTLESS, (_, letter: string) => (letter === 'i' ? 'ı' : 'ȷ'))
    .replace(/(\\[a-zA-Z]+)\\(\s+)/g, '$1{}$2')
    .replace(/([^{]\\\w)([;,.:%])/g, '$1{}$2')
    .replace(ARGUMENT, '$1{$2}')
    .replace(/(^|[^\\])~/g, '$1\u00a0');
}

function replaceNames(text: string, table: ReadonlyMap<string, string>): string {
  return text.replace(COMMAND, (command, name: string) => table.get(name) ?? command);
}

const QUOTES: ReadonlyMap<string, string> = new Map([
  ['-', '-'],
  ['--', '–'],
  ['---', '—'],
  ['``', '“'],
  ['`', '‘'],
  ["''", '”'],
  ["'", '’'],
]);

/** Four dashes and more are none of LaTeX's, and go. */
function quoteOrDash(run: string): string {
  return QUOTES.get(run) ?? '';
}
