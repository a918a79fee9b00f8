/** What there is to say about front matter. */

import { message } from '../../diagnostic.ts';

/** Ends the hint of what is an error here and none in Jekyll. */
export const lenientHint =
  '\nTo build such a file without its settings, as Jekyll does, set `strict_front_matter: false` in _config.yml';

const aside = (strict: boolean): string => (strict ? lenientHint : '');

export const frontMatterMessages = {
  invalidYaml: message<{
    readonly what: string;
    readonly hint: string | undefined;
    readonly strict: boolean;
  }>({
    code: 'front-matter/invalid-yaml',
    severity: 'error',
    message: ({ what, strict }) =>
      `the front matter is not valid YAML${strict ? '' : ' and is left out'}: ${what}`,
    hint: ({ hint = 'Correct this line', strict }) => hint + aside(strict),
  }),
  notMapping: message<{ readonly found: string; readonly file: string; readonly line: string }>({
    code: 'front-matter/not-a-mapping',
    severity: 'error',
    message: ({ found, file }) => `Invalid YAML front matter in ${file}: it is ${found} instead of settings`,
    hint({ line }) {
      const tight = /^([\w-]+):(\S.*)$/.exec(line);
      return tight === null
        ? 'Write settings one to a line, as in "title: My page", with a space after the colon'
        : `Put a space after the colon: ${tight[1]}: ${tight[2]}`;
    },
  }),
  notClosed: message<{ readonly found: string | undefined; readonly strict: boolean }>({
    code: 'front-matter/not-closed',
    severity: 'error',
    message: ({ found }) =>
      found === undefined
        ? 'the front matter that begins here is never closed'
        : `the line that should close the front matter is "${visible(found)}" instead of "---"`,
    hint: ({ found, strict }) =>
      (found === undefined
        ? 'Put a line of three hyphens (---) below the last setting'
        : 'Write three hyphens (---) at the beginning of the line and nothing else on it') + aside(strict),
  }),
  notOpened: message<{
    readonly why: 'above' | 'mistyped' | 'carriage-returns';
    readonly found: string;
    readonly strict: boolean;
  }>({
    code: 'front-matter/not-opened',
    severity: 'error',
    message: ({ why, found }) =>
      ({
        above:
          'the front matter is not read, because its opening line (---) is not the first line of the file',
        mistyped: `the front matter is not read, because its opening line is "${visible(found)}" instead of "---"`,
        'carriage-returns':
          'the front matter is not read, because the lines of this file end in carriage returns alone',
      })[why],
    hint: ({ why, strict }) =>
      ({
        above: 'Remove what stands above it, blank lines included',
        mistyped: 'Begin the file with a line of three hyphens (---) and nothing else',
        'carriage-returns': 'Save the file with the line ends of Unix (LF)',
      })[why] + aside(strict),
  }),
  mark: message<Record<string, never>>({
    code: 'front-matter/byte-order-mark',
    severity: 'info',
    message: () =>
      'the file begins with a byte order mark, which is ignored; Jekyll would copy the file as it is',
    hint: () => 'Save the file as "UTF-8 without BOM"',
  }),
  /** Jekyll's own words. */
  badDate: message<{ readonly text: string; readonly where: string; readonly path: string }>({
    code: 'front-matter/bad-date',
    severity: 'error',
    message: ({ text, where, path }) =>
      `Invalid date '${text}': Document '${path}' does not have a valid date in the ${where}`,
    hint: () => 'Write dates as 2024-05-01 or 2024-05-01 12:00:00 +0800',
    jekyll: ({ text, where, path }) =>
      `Invalid date '${text}': Document '${path}' does not have a valid date in the ${where}.`,
  }),
  emptyPermalink: message<Record<string, never>>({
    code: 'front-matter/empty-permalink',
    severity: 'error',
    message: () => 'the permalink is empty',
    hint: () => 'Write where the page is to be, as in "permalink: /about/", or remove the line',
  }),
  badCategories: message<{ readonly key: string; readonly found: string; readonly strict: boolean }>({
    code: 'front-matter/bad-categories',
    severity: 'error',
    message: ({ key, found, strict }) =>
      `"${key}" is ${found}, but must be text or a list${strict ? '' : '; the front matter is not used'}`,
    hint: ({ key, strict }) => `Write it as: ${key}: [news, talks]${aside(strict)}`,
  }),
};

/** Spaces that are no ASCII ones, by their code points. */
function visible(text: string): string {
  return text.replace(
    /[\u00a0\u200b\u3000\ufeff]/g,
    (sign) => `<U+${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}>`,
  );
}
