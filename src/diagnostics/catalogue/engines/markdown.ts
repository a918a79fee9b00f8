/** Messages of the Markdown engine: kramdown's warnings, and mistakes in its options. */

import { message } from '../../diagnostic.ts';

export const markdownMessages = {
  unreadLine: message({
    code: 'markdown/unread-line',
    severity: 'warning',
    message: () => 'no block starts at this line, so its text is not in a paragraph',
    hint: () => 'remove the tab after the spaces at its start, or indent the line by four spaces for code',
  }),
  duplicateFootnote: message<{ readonly name: string }>({
    code: 'markdown/duplicate-footnote',
    severity: 'warning',
    message: ({ name }) => `the footnote \`${name}\` is already defined; this definition is used`,
    hint: () => 'give each footnote its own name',
  }),
  missingFootnote: message<{ readonly name: string }>({
    code: 'markdown/missing-footnote',
    severity: 'warning',
    message: ({ name }) => `the footnote \`${name}\` is not defined`,
    hint: ({ name }) => `add a line \`[^${name}]: …\`, or escape the bracket: \`\\[^${name}]\``,
  }),
  unusedFootnote: message<{ readonly name: string }>({
    code: 'markdown/unused-footnote',
    severity: 'warning',
    message: ({ name }) => `the footnote \`${name}\` is defined but not used`,
    hint: ({ name }) => `refer to it with \`[^${name}]\`, or remove the definition`,
  }),
  duplicateAbbreviation: message<{ readonly name: string }>({
    code: 'markdown/duplicate-abbreviation',
    severity: 'warning',
    message: ({ name }) => `the abbreviation \`${name}\` is already defined; this definition is used`,
    hint: () => 'remove one of the definitions',
  }),
  duplicateLink: message<{ readonly id: string }>({
    code: 'markdown/duplicate-link',
    severity: 'warning',
    message: ({ id }) => `the link \`${id}\` is already defined; this definition is used`,
    hint: () => 'give each link definition its own id',
  }),
  missingLink: message<{ readonly id: string }>({
    code: 'markdown/missing-link',
    severity: 'warning',
    message: ({ id }) => `the link \`${shorten(id)}\` is not defined`,
    hint: () => 'add a line `[id]: url`, or escape the bracket with a backslash if you do not mean a link',
  }),
  tableWithoutBody: message({
    code: 'markdown/table-without-body',
    severity: 'warning',
    message: () => 'this table has no rows below its header, so it stays text',
    hint: () => 'add a row, or remove the separator line',
  }),
  unclosedElement: message<{ readonly name: string }>({
    code: 'markdown/unclosed-element',
    severity: 'warning',
    message: ({ name }) => `\`<${name}>\` is never closed`,
    hint: ({ name }) => `add \`</${name}>\` where the element ends`,
  }),
  strayEndTag: message<{ readonly name: string }>({
    code: 'markdown/stray-end-tag',
    severity: 'warning',
    message: ({ name }) => `\`</${name}>\` has no matching start tag`,
    hint: () => 'remove it, or move it after its start tag',
  }),
  duplicateAttribute: message<{ readonly name: string }>({
    code: 'markdown/duplicate-attribute',
    severity: 'warning',
    message: ({ name }) => `the element has two \`${name}\` attributes; the last one is used`,
    hint: () => 'remove one of them',
  }),
  blockElementInText: message<{ readonly name: string }>({
    code: 'markdown/block-element-in-text',
    severity: 'warning',
    message: ({ name }) => `the block element \`<${name}>\` cannot be inside a paragraph`,
    hint: () => 'put a blank line before it and start it on its own line',
  }),
  blockParsingInText: message<{ readonly name: string }>({
    code: 'markdown/block-parsing-in-text',
    severity: 'warning',
    message: ({ name }) => `\`markdown="block"\` has no effect on \`<${name}>\` inside a paragraph`,
    hint: () => 'use `markdown="span"`',
  }),
  strayExtensionStop: message<{ readonly name: string }>({
    code: 'markdown/stray-extension-stop',
    severity: 'warning',
    message: ({ name }) => `\`{:/${name}}\` has no matching start tag`,
    hint: () => 'remove it, or add the start tag of the extension',
  }),
  openExtension: message<{ readonly name: string }>({
    code: 'markdown/open-extension',
    severity: 'warning',
    message: ({ name }) => `the extension \`{::${name}}\` is never closed`,
    hint: ({ name }) => `add \`{:/${name}}\`, or write \`{::${name} /}\` for an extension without content`,
  }),
  unknownExtension: message<{ readonly name: string }>({
    code: 'markdown/unknown-extension',
    severity: 'warning',
    message: ({ name }) => `unknown extension \`${name}\``,
    hint: () => 'use `comment`, `nomarkdown` or `options`',
  }),
  emptyAttributeList: message<{ readonly text: string }>({
    code: 'markdown/empty-attribute-list',
    severity: 'warning',
    message: ({ text }) => `\`{:${shorten(text)}}\` contains no attributes`,
    hint: () => 'write `.class`, `#id`, `key="value"` or the name of an attribute list definition',
  }),
  lonelyAttributeList: message({
    code: 'markdown/lonely-attribute-list',
    severity: 'warning',
    message: () => 'this attribute list follows plain text and applies to nothing',
    hint: () => 'put it right after a link, an image, emphasis or code',
  }),
  forbiddenInlineOption: message<{ readonly name: string }>({
    code: 'markdown/forbidden-inline-option',
    severity: 'warning',
    message: ({ name }) => `the option \`${name}\` cannot be set in a page`,
    hint: () => 'set it under `kramdown:` in `_config.yml`',
  }),
  unknownInlineOption: message<{ readonly name: string; readonly nearest: string | undefined }>({
    code: 'markdown/unknown-inline-option',
    severity: 'warning',
    message: ({ name }) => `unknown kramdown option \`${name}\``,
    hint: ({ nearest }) => (nearest === undefined ? undefined : `did you mean \`${nearest}\`?`),
  }),
  invalidOption: message<{ readonly name: string; readonly value: string; readonly expected: string }>({
    code: 'markdown/invalid-option',
    severity: 'error',
    message: ({ name, value, expected }) =>
      `the kramdown option \`${name}\` must be ${expected}, but is ${value}`,
    hint: ({ name }) => `correct \`${name}\` under \`kramdown:\` in \`_config.yml\``,
  }),
  unknownInput: message<{ readonly input: string; readonly nearest: string | undefined }>({
    code: 'markdown/unknown-input',
    severity: 'error',
    message: ({ input }) => `unknown kramdown input \`${input}\``,
    hint: ({ nearest }) =>
      nearest === undefined ? 'use `kramdown` or `GFM`' : `did you mean \`${nearest}\`?`,
  }),
  unavailableEngine: message<{ readonly option: string; readonly value: string; readonly available: string }>(
    {
      code: 'markdown/unavailable-engine',
      severity: 'warning',
      message: ({ option, value }) =>
        `the kramdown option \`${option}\` is \`${value}\`, which is not available`,
      hint: ({ option, available }) => `use ${available}, or set \`${option}\` to \`nil\``,
    },
  ),
} as const;

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}
