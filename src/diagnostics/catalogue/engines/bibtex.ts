/** Messages about .bib files. */

import { message } from '../../diagnostic.ts';

const didYouMean = (nearest: string | undefined, otherwise: string): string =>
  nearest === undefined ? otherwise : `did you mean \`${nearest}\`?`;

const OTHERS = 'the other entries of the file are read';

export const bibtexMessages = {
  noKey: message<{ type: string }>({
    code: 'bibtex/no-key',
    severity: 'warning',
    message: ({ type }) => `this \`@${type}\` entry has no key`,
    hint: ({ type }) => `write a key after the brace: \`@${type}{smith2024,\``,
  }),
  unclosedEntry: message<{ type: string; key: string }>({
    code: 'bibtex/unclosed-entry',
    severity: 'warning',
    message: ({ type, key }) => `\`@${type}{${key}\` is never closed, so the entry is skipped`,
    hint: () => `add the closing \`}\`; ${OTHERS}`,
  }),
  unclosedValue: message<{ field: string; key: string; close: string }>({
    code: 'bibtex/unclosed-value',
    severity: 'warning',
    message: ({ field, key }) =>
      `the value of \`${field}\` in \`${key}\` is never closed, so the entry is skipped`,
    hint: ({ close }) => `look for a missing \`${close}\` or unbalanced braces; ${OTHERS}`,
  }),
  expected: message<{ key: string; wanted: string; found: string }>({
    code: 'bibtex/syntax',
    severity: 'warning',
    message: ({ key, wanted, found }) =>
      `expected ${wanted} in \`${key}\`, but found ${found}, so the entry is skipped`,
    hint: () => `write entries as \`@article{key, title = {…}, year = 2024}\`; ${OTHERS}`,
  }),
  missingComma: message<{ key: string; field: string }>({
    code: 'bibtex/missing-comma',
    severity: 'warning',
    message: ({ key, field }) => `a comma is missing before \`${field}\` in \`${key}\``,
    hint: () => 'end the previous field with a comma; the entry is read as if it were there',
  }),
  unknownString: message<{ name: string; nearest: string | undefined }>({
    code: 'bibtex/unknown-string',
    severity: 'warning',
    message: ({ name }) => `unknown \`@string\` \`${name}\``,
    hint: ({ name, nearest }) =>
      didYouMean(
        nearest,
        `put the value in braces (\`{${name}}\`), or define it: \`@string{${name} = "…"}\``,
      ),
  }),
  duplicateKey: message<{ key: string; line: number }>({
    code: 'bibtex/duplicate-key',
    severity: 'warning',
    message: ({ key, line }) => `the key \`${key}\` is already used by the entry in line ${line}`,
    hint: () => 'give one of them another key; `{% cite %}` finds the first',
  }),
  duplicateField: message<{ key: string; field: string }>({
    code: 'bibtex/duplicate-field',
    severity: 'warning',
    message: ({ key, field }) => `\`${key}\` sets \`${field}\` twice; the last value is used`,
    hint: () => 'remove one of them',
  }),
  tooBroken: message<{ most: number }>({
    code: 'bibtex/too-broken',
    severity: 'warning',
    message: ({ most }) => `more than ${most} entries are malformed, so the rest of the file is skipped`,
    hint: () => 'check that this is a BibTeX file',
  }),
} as const;
