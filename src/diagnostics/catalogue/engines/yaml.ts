/** What there is to say about YAML, wherever it stands: front matter, configuration, data. */

import { message } from '../../diagnostic.ts';

export const yamlMessages = {
  unquotedColon: message<{ readonly key: string; readonly mended: string }>({
    code: 'yaml/unquoted-colon',
    severity: 'error',
    message: ({ key }) => `the value of "${key}" holds a colon and a space, which begin another value`,
    hint: ({ mended }) => `Put the value in quotes: ${mended}`,
  }),
  strayColon: message<{ readonly key: string; readonly mended: string }>({
    code: 'yaml/stray-colon',
    severity: 'error',
    message: ({ key }) => `there is a second colon behind "${key}"`,
    hint: ({ mended }) => `Remove it: ${mended}`,
  }),
  indentation: message<{ readonly advice: string | undefined }>({
    code: 'yaml/indentation',
    severity: 'error',
    message: () => 'this line is not indented like the lines that it belongs to',
    hint: ({ advice }) =>
      advice ?? 'Begin the keys of one mapping, and the hyphens of one list, in the same column',
  }),
  unclosedQuote: message<{ readonly quote: string; readonly closed: string | undefined }>({
    code: 'yaml/unclosed-quote',
    severity: 'error',
    message: ({ quote }) => `the quote (${quote}) that opens here is never closed`,
    hint: ({ quote, closed }) =>
      closed !== undefined
        ? `Close it at the end of the value: ${closed}`
        : quote === "'"
          ? "Close it at the end of the value; an apostrophe inside single quotes is written twice ('')"
          : 'Close it at the end of the value; a quote inside double quotes is written \\"',
  }),
  textAfterQuote: message<{ readonly quote: string; readonly quoted: string | undefined }>({
    code: 'yaml/text-after-quote',
    severity: 'error',
    message: () => 'there is text behind the closing quote of a value',
    hint: ({ quote, quoted }) =>
      quoted !== undefined
        ? `Put the whole value in quotes: ${quoted}`
        : quote === "'"
          ? "Put the whole value in quotes; an apostrophe inside single quotes is written twice ('')"
          : 'Put the whole value in quotes; a quote inside double quotes is written \\"',
  }),
  strayComma: message<{ readonly quoted: string | undefined }>({
    code: 'yaml/stray-comma',
    severity: 'error',
    message: () => 'there is a comma behind the value',
    hint: ({ quoted }) => `Remove it${quoted === undefined ? '' : `: ${quoted}`}`,
  }),
  textAfterValue: message<{ readonly quoted: string | undefined }>({
    code: 'yaml/text-after-value',
    severity: 'error',
    message: () => 'there is text behind the end of a value',
    hint: ({ quoted }) =>
      quoted === undefined
        ? 'Put the whole value in quotes, or begin a comment with a space and #'
        : `Put the whole value in quotes: ${quoted}`,
  }),
  strayBracket: message<{ readonly bracket: string }>({
    code: 'yaml/stray-bracket',
    severity: 'error',
    message: ({ bracket }) => `no bracket is open that ${bracket} could close`,
    hint: () => 'Remove it, or put the whole value in quotes',
  }),
  oddSign: message<{ readonly sign: string }>({
    code: 'yaml/odd-sign',
    severity: 'error',
    message: ({ sign }) =>
      sign === '\uff1a'
        ? 'this is a full-width colon (：), which is text to YAML'
        : `an invisible character (U+${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}) stands here, which is not a space to YAML`,
    hint: ({ sign }) =>
      sign === '\uff1a' ? 'Write a plain colon (:) and a space' : 'Delete it and type an ordinary space',
  }),
  liquidValue: message<{ readonly sign: string; readonly quoted: string }>({
    code: 'yaml/liquid-value',
    severity: 'error',
    message: ({ sign }) => `${sign} begins a mapping of YAML here: Liquid is not rendered in settings`,
    hint: ({ quoted }) =>
      `Write the value itself; or, to keep the text as it is, put it in quotes: ${quoted}`,
  }),
  commentForValue: message<{ readonly key: string; readonly mended: string }>({
    code: 'yaml/comment-for-value',
    severity: 'warning',
    message: ({ key }) => `"${key}" is empty, because # begins a comment`,
    hint: ({ mended }) => `Put the value in quotes: ${mended}`,
  }),
  ignoredRest: message<Record<string, never>>({
    code: 'yaml/ignored-rest',
    severity: 'warning',
    message: () => 'nothing from this line on is read, because it is indented less than the first line',
    hint: () => 'Begin all of them in the same column',
  }),
  unclosedBracket: message<{ readonly bracket: string }>({
    code: 'yaml/unclosed-bracket',
    severity: 'error',
    message: ({ bracket }) => `the bracket ${bracket} that opens here is never closed`,
    hint: ({ bracket }) =>
      `Close it with ${bracket === '[' ? ']' : '}'}, or put the value in quotes if it is meant to be text`,
  }),
  missingComma: message<{ readonly bracket: string }>({
    code: 'yaml/missing-comma',
    severity: 'error',
    message: ({ bracket }) => `a comma or ${bracket === '[' ? ']' : '}'} is missing before this`,
    hint: () => 'Put a comma between the items; an item with commas, colons or brackets in it needs quotes',
  }),
  reservedCharacter: message<{ readonly character: string; readonly quoted: string | undefined }>({
    code: 'yaml/reserved-character',
    severity: 'error',
    message: ({ character }) => `a value without quotes cannot begin with ${character}`,
    hint: ({ quoted }) => `Put the value in quotes${quoted === undefined ? '' : `: ${quoted}`}`,
  }),
  missingColon: message<{ readonly text: string; readonly advice: string | undefined }>({
    code: 'yaml/missing-colon',
    severity: 'error',
    message: ({ text }) => `a key and a colon are expected here, but the line is: ${text}`,
    hint: ({ advice }) =>
      advice ??
      'Write "key: value"; to go on with the value of the line above, indent this one or put the value in quotes',
  }),
  noSpace: message<{ readonly key: string; readonly value: string }>({
    code: 'yaml/no-space-after-colon',
    severity: 'error',
    message: ({ key }) => `there is no space behind the colon of "${key}"`,
    hint: ({ key, value }) => `Write: ${key}: ${value}`,
  }),
  strayHyphen: message<Record<string, never>>({
    code: 'yaml/stray-hyphen',
    severity: 'error',
    message: () => 'a list item cannot begin here',
    hint: () =>
      'Put each item of a list on a line of its own below its key; put text that begins with a hyphen in quotes',
  }),
  noContent: message<{ readonly character: string }>({
    code: 'yaml/no-value',
    severity: 'error',
    message: ({ character }) =>
      `a value is expected here, but there is ${character.trim() === '' ? 'none' : character}`,
    hint: () => 'Remove the comma or bracket that is too many, or put the text in quotes',
  }),
  colonInPlain: message<Record<string, never>>({
    code: 'yaml/colon-in-list',
    severity: 'error',
    message: () => 'a colon inside of brackets stands before another sign',
    hint: () => 'Put the item in quotes, or put a space behind the colon',
  }),
  badEscape: message<{ readonly found: string; readonly quoted: string | undefined }>({
    code: 'yaml/bad-escape',
    severity: 'error',
    message: ({ found }) => `${found} means nothing inside double quotes`,
    hint: ({ quoted }) =>
      `Write a backslash twice (\\\\), or use single quotes, in which it is an ordinary character${quoted === undefined ? '' : `: ${quoted}`}`,
  }),
  badCodePoint: message<{ readonly found: string }>({
    code: 'yaml/bad-code-point',
    severity: 'error',
    message: ({ found }) =>
      /^.u/.test(found)
        ? `${found} is half of a character beyond U+FFFF`
        : `${found} is beyond the last character, U+10FFFF`,
    hint: ({ found }) =>
      /^.u/.test(found)
        ? 'Write both halves one after the other (\\ud83d\\ude00), or the character itself'
        : 'Write the character itself, or the number of one that exists',
  }),
  controlCharacter: message<{ readonly code: number }>({
    code: 'yaml/control-character',
    severity: 'error',
    message: ({ code }) =>
      `an invisible character (U+${code.toString(16).toUpperCase().padStart(4, '0')}) stands here, which YAML does not allow`,
    hint: () => 'Delete it: put the cursor behind it and press backspace',
  }),
  blockHeader: message<{ readonly sign: string; readonly quoted: string | undefined }>({
    code: 'yaml/block-header',
    severity: 'error',
    message: ({ sign }) => `only a line end may stand behind ${sign}`,
    hint: ({ sign, quoted }) =>
      `Begin the text on the next line, indented; or put a value that begins with ${sign} in quotes${quoted === undefined ? '' : `: ${quoted}`}`,
  }),
  badAnchor: message<{ readonly sign: string; readonly quoted: string | undefined }>({
    code: 'yaml/bad-anchor',
    severity: 'error',
    message: ({ sign }) =>
      `${sign} begins the name of ${sign === '*' ? 'an alias' : 'an anchor'}, but this is none`,
    hint: ({ quoted }) =>
      quoted === undefined
        ? 'Put the value in quotes: text such as *emphasis* or & needs them'
        : `Put the value in quotes: ${quoted}`,
  }),
  badTag: message<{ readonly quoted: string | undefined }>({
    code: 'yaml/bad-tag',
    severity: 'error',
    message: () => '! begins a tag, but this is none',
    hint: ({ quoted }) =>
      `Put the value in quotes if it is meant to be text${quoted === undefined ? '' : `: ${quoted}`}`,
  }),
  badDirective: message<Record<string, never>>({
    code: 'yaml/bad-directive',
    severity: 'error',
    message: () => 'a line that begins with % is a directive, but this is none',
    hint: () => 'Remove the line; put a value that begins with % in quotes',
  }),
  tab: message<Record<string, never>>({
    code: 'yaml/tab',
    severity: 'error',
    message: () => 'a tab stands where YAML wants spaces',
    hint: () => 'Indent with spaces: put two of them in place of each tab at the start of the line',
  }),
  duplicateKey: message<{ readonly key: string; readonly firstLine: number }>({
    code: 'yaml/duplicate-key',
    severity: 'warning',
    message: ({ key, firstLine }) =>
      `the key "${key}" was set before, in line ${firstLine}; this later value is used`,
    hint: () => 'Remove one of the two',
  }),
  unknownTag: message<{ readonly tag: string }>({
    code: 'yaml/unknown-tag',
    severity: 'warning',
    message: ({ tag }) => `the tag ${tag} has no meaning here and is ignored`,
    hint: () => 'Remove the tag; quote the value if it is meant to be text that starts with "!"',
  }),
  forbiddenTag: message<{ readonly tag: string }>({
    code: 'yaml/forbidden-tag',
    severity: 'error',
    message: ({ tag }) => `the tag ${tag} would make a Ruby object, which is not allowed in a site`,
    hint: () => 'Write plain values: text, numbers, lists and mappings',
  }),
  unknownAlias: message<{ readonly name: string; readonly nearest: string | undefined }>({
    code: 'yaml/unknown-alias',
    severity: 'error',
    message: ({ name }) => `the alias *${name} names no anchor that stands before it`,
    hint: ({ name, nearest }) =>
      nearest === undefined
        ? `Put the value in quotes if "*${name}" is meant to be text, or mark a value above with &${name}`
        : `Did you mean *${nearest}? Put the value in quotes if it is meant to be text`,
  }),
  cycle: message<{ readonly name: string }>({
    code: 'yaml/cycle',
    severity: 'error',
    message: ({ name }) => `the alias *${name} stands inside the value that it repeats`,
    hint: () => 'A value cannot contain itself: write the part out, or move the anchor to an inner value',
  }),
  tooDeep: message<{ readonly limit: number }>({
    code: 'yaml/too-deep',
    severity: 'error',
    message: ({ limit }) => `lists and mappings are nested more than ${limit} deep here`,
    hint: () => 'Close a bracket that was left open, or flatten the data',
  }),
  tooLarge: message<{ readonly limit: number }>({
    code: 'yaml/too-large',
    severity: 'error',
    message: ({ limit }) => `with its aliases written out this is more than ${limit} values`,
    hint: () => 'Aliases that repeat aliases grow without bound: use fewer levels of them',
  }),
};
