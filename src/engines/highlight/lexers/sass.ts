/** Sass in its indented form. */

import { Indentation } from '../lexing/indentation.ts';
import { goto, pop, re } from '../lexing/lexer.ts';
import { defineLexer } from '../lexing/lexing.ts';
import { guarded } from '../lexing/scanner.ts';
import { identifier, scssStates } from './scss.ts';

export const sass = defineLexer<Indentation>({
  tag: 'sass',
  data: () => new Indentation(),
  states: () => ({
    root: [
      [/[ \t]*\n/, ''],
      [
        /[ \t]*/,
        (lexing) => {
          lexing.token('');
          lexing.push(lexing.data.stateOf(lexing.matched));
        },
      ],
    ],
    content: [
      [
        /\/\/.*/,
        (lexing) => {
          lexing.token('c1');
          lexing.pop();
          lexing.data.startBlock('line-comment');
        },
      ],
      [
        guarded(/\/\*.*\n/, /\n/),
        (lexing) => {
          lexing.token('cm');
          lexing.pop();
          lexing.data.startBlock('block-comment');
        },
      ],
      [/@import\b/, 'k', 'import'],
      'directives',
      [re()`=${identifier}`, 'nf', 'value'],
      [re()`[+]${identifier}`, 'nd', 'value'],
      [/:/, 'na', 'old-attribute'],
      [/(?=[^[\n]+?:(?:[^a-z]|$))/, '', 'attribute'],
      [/(?:)/, '', 'selector'],
    ],
    'line-comment': [[/.*/, 'c1', pop]],
    'block-comment': [[guarded(/.*\n/, /\n/), 'cm', pop]],
    import: [
      [/[ \t]+/, ''],
      [/\S+/, 's'],
      [/\n/, '', pop],
    ],
    'old-attribute': ['attribute-name', [/(?:)/, '', goto('value')]],
    ...scssStates<Indentation>([
      [
        /\n/,
        (lexing) => {
          lexing.token('');
          lexing.resetStack();
        },
      ],
    ]),
  }),
});
