/** What there is to report about bibliographies in pages. */

import { defineMessage } from '../../plugin/api/diagnostics.ts';

export const scholarMessages = {
  fileMissing: defineMessage<{ path: string; nearest: string | undefined }>({
    code: 'scholar/no-file',
    severity: 'warning',
    message: ({ path }) => `there is no bibliography ${path}`,
    hint: ({ nearest }) =>
      nearest === undefined
        ? 'make the file, or set `scholar: {source: …, bibliography: …}` in _config.yml'
        : `did you mean ${nearest}?`,
  }),
  keyMissing: defineMessage<{ key: string; nearest: string | undefined }>({
    code: 'scholar/no-key',
    severity: 'warning',
    message: ({ key }) => `no entry of the bibliography has the key ${key}`,
    hint: ({ nearest }) =>
      nearest === undefined
        ? 'correct the key, or add the entry to the .bib file'
        : `did you mean ${nearest}?`,
  }),
  unknownOption: defineMessage<{ option: string; tag: string; nearest: string | undefined }>({
    code: 'scholar/unknown-option',
    severity: 'warning',
    message: ({ option, tag }) => `\`${tag}\` knows no option ${option}`,
    hint: ({ nearest }) =>
      nearest === undefined
        ? 'the options are those of jekyll-scholar: --file, --query, --group_by, --template …'
        : `did you mean ${nearest}?`,
  }),
  style: defineMessage<{ style: string }>({
    code: 'scholar/style',
    severity: 'info',
    message: ({ style }) => `references are not written in the style ${style} but in that of the APA`,
    hint: () =>
      'style files are not read: set `style: apa` or `style: ieee`, or write the entries by a template (`bibliography_template`)',
  }),
  unknownCrossref: defineMessage<{ key: string; parent: string; nearest: string | undefined }>({
    code: 'bibtex/unknown-crossref',
    severity: 'info',
    message: ({ key, parent }) => `${key} refers to ${parent}, which is not an entry of its files`,
    hint: ({ nearest }) =>
      nearest === undefined ? 'add that entry, or take `crossref` out' : `did you mean ${nearest}?`,
  }),
} as const;
