/** Messages about the files of `_data`. */

import { message } from '../../diagnostic.ts';

export const dataMessages = {
  clash: message<{ readonly key: string; readonly earlier: string }>({
    code: 'data/name-clash',
    severity: 'warning',
    message: ({ key, earlier }) =>
      `this file replaces \`site.data.${key}\`, which \`${earlier}\` already set`,
    hint: () => 'rename one of the two',
  }),
  csv: message<{ readonly what: string; readonly hint: string }>({
    code: 'data/csv',
    severity: 'error',
    message: ({ what }) => what,
    hint: ({ hint }) => hint,
  }),
  unknownConverter: message<{ readonly name: string; readonly nearest: string | undefined }>({
    code: 'data/unknown-converter',
    severity: 'error',
    message: ({ name }) => `unknown CSV converter \`${name}\``,
    hint: ({ nearest }) =>
      nearest === undefined
        ? 'use one of `integer`, `float`, `numeric`, `date`, `date_time`, `all`'
        : `did you mean \`${nearest}\`?`,
  }),
};
