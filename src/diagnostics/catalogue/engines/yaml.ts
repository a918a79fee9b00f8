/** Messages about YAML, wherever it occurs: front matter, configuration, data. */

import { message } from '../../diagnostic.ts';

const codePoint = (code: number): string => `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;

/** Text as code; text that contains a backtick as it is. */
const code = (text: string): string => (text.includes('`') ? text : `\`${text}\``);

/** `hint`, and where a corrected line is known, that line as code. */
const withExample = (hint: string, example: string | undefined): string =>
  example === undefined ? hint : `${hint}: ${code(example)}`;

/** How to write a quote inside a value that is in the same quotes. */
const quoteInside = (quote: string): string =>
  quote === "'"
    ? "write an apostrophe inside single quotes twice (`''`)"
    : 'write a quote inside double quotes as `\\"`';

export const yamlMessages = {
  unquotedColon: message<{ readonly key: string; readonly mended: string }>({
    code: 'yaml/unquoted-colon',
    severity: 'error',
    message: ({ key }) => `the value of \`${key}\` contains a colon and a space, which start another mapping`,
    hint: ({ mended }) => withExample('put the value in quotes', mended),
  }),
  strayColon: message<{ readonly key: string; readonly mended: string }>({
    code: 'yaml/stray-colon',
    severity: 'error',
    message: ({ key }) => `\`${key}\` is followed by two colons`,
    hint: ({ mended }) => withExample('remove one', mended),
  }),
  indentation: message<{ readonly advice: string | undefined }>({
    code: 'yaml/indentation',
    severity: 'error',
    message: () => 'this line is not indented like the lines that it belongs to',
    hint: ({ advice }) =>
      advice ?? 'start all keys of a mapping, and all hyphens of a list, in the same column',
  }),
  unclosedQuote: message<{ readonly quote: string; readonly closed: string | undefined }>({
    code: 'yaml/unclosed-quote',
    severity: 'error',
    message: ({ quote }) => `the quote \`${quote}\` that starts here is never closed`,
    hint: ({ quote, closed }) =>
      closed === undefined
        ? `close it at the end of the value; ${quoteInside(quote)}`
        : withExample('close it at the end of the value', closed),
  }),
  textAfterQuote: message<{ readonly quote: string; readonly quoted: string | undefined }>({
    code: 'yaml/text-after-quote',
    severity: 'error',
    message: () => 'a value continues after its closing quote',
    hint: ({ quote, quoted }) =>
      quoted === undefined
        ? `put the whole value in quotes; ${quoteInside(quote)}`
        : withExample('put the whole value in quotes', quoted),
  }),
  strayComma: message<{ readonly quoted: string | undefined }>({
    code: 'yaml/stray-comma',
    severity: 'error',
    message: () => 'the value is followed by a comma',
    hint: ({ quoted }) => withExample('remove it', quoted),
  }),
  textAfterValue: message<{ readonly quoted: string | undefined }>({
    code: 'yaml/text-after-value',
    severity: 'error',
    message: () => 'there is text after the end of a value',
    hint: ({ quoted }) =>
      quoted === undefined
        ? 'put the whole value in quotes, or start a comment with a space and `#`'
        : withExample('put the whole value in quotes', quoted),
  }),
  strayBracket: message<{ readonly bracket: string }>({
    code: 'yaml/stray-bracket',
    severity: 'error',
    message: ({ bracket }) => `\`${bracket}\` has no matching opening bracket`,
    hint: () => 'remove it, or put the whole value in quotes',
  }),
  oddCharacter: message<{ readonly sign: string }>({
    code: 'yaml/odd-sign',
    severity: 'error',
    message: ({ sign }) =>
      sign === '\uff1a'
        ? 'this is a full-width colon (：), which YAML reads as text'
        : `this is an invisible character (${codePoint(sign.charCodeAt(0))}), which YAML does not read as a space`,
    hint: ({ sign }) =>
      sign === '\uff1a' ? 'write a plain colon (`:`) and a space' : 'delete it and type an ordinary space',
  }),
  liquidValue: message<{ readonly sign: string; readonly quoted: string }>({
    code: 'yaml/liquid-value',
    severity: 'error',
    message: ({ sign }) =>
      `\`${sign}\` starts a YAML mapping here, because Liquid is not rendered in settings`,
    hint: ({ quoted }) =>
      withExample('write the value itself, or put the text in quotes to keep it as it is', quoted),
  }),
  commentForValue: message<{ readonly key: string; readonly mended: string }>({
    code: 'yaml/comment-for-value',
    severity: 'warning',
    message: ({ key }) => `\`${key}\` is empty, because \`#\` starts a comment`,
    hint: ({ mended }) => withExample('put the value in quotes', mended),
  }),
  ignoredRest: message<Record<string, never>>({
    code: 'yaml/ignored-rest',
    severity: 'warning',
    message: () =>
      'this line and all lines below it are ignored, because it is indented less than the first line',
    hint: () => 'start all of them in the same column',
  }),
  unclosedBracket: message<{ readonly bracket: string }>({
    code: 'yaml/unclosed-bracket',
    severity: 'error',
    message: ({ bracket }) => `the bracket \`${bracket}\` that opens here is never closed`,
    hint: ({ bracket }) =>
      `close it with \`${bracket === '[' ? ']' : '}'}\`, or put the value in quotes if it is text`,
  }),
  missingComma: message<{ readonly bracket: string }>({
    code: 'yaml/missing-comma',
    severity: 'error',
    message: ({ bracket }) => `a comma or \`${bracket === '[' ? ']' : '}'}\` is missing before this`,
    hint: () =>
      'put a comma between the items; put an item that contains commas, colons or brackets in quotes',
  }),
  reservedCharacter: message<{ readonly character: string; readonly quoted: string | undefined }>({
    code: 'yaml/reserved-character',
    severity: 'error',
    message: ({ character }) =>
      `a value without quotes cannot start with ${character === '`' ? 'a backtick' : code(character)}`,
    hint: ({ quoted }) => withExample('put the value in quotes', quoted),
  }),
  missingColon: message<{ readonly text: string; readonly advice: string | undefined }>({
    code: 'yaml/missing-colon',
    severity: 'error',
    message: ({ text }) => `expected a key and a colon, but found ${code(text)}`,
    hint: ({ advice }) =>
      advice ??
      'write `key: value`; to continue the value of the line above, indent this line or put the value in quotes',
  }),
  noSpace: message<{ readonly key: string; readonly value: string }>({
    code: 'yaml/no-space-after-colon',
    severity: 'error',
    message: ({ key }) => `there is no space after the colon of \`${key}\``,
    hint: ({ key, value }) => `write ${code(`${key}: ${value}`)}`,
  }),
  strayHyphen: message<Record<string, never>>({
    code: 'yaml/stray-hyphen',
    severity: 'error',
    message: () => 'a list item cannot start here',
    hint: () =>
      'put each item of a list on its own line below its key; put text that starts with a hyphen in quotes',
  }),
  noContent: message<{ readonly character: string }>({
    code: 'yaml/no-value',
    severity: 'error',
    message: ({ character }) =>
      character.trim() === '' ? 'a value is missing here' : `expected a value, but found \`${character}\``,
    hint: () => 'remove the extra comma or bracket, or put the text in quotes',
  }),
  colonInPlain: message<Record<string, never>>({
    code: 'yaml/colon-in-list',
    severity: 'error',
    message: () => 'a colon inside brackets is not followed by a space',
    hint: () => 'put the item in quotes, or put a space after the colon',
  }),
  badEscape: message<{ readonly found: string; readonly quoted: string | undefined }>({
    code: 'yaml/bad-escape',
    severity: 'error',
    message: ({ found }) => `\`${found}\` is not a valid escape sequence in double quotes`,
    hint: ({ quoted }) =>
      withExample(
        'write a backslash twice (`\\\\`), or use single quotes, where it is an ordinary character',
        quoted,
      ),
  }),
  badCodePoint: message<{ readonly found: string }>({
    code: 'yaml/bad-code-point',
    severity: 'error',
    message: ({ found }) =>
      /^.u/.test(found)
        ? `\`${found}\` is only half of a character beyond U+FFFF`
        : `\`${found}\` is beyond the last character, U+10FFFF`,
    hint: ({ found }) =>
      /^.u/.test(found)
        ? 'write both halves one after the other (`\\ud83d\\ude00`), or the character itself'
        : 'write the character itself, or a valid code point',
  }),
  controlCharacter: message<{ readonly code: number }>({
    code: 'yaml/control-character',
    severity: 'error',
    message: ({ code }) =>
      `this is an invisible control character (${codePoint(code)}), which YAML does not allow`,
    hint: () => 'delete it: put the cursor after it and press backspace',
  }),
  blockHeader: message<{ readonly sign: string; readonly quoted: string | undefined }>({
    code: 'yaml/block-header',
    severity: 'error',
    message: ({ sign }) => `\`${sign}\` must be followed by a line break`,
    hint: ({ sign, quoted }) =>
      withExample(
        `start the text on the next line, indented, or put a value that starts with \`${sign}\` in quotes`,
        quoted,
      ),
  }),
  badAnchor: message<{ readonly sign: string; readonly quoted: string | undefined }>({
    code: 'yaml/bad-anchor',
    severity: 'error',
    message: ({ sign }) =>
      `\`${sign}\` is not followed by a valid name of an ${sign === '*' ? 'alias' : 'anchor'}`,
    hint: ({ quoted }) =>
      quoted === undefined
        ? 'put text that starts with `*` or `&` in quotes'
        : withExample('put the value in quotes', quoted),
  }),
  badTag: message<{ readonly quoted: string | undefined }>({
    code: 'yaml/bad-tag',
    severity: 'error',
    message: () => '`!` is not followed by a valid tag',
    hint: ({ quoted }) => withExample('put the value in quotes if it is text', quoted),
  }),
  badDirective: message<Record<string, never>>({
    code: 'yaml/bad-directive',
    severity: 'error',
    message: () => '`%` at the start of a line is not followed by a valid directive',
    hint: () => 'remove the line; put a value that starts with `%` in quotes',
  }),
  tab: message<Record<string, never>>({
    code: 'yaml/tab',
    severity: 'error',
    message: () => 'a tab is used where YAML requires spaces',
    hint: () => 'indent with spaces: replace each tab at the start of the line with two',
  }),
  duplicateKey: message<{ readonly key: string; readonly firstLine: number }>({
    code: 'yaml/duplicate-key',
    severity: 'warning',
    message: ({ key, firstLine }) =>
      `the key \`${key}\` is already set in line ${firstLine}; this value is used`,
    hint: () => 'remove one of the two',
  }),
  unknownTag: message<{ readonly tag: string }>({
    code: 'yaml/unknown-tag',
    severity: 'warning',
    message: ({ tag }) => `unknown tag \`${tag}\`, which is ignored`,
    hint: () => 'remove it, or put the value in quotes if it is text that starts with `!`',
  }),
  forbiddenTag: message<{ readonly tag: string }>({
    code: 'yaml/forbidden-tag',
    severity: 'error',
    message: ({ tag }) => `the tag \`${tag}\` would create a Ruby object, which is not allowed in a site`,
    hint: () => 'write plain values: text, numbers, lists and mappings',
  }),
  unknownAlias: message<{ readonly name: string; readonly nearest: string | undefined }>({
    code: 'yaml/unknown-alias',
    severity: 'error',
    message: ({ name }) => `the alias \`*${name}\` has no anchor above it`,
    hint: ({ name, nearest }) =>
      nearest === undefined
        ? `put the value in quotes if \`*${name}\` is text, or mark a value above with \`&${name}\``
        : `did you mean \`*${nearest}\`? If it is text, put the value in quotes`,
  }),
  cycle: message<{ readonly name: string }>({
    code: 'yaml/cycle',
    severity: 'error',
    message: ({ name }) => `the alias \`*${name}\` is inside the value that it refers to`,
    hint: () => 'write that part out, or move the anchor to an inner value; a value cannot contain itself',
  }),
  tooDeep: message<{ readonly limit: number }>({
    code: 'yaml/too-deep',
    severity: 'error',
    message: ({ limit }) => `lists and mappings are nested more than ${limit} levels deep`,
    hint: () => 'look for an unclosed bracket, or flatten the data',
  }),
  tooLarge: message<{ readonly limit: number }>({
    code: 'yaml/too-large',
    severity: 'error',
    message: ({ limit }) => `the data has more than ${limit} values once its aliases are expanded`,
    hint: () => 'use fewer levels of aliases that refer to other aliases',
  }),
};
