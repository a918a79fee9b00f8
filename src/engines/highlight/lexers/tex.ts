/** TeX and LaTeX. */
import { pop } from '../lexing/lexer.ts';
import { defineLexer } from '../lexing/lexing.ts';
import { between } from '../lexing/scanner.ts';

const command = /\\(?:[a-z]+|\s+|.)/i;

export const tex = defineLexer({
  tag: 'tex',
  states: () => ({
    general: [
      [/%.*/, 'c'],
      [/[{}&_^]/, 'p'],
    ],
    root: [
      [/\\\[/, 'p', 'display-math'],
      [/\\\(/, 'p', 'inline-math'],
      [/\$\$/, 'p', 'display-math'],
      [/\$/, 'p', 'inline-math'],
      [between(/\\(?:begin|end)\{/, '}', { first: '\\', sameLine: true }), 'nt'],
      [/(\\verb)\b(\S)(.*?)(\2)/, ['nb', 'kp', 'sx', 'kp']],
      [command, 'k', 'command'],
      'general',
      [/[^\\$%&_^{}]+/, ''],
    ],
    math: [
      [command, 'nv'],
      'general',
      [/[0-9]+/, 'm'],
      [/[-=!+*/()[\]]/, 'o'],
      [/[^=!+*/()[\]\\$%&_^{}0-9-]+/, 'nb'],
    ],
    'inline-math': [[/\\\)/, 'p', pop], [/\$/, 'p', pop], 'math'],
    'display-math': [[/\\\]/, 'p', pop], [/\$\$/, 'p', pop], [/\$/, 'nb'], 'math'],
    command: [
      [between('[', ']', { sameLine: true }), 'na'],
      [/\*/, 'k'],
      [/(?:)/, '', pop],
    ],
  }),
});
