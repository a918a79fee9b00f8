/** BibTeX. */
import { pop } from '../lexing/lexer.ts';
import { defineLexer } from '../lexing/lexing.ts';

const name = /[a-z_@!$&.\\:;<>?[\]^`|~*/+-][\w@!$&.\\:;<>?[\]^`|~*/+-]*/i;

export const bibtex = defineLexer({
  tag: 'bibtex',
  states: () => ({
    root: [
      'whitespace',
      [
        /@([a-z_@!$&.\\:;<>?[\]^`|~*/+-][\w@!$&.\\:;<>?[\]^`|~*/+-]*)/i,
        (lexing) => {
          const kind = lexing.group(1).toLowerCase();
          if (kind === 'comment') return lexing.token('c');
          lexing.token('nc');
          lexing.push('closing-brace');
          lexing.push(kind === 'preamble' ? 'value' : kind === 'string' ? 'field' : 'entry');
          lexing.push('opening-brace');
        },
      ],
      [/.+/, 'c'],
    ],
    'opening-brace': ['whitespace', [/[{(]/, 'p', pop]],
    'closing-brace': ['whitespace', [/[})]/, 'p', pop]],
    entry: ['whitespace', [/[^\s,}]+/, 'nl', { leave: 1, enter: ['fields'] }]],
    fields: ['whitespace', [/,/, 'p', 'field'], [/(?:)/, '', pop]],
    field: ['whitespace', [name, 'na', { leave: 0, enter: ['value', 'equal-sign'] }], [/(?:)/, '', pop]],
    'equal-sign': ['whitespace', [/=/, 'p', pop]],
    value: [
      'whitespace',
      [name, 'nv'],
      [/"/, 's', 'quoted-string'],
      [/\{/, 's', 'braced-string'],
      [/\d+/, 'm'],
      [/#/, 'p'],
      [/(?:)/, '', pop],
    ],
    'quoted-string': [
      [/\{/, 's', 'braced-string'],
      [/"/, 's', pop],
      [/[^{"]+/, 's'],
    ],
    'braced-string': [
      [/\{/, 's', 'braced-string'],
      [/\}/, 's', pop],
      [/[^{}]+/, 's'],
    ],
    whitespace: [[/\s+/, '']],
  }),
});
