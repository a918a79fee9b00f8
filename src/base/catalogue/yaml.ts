/** What there is to say about YAML, wherever it stands: front matter, configuration, data. */

import { message } from '../diagnostic.ts';

export const yamlMessages = {
  syntax: message<{ readonly what: string; readonly hint: string | undefined }>({
    code: 'yaml/syntax',
    severity: 'error',
    message: ({ what }) => what,
    hint: ({ hint }) => hint,
  }),
  tab: message<Record<string, never>>({
    code: 'yaml/tab',
    severity: 'error',
    message: () => 'A tab stands where YAML wants spaces',
    hint: () => 'Indent with spaces: put two of them in place of each tab at the start of the line',
  }),
  duplicateKey: message<{ readonly key: string; readonly firstLine: number }>({
    code: 'yaml/duplicate-key',
    severity: 'warning',
    message: ({ key, firstLine }) =>
      `The key "${key}" was set before, in line ${firstLine}; this later value is used`,
    hint: () => 'Remove one of the two',
  }),
  unknownTag: message<{ readonly tag: string }>({
    code: 'yaml/unknown-tag',
    severity: 'warning',
    message: ({ tag }) => `The tag ${tag} has no meaning here and is ignored`,
    hint: () => 'Remove the tag; quote the value if it is meant to be text that starts with "!"',
  }),
  forbiddenTag: message<{ readonly tag: string }>({
    code: 'yaml/forbidden-tag',
    severity: 'error',
    message: ({ tag }) => `The tag ${tag} would make a Ruby object, which is not allowed in a site`,
    hint: () => 'Write plain values: text, numbers, lists and mappings',
  }),
  unknownAlias: message<{ readonly name: string; readonly nearest: string | undefined }>({
    code: 'yaml/unknown-alias',
    severity: 'error',
    message: ({ name }) => `The alias *${name} names no anchor that stands before it`,
    hint: ({ name, nearest }) =>
      nearest === undefined
        ? `Put the value in quotes if "*${name}" is meant to be text, or mark a value above with &${name}`
        : `Did you mean *${nearest}? Put the value in quotes if it is meant to be text`,
  }),
  cycle: message<{ readonly name: string }>({
    code: 'yaml/cycle',
    severity: 'error',
    message: ({ name }) => `The alias *${name} stands inside the value that it repeats`,
    hint: () => 'A value cannot contain itself: write the part out, or move the anchor to an inner value',
  }),
  tooDeep: message<{ readonly limit: number }>({
    code: 'yaml/too-deep',
    severity: 'error',
    message: ({ limit }) => `Lists and mappings are nested more than ${limit} deep here`,
    hint: () => 'Close a bracket that was left open, or flatten the data',
  }),
  tooLarge: message<{ readonly limit: number }>({
    code: 'yaml/too-large',
    severity: 'error',
    message: ({ limit }) => `With its aliases written out this is more than ${limit} values`,
    hint: () => 'Aliases that repeat aliases grow without bound: use fewer levels of them',
  }),
};
