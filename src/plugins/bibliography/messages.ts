/** Messages about bibliographies in pages. */

import { defineMessage } from '../../plugin/api/diagnostics.ts';

const didYouMean = (nearest: string | undefined, otherwise: string): string =>
  nearest === undefined ? otherwise : `did you mean \`${nearest}\`?`;

export const scholarMessages = {
  fileMissing: defineMessage<{ path: string; nearest: string | undefined }>({
    code: 'scholar/no-file',
    severity: 'warning',
    message: ({ path }) => `the bibliography \`${path}\` does not exist`,
    hint: ({ nearest }) =>
      didYouMean(nearest, 'create the file, or set `scholar: {source: …, bibliography: …}` in `_config.yml`'),
  }),
  keyMissing: defineMessage<{ key: string; nearest: string | undefined }>({
    code: 'scholar/no-key',
    severity: 'warning',
    message: ({ key }) => `the bibliography has no entry with the key \`${key}\``,
    hint: ({ nearest }) => didYouMean(nearest, 'correct the key, or add the entry to the .bib file'),
  }),
  unknownOption: defineMessage<{ option: string; tag: string; nearest: string | undefined }>({
    code: 'scholar/unknown-option',
    severity: 'warning',
    message: ({ option, tag }) => `unknown option \`${option}\` for \`${tag}\``,
    hint: ({ nearest }) =>
      didYouMean(
        nearest,
        'use an option of jekyll-scholar, such as `--file`, `--query`, `--group_by` or `--template`',
      ),
  }),
  style: defineMessage<{ style: string }>({
    code: 'scholar/style',
    severity: 'info',
    message: ({ style }) => `the citation style \`${style}\` is not supported, so references use APA style`,
    hint: () =>
      'set `style: apa` or `style: ieee`, or format the entries with a template (`bibliography_template`)',
  }),
  unknownCrossref: defineMessage<{ key: string; parent: string; nearest: string | undefined }>({
    code: 'bibtex/unknown-crossref',
    severity: 'info',
    message: ({ key, parent }) => `\`${key}\` refers to the entry \`${parent}\`, which does not exist`,
    hint: ({ nearest }) => didYouMean(nearest, 'add that entry, or remove `crossref`'),
  }),
} as const;
