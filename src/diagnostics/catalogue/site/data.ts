/** What there is to say about the files of `_data`. */

import { message } from '../../diagnostic.ts';

export const dataMessages = {
  clash: message<{ readonly key: string; readonly earlier: string }>({
    code: 'data/name-clash',
    severity: 'warning',
    message: ({ key, earlier }) => `This replaces site.data.${key}, which "${earlier}" gave`,
    hint: () => 'Rename one of the two',
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
    message: ({ name }) => `There is no CSV converter "${name}"`,
    hint: ({ nearest }) =>
      nearest === undefined
        ? 'There are: integer, float, numeric, date, date_time, all'
        : `Did you mean "${nearest}"?`,
  }),
};
