/** Configuration files: of any kind, Java's properties, and nginx's. */
import { goto, pop, re } from '../lexing/lexer.ts';
import { defineLexer } from '../lexing/lexing.ts';
import { between, guarded } from '../lexing/scanner.ts';

export const conf = defineLexer({
  tag: 'conf',
  states: () => ({
    root: [
      [guarded(/#.*\n/, /\n/), 'c'],
      [between('"', '"', { sameLine: true }), 's2'],
      [between("'", "'", { sameLine: true }), 's1'],
      [/[a-z]\w*/i, 'n'],
      [/\d+/, 'm'],
      [/[^\w#"']+/, ''],
    ],
  }),
});

export const properties = defineLexer({
  tag: 'properties',
  states: () => ({
    basic: [
      [guarded(/[!#].*\n/, /\n/), 'c'],
      [/\s+/, ''],
      [/\\\n/, 'se'],
    ],
    root: ['basic', [guarded(/([\w.-]+)(\s*)([=:])/, /[^\w.-]/), ['py', '', 'p'], 'value']],
    value: [
      [/\n/, '', pop],
      'basic',
      [/"/, 's', 'double-quotes'],
      [between("'", "'", { sameLine: true }), 's'],
      'escape',
      [/[^\\\n]+/, 's'],
    ],
    'double-quotes': [[/"/, 's', pop], 'escape', [/[^\\"]+/, 's']],
    escape: [
      [/\\u[0-9]{4}/, 'se'],
      [/\\[\s\S]/, 'se'],
    ],
  }),
});

const word = /[^\s$;{}()#]+/;

export const nginx = defineLexer({
  tag: 'nginx',
  states: () => ({
    root: [[/(include)(\s+)([^\s;]+)/, ['k', '', 'n']], [word, 'k', 'statement'], 'base'],
    block: [[/\}/, 'p', pop], [word, 'kn', 'statement'], 'base'],
    statement: [[/\{/, 'p', goto('block')], [/;/, 'p', pop], 'base'],
    base: [
      [/\s+/, ''],
      [/#.*/, 'c1'],
      [/(?:on|off)\b/, 'no'],
      [/\$[\w-]+/, 'nv'],
      [guarded(/([a-z0-9.-]+)(:)([0-9]+)/i, /[^a-z0-9.-]/i), ['nf', 'p', 'mi']],
      [/[a-z-]+\/[a-z-]+/i, 'nc'],
      [/[0-9]+[kmg]?\b/i, 'mi'],
      [/(~)(\s*)([^\s{]+)/, ['p', '', 'sr']],
      [/[:=~]/, 'p'],
      [re()`/${word}?`, 'n'],
      [/[^#\s;{}$\\]+/, 's'],
      [/[$;]/, ''],
    ],
  }),
});
