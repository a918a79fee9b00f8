/** What there is to say about front matter. */

import { message } from '../diagnostic.ts';

export const frontMatterMessages = {
  invalidYaml: message<{ readonly what: string; readonly hint: string | undefined }>({
    code: 'front-matter/invalid-yaml',
    severity: 'warning',
    message: ({ what }) => `The front matter is not valid YAML and is left out: ${what}`,
    hint: ({ hint }) => hint,
  }),
  notMapping: message<{ readonly found: string; readonly file: string }>({
    code: 'front-matter/not-a-mapping',
    severity: 'error',
    message: ({ found, file }) => `Invalid YAML front matter in ${file}: it is ${found} instead of settings`,
    hint: () => 'Write settings one to a line, as in "title: My page", with a space after the colon',
  }),
  notClosed: message<Record<string, never>>({
    code: 'front-matter/not-closed',
    severity: 'warning',
    message: () => 'The front matter that begins here is never closed, so all of it is text of the page',
    hint: () => 'Put a line of three hyphens (---) below its last setting',
  }),
  mark: message<Record<string, never>>({
    code: 'front-matter/byte-order-mark',
    severity: 'info',
    message: () =>
      'The file begins with a byte order mark, which is ignored; Jekyll would copy the file as it is',
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
    message: () => 'The permalink is empty',
    hint: () => 'Write where the page is to be, as in "permalink: /about/", or remove the line',
  }),
  badCategories: message<{ readonly key: string; readonly found: string }>({
    code: 'front-matter/bad-categories',
    severity: 'warning',
    message: ({ key, found }) =>
      `"${key}" is ${found}, but must be text or a list; the front matter is not used`,
    hint: ({ key }) => `Write it as: ${key}: [news, talks]`,
  }),
};
