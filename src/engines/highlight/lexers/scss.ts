/** SCSS, and the states that Sass shares. */
import { enter, pop, re, type State } from '../lexing/lexer.ts';
import { defineLexer } from '../lexing/lexing.ts';
import { between } from '../lexing/scanner.ts';
import { byWord } from '../lexing/words.ts';
import { BUILTINS, COLORS } from '../words/css.ts';
import { isProperty } from './css.ts';

export const identifier = /[\w-]+/;

/** The states behind the start of a line; `end-section` says what ends them. */
export function scssStates<Data>(endSection: State<Data>) {
  return {
    'end-section': endSection,
    directives: [
      [/@for\b/, 'k', 'for'],
      [/@(?:debug|warn|if|each|while|else|return|media)/, 'k', 'value'],
      [re()`(@(?:mixin|function))(\s+)(${identifier})`, ['k', '', 'nf'], 'value'],
      [/@extend\b/, 'k', 'selector'],
      [re()`(@include)(\s+)(${identifier})`, ['k', '', 'nd'], 'value'],
      [re()`@${identifier}`, 'k', 'selector'],
      [/&/, 'k', 'selector'],
      [re()`([$]${identifier})([ \t]*)(:)`, ['nv', '', 'p'], 'value'],
    ],
    value: [
      'end-section',
      [/[ \t]+/, ''],
      [re()`[$]${identifier}`, 'nv'],
      [/url[(]/, 'sx', 'url'],
      [re()`${identifier}(?=\s*[(])`, 'nf'],
      [re()`%${identifier}`, 'nd'],
      [/(?:true|false)\b/, 'bp'],
      [/(?:and|or|not)\b/, 'ow'],
      [/#[a-z0-9]{1,6}/i, 'mh'],
      [/-?\d+(?:%|[a-z]+)?/, 'm'],
      [/-?\d*\.\d+(?:%|[a-z]+)?/, 'mi'],
      'strings',
      'interpolations',
      [/[~^*!&%<>|+=@:,./?-]+/, 'o'],
      [/[[\]()]+/, 'p'],
      [/\/\*/, 'cm', 'inline-comment'],
      [/\/\/[^\n]*/, 'c1'],
      [
        identifier,
        byWord(
          [
            ['nb', BUILTINS],
            ['no', COLORS],
          ],
          'n',
        ),
      ],
    ],
    interpolations: [[/#\{/, 'si', 'interpolation']],
    strings: [
      [/"/, 's2', 'double-quotes'],
      [/'/, 's1', 'single-quotes'],
    ],
    interpolation: [[/\}/, 'si', pop], 'value'],
    selector: [
      'end-section',
      'strings',
      'interpolations',
      [/[ \t]+/, ''],
      [/:/, 'nd', 'pseudo-class'],
      [/[.]/, 'nc', 'class'],
      [/#/, 'nn', 'id'],
      [/%/, 'nv', 'placeholder'],
      [identifier, 'nt'],
      [/&/, 'k'],
      [/[~^*!&[\]()<>|+=@:;,./?-]/, 'o'],
    ],
    'double-quotes': [[/"/, 's2', pop], 'interpolations', [/(?:\\.|#(?![{])|[^\n"#])+/, 's2']],
    'single-quotes': [[/'/, 's1', pop], 'interpolations', [/(?:\\.|#(?![{])|[^\n'#])+/, 's1']],
    url: [[/[)]/, 'sx', pop], [/(?:\\.|#(?![{])|[^\n)#])+/, 'sx'], 'interpolations'],
    'selector-piece': ['interpolations', [/(?:)/, '', pop]],
    'pseudo-class': [[identifier, 'nd'], 'selector-piece'],
    class: [[identifier, 'nc'], 'selector-piece'],
    id: [[identifier, 'nn'], 'selector-piece'],
    placeholder: [[identifier, 'nv'], 'selector-piece'],
    for: [[/from|to|through/, 'ow'], 'value'],
    'attribute-name': [
      'interpolations',
      [identifier, (lexing) => lexing.token(isProperty(lexing.matched) ? 'nl' : 'na')],
    ],
    attribute: ['attribute-name', [/([ \t]*)(:)/, ['', 'p'], enter('value')]],
    'inline-comment': [
      [/(?:\\#|#(?=[^\n{])|\*(?=[^\n/])|[^\n#*])+/, 'cm'],
      'interpolations',
      [/[*]\//, 'cm', pop],
    ],
  } satisfies Record<string, State<Data>>;
}

export const scss = defineLexer({
  tag: 'scss',
  states: () => ({
    root: [
      [/\s+/, ''],
      [/\/\/.*/, 'c1'],
      [between('/*', '*/'), 'cm'],
      [/@import\b/, 'k', 'value'],
      'directives',
      [/(?=[^;{}][;}])/, '', 'attribute'],
      [/(?=[^;{}:[]+:[^a-z])/, '', 'attribute'],
      [/(?:)/, '', 'selector'],
    ],
    ...scssStates<undefined>([
      [/\n/, ''],
      [
        /[;{}]/,
        (lexing) => {
          lexing.token('p');
          lexing.resetStack();
        },
      ],
    ]),
  }),
});
