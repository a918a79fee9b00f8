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
  style: defineMessage<{ style: string; name: string; instead: string }>({
    code: 'scholar/style',
    severity: 'info',
    message: ({ style, instead }) =>
      `the citation style \`${style}\` is not built in, and the site has no file for it: references use ${instead} style`,
    hint: ({ name }) =>
      `save \`${name}.csl\` from the CSL style repository in the site, and set \`style: ${name}.csl\``,
  }),
  styleFile: defineMessage<{ message: string }>({
    code: 'scholar/style-file',
    severity: 'warning',
    message: ({ message }) => `this style file cannot be used: ${message}`,
    hint: () => 'save the file again from the CSL style repository, or correct it',
  }),
  locale: defineMessage<{ locale: string; folder: string }>({
    code: 'scholar/locale',
    severity: 'info',
    message: ({ locale }) => `the site has no locale file for \`${locale}\`, so references are in English`,
    hint: ({ locale, folder }) =>
      `save \`locales-${locale}.xml\` from the CSL locale repository in \`${folder}\`, or set \`locale: en\``,
  }),
  rawEntry: defineMessage<object>({
    code: 'scholar/raw-entry',
    severity: 'info',
    message: () => '`use_raw_bibtex_entry` has no effect: jekyll-scholar supports it no longer',
    hint: () => 'remove the setting; `{{ entry.bibtex }}` is the entry as BibTeX',
  }),
  unknownCrossref: defineMessage<{ key: string; parent: string; nearest: string | undefined }>({
    code: 'bibtex/unknown-crossref',
    severity: 'info',
    message: ({ key, parent }) => `\`${key}\` refers to the entry \`${parent}\`, which does not exist`,
    hint: ({ nearest }) => didYouMean(nearest, 'add that entry, or remove `crossref`'),
  }),
} as const;
