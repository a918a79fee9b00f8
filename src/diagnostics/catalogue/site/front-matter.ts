/** Messages about front matter. */

import { message } from '../../diagnostic.ts';

/** Ends the hint of what is an error here but not in Jekyll. */
export const lenientHint =
  '\nset `strict_front_matter: false` in `_config.yml` to build such a file without its settings, as Jekyll does';

const withLenientHint = (hint: string, strict: boolean): string => (strict ? hint + lenientHint : hint);

export const frontMatterMessages = {
  invalidYaml: message<{
    readonly what: string;
    readonly hint: string | undefined;
    readonly strict: boolean;
  }>({
    code: 'front-matter/invalid-yaml',
    severity: 'error',
    message: ({ what, strict }) =>
      `the front matter is not valid YAML${strict ? '' : ' and is ignored'}: ${what}`,
    hint: ({ hint = 'correct this line', strict }) => withLenientHint(hint, strict),
  }),
  notMapping: message<{ readonly found: string; readonly file: string; readonly line: string }>({
    code: 'front-matter/not-a-mapping',
    severity: 'error',
    message: ({ found }) => `the front matter is ${found} instead of settings`,
    hint({ line }) {
      const tight = /^([\w-]+):(\S.*)$/.exec(line);
      return tight === null
        ? 'write one setting per line, with a space after the colon: `title: My page`'
        : `put a space after the colon: \`${tight[1]}: ${tight[2]}\``;
    },
    jekyll: ({ file }) => `Invalid YAML front matter in ${file}`,
  }),
  notClosed: message<{ readonly found: string | undefined; readonly strict: boolean }>({
    code: 'front-matter/not-closed',
    severity: 'error',
    message: ({ found }) =>
      found === undefined
        ? 'the front matter that starts here is never closed'
        : `the line that should close the front matter is \`${visible(found)}\` instead of \`---\``,
    hint: ({ found, strict }) =>
      withLenientHint(
        found === undefined
          ? 'put a line of three hyphens (`---`) below the last setting'
          : 'write three hyphens (`---`) at the start of the line and nothing else on it',
        strict,
      ),
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
          'the front matter is ignored, because its opening line (`---`) is not the first line of the file',
        mistyped: `the front matter is ignored, because its opening line is \`${visible(found)}\` instead of \`---\``,
        'carriage-returns':
          'the front matter is ignored, because the lines of this file end in carriage returns alone',
      })[why],
    hint: ({ why, strict }) =>
      withLenientHint(
        {
          above: 'remove everything above it, including blank lines',
          mistyped: 'start the file with a line of three hyphens (`---`) and nothing else',
          'carriage-returns': 'save the file with Unix line endings (LF)',
        }[why],
        strict,
      ),
  }),
  mark: message<Record<string, never>>({
    code: 'front-matter/byte-order-mark',
    severity: 'info',
    message: () =>
      'this file begins with a byte order mark, which is ignored; Jekyll would copy the file as it is',
    hint: () => 'save the file as UTF-8 without a byte order mark',
  }),
  badDate: message<{ readonly text: string; readonly where: string; readonly path: string }>({
    code: 'front-matter/bad-date',
    severity: 'error',
    message: ({ text, where }) => `the date in the ${where} is not valid: \`${text}\``,
    hint: () => 'write dates as `2024-05-01` or `2024-05-01 12:00:00 +0800`',
    jekyll: ({ text, where, path }) =>
      `Invalid date '${text}': Document '${path}' does not have a valid date in the ${where}.`,
  }),
  emptyPermalink: message<Record<string, never>>({
    code: 'front-matter/empty-permalink',
    severity: 'error',
    message: () => 'the permalink is empty',
    hint: () => 'write the address of the page, as in `permalink: /about/`, or remove the line',
  }),
  badCategories: message<{ readonly key: string; readonly found: string; readonly strict: boolean }>({
    code: 'front-matter/bad-categories',
    severity: 'error',
    message: ({ key, found, strict }) =>
      `\`${key}\` must be text or a list, but is ${found}${strict ? '' : '; the front matter is ignored'}`,
    hint: ({ key, strict }) => withLenientHint(`write it as \`${key}: [news, talks]\``, strict),
  }),
};

/** Replaces spaces other than ASCII ones by their code points. */
function visible(text: string): string {
  return text.replace(
    /[\u00a0\u200b\u3000\ufeff]/g,
    (character) => `<U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}>`,
  );
}
