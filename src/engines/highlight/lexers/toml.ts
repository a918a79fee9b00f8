/** TOML. */
import { type Lexing, pop } from '../lexing/lexer.ts';
import { defineLexer } from '../lexing/lexing.ts';
import { guarded } from '../lexing/scanner.ts';
import { tomlKey } from './toml-key.ts';

/** `key =` */
function key(lexing: Lexing<undefined>): void {
  const name = lexing.matched.slice(0, -1).trimEnd();
  lexing.token('py', name);
  lexing.token('', lexing.matched.slice(name.length, -1));
  lexing.token('p', '=');
}

/** `key = {` */
function inlineTable(lexing: Lexing<undefined>): void {
  const sign = lexing.matched.lastIndexOf('=');
  const name = lexing.matched.slice(0, sign).trimEnd();
  lexing.token('nn', name);
  lexing.token('', lexing.matched.slice(name.length, sign));
  lexing.token('o', '=');
  lexing.token('', lexing.matched.slice(sign + 1, -1));
  lexing.token('p', '{');
}

export const toml = defineLexer({
  tag: 'toml',
  states: () => ({
    basic: [
      [/\s+/, ''],
      [/#.*/, 'c'],
      [/true|false/, 'kc'],
      [tomlKey(true), inlineTable, 'inline-table'],
      [guarded(/\[\S+\]/, /\s/), 'nn'],
      [/\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z/, 'ld'],
      [/[+-]?\d+(?:_\d+)*\.\d+(?:_\d+)*(?:[eE][+-]?\d+(?:_\d+)*)?/, 'mf'],
      [/[+-]?\d+(?:_\d+)*[eE][+-]?\d+(?:_\d+)*/, 'mf'],
      [/[+-]?(?:nan|inf)/, 'mf'],
      [/0x[0-9a-fA-F]+(?:_[0-9a-fA-F]+)*/, 'mh'],
      [/0o[0-7]+(?:_[0-7]+)*/, 'mo'],
      [/0b[01]+(?:_[01]+)*/, 'mb'],
      [/[+-]?\d+(?:_\d+)*/, 'mi'],
    ],
    root: ['basic', [tomlKey(false), key, 'value']],
    value: [[/\n/, '', pop], 'content'],
    content: [
      'basic',
      [tomlKey(false), key],
      [/"""/, 's', 'multiline-double'],
      [/"/, 's', 'double-quotes'],
      [/'''/, 's', 'multiline-single'],
      [/'/, 's', 'single-quotes'],
      'escape',
      [/,/, 'p'],
      [/\[/, 'p', 'array'],
    ],
    'double-quotes': [[/"/, 's', pop], [/\n/, 'err', pop], 'escape', [/[^\\"\n]+/, 's']],
    'multiline-double': [[/"""/, 's', pop], 'escape', [/[^\\"]+/, 's'], [/"+/, 's']],
    'single-quotes': [
      [/'/, 's', pop],
      [/\n/, 'err', pop],
      [/[^'\n]+/, 's'],
    ],
    'multiline-single': [
      [/'''/, 's', pop],
      [/[^']+/, 's'],
      [/'+/, 's'],
    ],
    escape: [[/\\[0t\tn\n "\\r]/, 'se']],
    array: ['content', [/\]/, 'p', pop]],
    'inline-table': ['content', [/\}/, 'p', pop]],
  }),
});
