/** QML, objects with JavaScript in them. */
import { again, goto, pop, re } from '../lexing/lexer.ts';
import { defineLexer } from '../lexing/lexing.ts';
import { guarded } from '../lexing/scanner.ts';
import { javascriptStates } from './javascript.ts';

const path = /[$a-zA-Z_][a-zA-Z0-9_.]*/;
const pathEnd = /[^a-zA-Z0-9_.]/;

export const qml = defineLexer({
  tag: 'qml',
  states: () => {
    const { root, ...states } = javascriptStates<undefined>();
    return {
      root: [
        [guarded(re()`(${path})(\s*)(\{)`, pathEnd), ['kt', '', 'p'], 'object-block'],
        [
          guarded(re()`(${path})(\s+)(on)(\s+)(${path})(\s*)(\{)`, pathEnd),
          ['kt', '', 'k', '', 'nl', '', 'p'],
          'object-block',
        ],
        [/\{/, 'p', again],
        ...root,
      ],
      ...states,
      'object-block': [
        [re()`(id)(\s*)(:)(\s*)(${path})`, ['nl', '', 'p', '', 'kd']],
        [guarded(re()`(${path})(\s*)(:)`, pathEnd), ['nl', '', 'p'], 'expr-start'],
        [re()`(signal)(\s+)(${path})`, ['kd', '', 'nl'], 'signal'],
        [
          re()`(property)(\s+)(${path})(\s+)(${path})(\s*)(:?)`,
          ['kd', '', 'kt', '', 'nl', '', 'p'],
          'expr-start',
        ],
        [/\}/, 'p', pop],
        'root',
      ],
      signal: ['comments-and-whitespace', [/\(/, 'p', goto('signal-arguments')], [/(?:)/, '', pop]],
      'signal-arguments': [
        'comments-and-whitespace',
        [guarded(re()`(${path})(\s+)(${path})(\s*)(,?)`, pathEnd), ['kt', '', 'n', '', 'p']],
        [/\)/, 'p', pop],
      ],
    };
  },
});
