/** What the Markdown engine has to say: kramdown's warnings, and mistakes in its options. */

import { message } from '../../diagnostic.ts';

const named = (what: string) => (facts: { readonly name: string }) => `${what} '${facts.name}'`;

export const markdownMessages = {
  unreadLine: message({
    code: 'markdown/unread-line',
    severity: 'warning',
    message: () => 'No block starts at this line, so its text stands without a paragraph',
    hint: () => 'Remove the tab after the spaces at its start, or indent it by four spaces for code.',
  }),
  duplicateFootnote: message<{ readonly name: string }>({
    code: 'markdown/duplicate-footnote',
    severity: 'warning',
    message: ({ name }) => `The footnote '${name}' is defined a second time, and this definition counts`,
    hint: () => 'Give each footnote a name of its own.',
  }),
  missingFootnote: message<{ readonly name: string }>({
    code: 'markdown/missing-footnote',
    severity: 'warning',
    message: ({ name }) => `There is no definition of the footnote '${name}'`,
    hint: ({ name }) => `Add a line '[^${name}]: …', or escape the bracket: '\\[^${name}]'.`,
  }),
  unusedFootnote: message<{ readonly name: string }>({
    code: 'markdown/unused-footnote',
    severity: 'warning',
    message: ({ name }) => `The footnote '${name}' is defined but no text refers to it`,
    hint: ({ name }) => `Refer to it with '[^${name}]', or remove the definition.`,
  }),
  duplicateAbbreviation: message<{ readonly name: string }>({
    code: 'markdown/duplicate-abbreviation',
    severity: 'warning',
    message: ({ name }) => `The abbreviation '${name}' is defined a second time, and this definition counts`,
  }),
  duplicateLink: message<{ readonly id: string }>({
    code: 'markdown/duplicate-link',
    severity: 'warning',
    message: ({ id }) => `The link '${id}' is defined a second time, and this definition counts`,
    hint: () => 'Give each link definition an id of its own.',
  }),
  missingLink: message<{ readonly id: string }>({
    code: 'markdown/missing-link',
    severity: 'warning',
    message: ({ id }) => `There is no link definition '${shorten(id)}'`,
    hint: () => "Add a line '[id]: url', or escape the bracket with a backslash if no link is meant.",
  }),
  tableWithoutBody: message({
    code: 'markdown/table-without-body',
    severity: 'warning',
    message: () => 'This table has no rows below its head, so it stays text',
    hint: () => 'Add a row, or remove the separator line.',
  }),
  unclosedElement: message({
    code: 'markdown/unclosed-element',
    severity: 'warning',
    message: named('There is no end tag for the element'),
    hint: ({ name }: { readonly name: string }) => `Add '</${name}>' where the element is meant to end.`,
  }),
  strayEndTag: message({
    code: 'markdown/stray-end-tag',
    severity: 'warning',
    message: named('No element is open for the end tag of'),
    hint: () => 'Remove it, or put it after the start tag that it belongs to.',
  }),
  duplicateAttribute: message({
    code: 'markdown/duplicate-attribute',
    severity: 'warning',
    message: named('The element has two attributes'),
    hint: () => 'The last one counts; remove the other.',
  }),
  blockElementInText: message({
    code: 'markdown/block-element-in-text',
    severity: 'warning',
    message: named('Within a paragraph nothing can be made of the block element'),
    hint: () => 'Put a blank line before it and start it on a line of its own.',
  }),
  blockParsingInText: message({
    code: 'markdown/block-parsing-in-text',
    severity: 'warning',
    message: named('markdown="block" means nothing within a paragraph, at the element'),
    hint: () => 'Use markdown="span".',
  }),
  strayExtensionStop: message({
    code: 'markdown/stray-extension-stop',
    severity: 'warning',
    message: ({ name }: { readonly name: string }) => `No extension is open for '{:/${name}}'`,
  }),
  openExtension: message({
    code: 'markdown/open-extension',
    severity: 'warning',
    message: named('There is no stop tag for the extension'),
    hint: ({ name }: { readonly name: string }) =>
      `Add '{:/${name}}', or close the tag itself: '{::${name} /}'.`,
  }),
  unknownExtension: message({
    code: 'markdown/unknown-extension',
    severity: 'warning',
    message: named('There is no extension'),
    hint: () => 'There are comment, nomarkdown and options.',
  }),
  emptyAttributeList: message<{ readonly text: string }>({
    code: 'markdown/empty-attribute-list',
    severity: 'warning',
    message: ({ text }) => `Nothing in '{:${shorten(text)}}' is an attribute`,
    hint: () => 'Write .class, #id, key="value" or the name of an attribute list definition.',
  }),
  lonelyAttributeList: message({
    code: 'markdown/lonely-attribute-list',
    severity: 'warning',
    message: () => 'This attribute list follows plain text and has nothing to belong to',
    hint: () => 'Put it right behind a link, an image, emphasis or code.',
  }),
  forbiddenInlineOption: message({
    code: 'markdown/forbidden-inline-option',
    severity: 'warning',
    message: named('A page may not set the option'),
    hint: () => 'Set it in _config.yml, under kramdown.',
  }),
  unknownInlineOption: message<{ readonly name: string; readonly nearest: string | undefined }>({
    code: 'markdown/unknown-inline-option',
    severity: 'warning',
    message: ({ name }) => `kramdown has no option '${name}'`,
    hint: ({ nearest }) => (nearest === undefined ? undefined : `Did you mean ${nearest}?`),
  }),
  invalidOption: message<{ readonly name: string; readonly value: string; readonly expected: string }>({
    code: 'markdown/invalid-option',
    severity: 'error',
    message: ({ name, value, expected }) =>
      `The kramdown option '${name}' can't be ${value}: ${expected} is needed`,
    hint: ({ name }) => `Correct kramdown.${name} in _config.yml.`,
  }),
  unknownInput: message<{ readonly input: string; readonly nearest: string | undefined }>({
    code: 'markdown/unknown-input',
    severity: 'error',
    message: ({ input }) => `There is no kramdown input '${input}'`,
    hint: ({ nearest }) =>
      nearest === undefined ? 'There are kramdown and GFM.' : `Did you mean ${nearest}?`,
  }),
  unavailableEngine: message<{ readonly option: string; readonly value: string; readonly available: string }>(
    {
      code: 'markdown/unavailable-engine',
      severity: 'warning',
      message: ({ option, value }) =>
        `The kramdown option '${option}' names '${value}', which is not available`,
      hint: ({ option, available }) => `Use ${available}, or set ${option} to nil.`,
    },
  ),
} as const;

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}
