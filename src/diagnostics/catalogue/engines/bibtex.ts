/** What there is to say about .bib files. */

import { message } from '../../diagnostic.ts';

const lost = 'the other entries of the file are read';

export const bibtexMessages = {
  noKey: message<{ type: string }>({
    code: 'bibtex/no-key',
    severity: 'warning',
    message: ({ type }) => `this @${type} has no key`,
    hint: ({ type }) => `write one behind the brace: @${type}{smith2024,`,
  }),
  unclosedEntry: message<{ type: string; key: string }>({
    code: 'bibtex/unclosed-entry',
    severity: 'warning',
    message: ({ type, key }) => `@${type}{${key} is never closed; the entry is left out`,
    hint: () => `add the } that ends it; ${lost}`,
  }),
  unclosedValue: message<{ field: string; key: string; close: string }>({
    code: 'bibtex/unclosed-value',
    severity: 'warning',
    message: ({ field, key }) => `the value of \`${field}\` in ${key} is never closed; the entry is left out`,
    hint: ({ close }) => `look for a missing ${close}, or braces that don't match; ${lost}`,
  }),
  expected: message<{ key: string; wanted: string; found: string }>({
    code: 'bibtex/syntax',
    severity: 'warning',
    message: ({ key, wanted, found }) => `${key} needs ${wanted} here, not ${found}; the entry is left out`,
    hint: () => `put it right: @article{key, title = {…}, year = 2024}; ${lost}`,
  }),
  missingComma: message<{ key: string; field: string }>({
    code: 'bibtex/missing-comma',
    severity: 'warning',
    message: ({ key, field }) => `a comma is missing before \`${field}\` in ${key}`,
    hint: () => 'end the field before it with a comma; it is read as if there were one',
  }),
  unknownString: message<{ name: string; nearest: string | undefined }>({
    code: 'bibtex/unknown-string',
    severity: 'warning',
    message: ({ name }) => `no @string is called ${name}`,
    hint: ({ name, nearest }) =>
      nearest === undefined
        ? `put the value in braces, {${name}}, or define it: @string{${name} = "…"}`
        : `did you mean ${nearest}?`,
  }),
  duplicateKey: message<{ key: string; line: number }>({
    code: 'bibtex/duplicate-key',
    severity: 'warning',
    message: ({ key, line }) => `another entry, in line ${line}, has the key ${key}, too`,
    hint: () => 'give one of them another key: {% cite %} finds the first',
  }),
  duplicateField: message<{ key: string; field: string }>({
    code: 'bibtex/duplicate-field',
    severity: 'warning',
    message: ({ key, field }) => `${key} has \`${field}\` twice; the last one counts`,
    hint: () => 'take one of them out',
  }),
  tooBroken: message<{ most: number }>({
    code: 'bibtex/too-broken',
    severity: 'warning',
    message: ({ most }) => `more than ${most} entries are broken; the rest of the file is left out`,
    hint: () => 'check that this is a BibTeX file',
  }),
} as const;
