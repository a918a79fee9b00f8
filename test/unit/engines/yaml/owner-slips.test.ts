/** Mistakes that site owners make in front matter: where the message points, and the corrected line in the hint. */

import { describe, expect, it } from 'vitest';
import { parseYaml } from '../../../../src/engines/yaml/parse-yaml.ts';

type Row = readonly [yaml: string, code: string, at: string, hint: string];

const column = 'start all keys of a mapping, and all hyphens of a list, in the same column';
const tab = 'indent with spaces: replace each tab at the start of the line with two';
const list =
  'put each item of a list on its own line below its key; put text that starts with a hyphen in quotes';
const key =
  'write `key: value`; to continue the value of the line above, indent this line or put the value in quotes';
const comma = 'put a comma between the items; put an item that contains commas, colons or brackets in quotes';
const double = 'close it at the end of the value; write a quote inside double quotes as `\\"`';
const space = 'delete it and type an ordinary space';
const code = (line: string): string => (line.includes('`') ? line : `\`${line}\``);
const mended = (line: string): string => `put the value in quotes: ${code(line)}`;
const whole = (line: string): string => `put the whole value in quotes: ${code(line)}`;
const closed = (line: string): string => `close it at the end of the value: ${code(line)}`;
const bracket = (sign: string): string =>
  `close it with ${code(sign)}, or put the value in quotes if it is text`;
const block = (sign: string, line: string): string =>
  `start the text on the next line, indented, or put a value that starts with ${code(sign)} in quotes: ${code(line)}`;
const escaped = (line: string): string =>
  `write a backslash twice (\`\\\\\`), or use single quotes, where it is an ordinary character: ${code(line)}`;
const beside = (at: number, name: string): string =>
  `start it in column ${at}, like the line above it, or remove the value of ${code(name)} if this line belongs to it`;

const errors: readonly Row[] = [
  // Quotes.
  ['title: "Home\nlayout: x\npermalink: /', 'yaml/unclosed-quote', '1:8', closed('title: "Home"')],
  ["title: 'Home\nlayout: x", 'yaml/unclosed-quote', '1:8', closed("title: 'Home'")],
  ['title: "Home\nexcerpt: "Hi"\npermalink: /', 'yaml/unclosed-quote', '1:8', closed('title: "Home"')],
  ["title: 'Home\nexcerpt: 'Hi'", 'yaml/unclosed-quote', '1:8', closed("title: 'Home'")],
  ['- title: "a\n- title: "b"', 'yaml/unclosed-quote', '1:10', closed('- title: "a"')],
  ['a: x\ntitle: "Home”\nlayout: x', 'yaml/unclosed-quote', '2:8', closed('title: "Home"')],
  ['tags: [a, "b]\nlayout: x', 'yaml/unclosed-quote', '1:11', double],
  ['tags: ["a, "b"]\nlayout: x', 'yaml/unclosed-quote', '1:8', double],
  ['a: x\ntitle: "Jane "Bo" Doe"', 'yaml/text-after-quote', '2:15', whole(`title: 'Jane "Bo" Doe'`)],
  ["title: 'It's me'", 'yaml/text-after-quote', '1:12', whole('title: "It\'s me"')],
  ['title: ""Home""', 'yaml/text-after-quote', '1:10', whole('title: "Home"')],
  ['title: "Home""\nlayout: x', 'yaml/text-after-quote', '1:14', whole('title: "Home"')],
  ['"title": "x",\n"layout": "y"', 'yaml/stray-comma', '1:13', 'remove it: `"title": "x"`'],
  // Colons.
  ['title: Jane: home', 'yaml/unquoted-colon', '1:12', mended('title: "Jane: home"')],
  ['title: “Jane: home”', 'yaml/unquoted-colon', '1:13', mended('title: "Jane: home"')],
  ['- name: a\n  title: b: c', 'yaml/unquoted-colon', '2:11', mended('title: "b: c"')],
  ['title: C# and: so on', 'yaml/unquoted-colon', '1:14', mended('title: "C# and: so on"')],
  ['permalink: : /', 'yaml/stray-colon', '1:12', 'remove one: `permalink: /`'],
  ['a: x\npermalink: : : /x', 'yaml/stray-colon', '2:12', 'remove one: `permalink: /x`'],
  ['layout: x\ntitle:Home', 'yaml/no-space-after-colon', '2:6', 'write `title: Home`'],
  ['layout: x\npermalink:/a/\nb: c', 'yaml/no-space-after-colon', '2:10', 'write `permalink: /a/`'],
  ['title：Home\nlayout: x', 'yaml/odd-sign', '1:6', 'write a plain colon (`:`) and a space'],
  ['title = Home\nlayout: x', 'yaml/missing-colon', '1:1', 'write `title: Home`'],
  ['layout: x\ntitle Home\na: b', 'yaml/missing-colon', '2:1', key],
  // White space.
  ['title: x\n\tlayout: y', 'yaml/tab', '2:1', tab],
  ['title: x\n \tlayout: y', 'yaml/tab', '2:2', tab],
  ['tags:\n\t- a', 'yaml/tab', '2:1', tab],
  ['tags:\n  - a\n\t- b\nx: y', 'yaml/tab', '3:1', tab],
  ['author:\n  name: x\n\tmail: y', 'yaml/tab', '3:1', tab],
  ['title:\u00a0Home\nlayout: x', 'yaml/odd-sign', '1:7', space],
  ['layout: x\ntitle:\u3000Home\na: b', 'yaml/odd-sign', '2:7', space],
  // Indentation.
  ['title: x\n layout: y', 'yaml/indentation', '2:2', beside(1, 'title')],
  ['author: x\n  name: y', 'yaml/indentation', '2:3', beside(1, 'author')],
  ['author:\n  name: x\n   mail: y', 'yaml/indentation', '3:4', beside(3, 'name')],
  ['author:\n   name: x\n  mail: y', 'yaml/indentation', '3:3', column],
  ['tags:\n  - a\n - b', 'yaml/indentation', '3:2', 'start it in column 3, like the list item above it'],
  [
    'text: |\n  a\n b\nx: y',
    'yaml/indentation',
    '3:2',
    'indent it like the text below `text: |`, to which it belongs',
  ],
  [
    'text: |\nHello\nlayout: x',
    'yaml/missing-colon',
    '2:1',
    'indent the text below `text: |` by two spaces more than its key',
  ],
  [
    'redirect_from:\n  - /a/\n  /b/',
    'yaml/missing-colon',
    '3:3',
    'start it with a hyphen and a space, like the list item above it: `- /b/`',
  ],
  ['tags: - a\n  - b', 'yaml/stray-hyphen', '1:7', list],
  ['title: x\n- b', 'yaml/stray-hyphen', '2:1', list],
  // Signs that mean something to YAML.
  ['author: @jane', 'yaml/reserved-character', '1:9', mended('author: "@jane"')],
  ['- @jane', 'yaml/reserved-character', '1:3', mended('- "@jane"')],
  ['title: `code` # so', 'yaml/reserved-character', '1:8', mended('title: "`code`"')],
  ['title: %foo', 'yaml/reserved-character', '1:8', mended('title: "%foo"')],
  ['title: ? x', 'yaml/reserved-character', '1:8', mended('title: "? x"')],
  ['title: **bold** x', 'yaml/bad-anchor', '1:8', mended('title: "**bold** x"')],
  ['title: & co', 'yaml/bad-anchor', '1:8', mended('title: "& co"')],
  ['title: ![x](y)', 'yaml/bad-tag', '1:8', 'put the value in quotes if it is text: `title: "![x](y)"`'],
  [
    'url: {{ site.url }}/x',
    'yaml/liquid-value',
    '1:6',
    'write the value itself, or put the text in quotes to keep it as it is: `url: "{{ site.url }}/x"`',
  ],
  ['title: > y', 'yaml/block-header', '1:8', block('>', 'title: "> y"')],
  ['text: | y', 'yaml/block-header', '1:7', block('|', 'text: "| y"')],
  ['title: [Draft] Mine', 'yaml/text-after-value', '1:16', whole('title: "[Draft] Mine"')],
  ['path: "C:\\Users\\jane"', 'yaml/bad-escape', '1:10', escaped("path: 'C:\\Users\\jane'")],
  ['path: "C:\\new\\docs"', 'yaml/bad-escape', '1:14', escaped("path: 'C:\\new\\docs'")],
  ['// a\ntitle: x', 'yaml/missing-colon', '1:1', 'start a comment with `#`'],
  ['<!-- a -->\ntitle: x', 'yaml/missing-colon', '1:1', 'start a comment with `#`'],
  // Brackets.
  ['tags: [a, b\nlayout: x', 'yaml/unclosed-bracket', '1:7', bracket(']')],
  ['a: {b: c, d: e\nlayout: x', 'yaml/unclosed-bracket', '1:4', bracket('}')],
  ['tags: [a, b]]', 'yaml/stray-bracket', '1:13', 'remove it, or put the whole value in quotes'],
  ['tags: [a: b: c]', 'yaml/missing-comma', '1:12', comma],
  // Line ends.
  ['a: x\r\ntitle: "y\r\nb: z\r\n', 'yaml/unclosed-quote', '2:8', closed('title: "y"')],
  ['a: x\rtitle: y: z\rb: c', 'yaml/unquoted-colon', '2:9', mended('title: "y: z"')],
  ['a: x\r\rtitle: "y\rb: c', 'yaml/unclosed-quote', '3:8', closed('title: "y"')],
];

const warnings: readonly Row[] = [
  ['title: #1 in town\na: b', 'yaml/comment-for-value', '1:8', mended('title: "#1 in town"')],
  ['colour: #ffa', 'yaml/comment-for-value', '1:9', mended('colour: "#ffa"')],
  ['title:: Home', 'yaml/stray-colon', '1:7', 'remove one: `title: Home`'],
  ['a:\n\u00a0\u00a0b: c', 'yaml/odd-sign', '2:1', space],
  [' a: b\nc: d', 'yaml/ignored-rest', '2:1', 'start all of them in the same column'],
  [
    'title: {{ site.title }}',
    'yaml/liquid-value',
    '1:8',
    'write the value itself, or put the text in quotes to keep it as it is: `title: "{{ site.title }}"`',
  ],
  ['a: b\na: c', 'yaml/duplicate-key', '2:1', 'remove one of the two'],
];

function said(yaml: string): string[] {
  return parseYaml({ file: 'x', text: yaml }).diagnostics.map(
    ({ severity, code, place, hint }) => `${severity} ${code} ${place?.line}:${place?.column} ${hint}`,
  );
}

describe('a slip of an owner', () => {
  it.each(errors)('%j is an error of the kind %s at %s, mended by: %s', (yaml, kind, at, hint) => {
    expect(said(yaml)).toEqual([`error ${kind} ${at} ${hint}`]);
  });

  it.each(warnings)('%j is a warning of the kind %s at %s, mended by: %s', (yaml, kind, at, hint) => {
    expect(said(yaml)).toEqual([`warning ${kind} ${at} ${hint}`]);
  });

  it.each(['a: # nothing yet', 'a: #you@example.org', 'a: "#1"', 'a: C# #1', 'a: {b: c}', 'a: b\n---\nc: d'])(
    'is not seen in %j',
    (yaml) => expect(said(yaml)).toEqual([]),
  );
});
