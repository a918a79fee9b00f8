/** What there is to say about bibliographies in pages. */

import { message } from '../../diagnostic.ts';

export const scholarMessages = {
  fileMissing: message<{ path: string; nearest: string | undefined }>({
    code: 'scholar/no-file',
    severity: 'warning',
    message: ({ path }) => `there is no bibliography ${path}`,
    hint: ({ nearest }) =>
      nearest === undefined
        ? 'make the file, or set `scholar: {source: …, bibliography: …}` in _config.yml'
        : `did you mean ${nearest}?`,
  }),
  keyMissing: message<{ key: string; nearest: string | undefined }>({
    code: 'scholar/no-key',
    severity: 'warning',
    message: ({ key }) => `no entry of the bibliography has the key ${key}`,
    hint: ({ nearest }) =>
      nearest === undefined
        ? 'correct the key, or add the entry to the .bib file'
        : `did you mean ${nearest}?`,
  }),
  unknownOption: message<{ option: string; tag: string; nearest: string | undefined }>({
    code: 'scholar/unknown-option',
    severity: 'warning',
    message: ({ option, tag }) => `\`${tag}\` knows no option ${option}`,
    hint: ({ nearest }) =>
      nearest === undefined
        ? 'the options are those of jekyll-scholar: --file, --query, --group_by, --template …'
        : `did you mean ${nearest}?`,
  }),
  style: message<{ style: string }>({
    code: 'scholar/style',
    severity: 'info',
    message: ({ style }) => `references are not written in the style ${style} but in that of the APA`,
    hint: () =>
      'style files are not read: set `style: apa` or `style: ieee`, or write the entries by a template (`bibliography_template`)',
  }),
} as const;
