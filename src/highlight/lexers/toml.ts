/** TOML. */
import { pop } from '../lexer.ts';
import { defineLexer } from '../lexing.ts';
import { guarded } from '../scanner.ts';

export const toml = defineLexer({
  tag: 'toml',
  states: {
    basic: [
      [/\s+/, ''],
      [/#.*/, 'c'],
      [/true|false/, 'kc'],
      [guarded(/(\S+|"[^"]+"|'[^']+')(\s*)(=)(\s*)(\{)/, /[\s"']/), ['nn', '', 'o', '', 'p'], 'inline-table'],
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
    root: ['basic', [guarded(/(\S+|"[^"]+"|'[^']+')(\s*)(=)/, /[\s"']/), ['py', '', 'p'], 'value']],
    value: [[/\n/, '', pop], 'content'],
    content: [
      'basic',
      [guarded(/(\S+|"[^"]+"|'[^']+')(\s*)(=)/, /[\s"']/), ['py', '', 'p']],
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
  },
});
