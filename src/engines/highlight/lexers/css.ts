/** CSS, and the words by which SCSS classifies names. */
import { pop, popTimes, re } from '../lexing/lexer.ts';
import { defineLexer } from '../lexing/lexing.ts';
import { between, guarded, quoted } from '../lexing/scanner.ts';
import { byWord, classify, words } from '../lexing/words.ts';
import { BUILTINS, COLORS, PROPERTIES, VENDOR_PREFIXES } from '../words/css.ts';

const identifier = re()`[\p{L}_-][\p{L}\p{M}\p{N}\p{Pc}\p{Cf}-]*`;
const number = /-?(?:[0-9]+(?:\.[0-9]+)?|\.[0-9]+)/;
const unit = /em|px|pt|pc|in|mm|cm|ex|rem|ch|vw|vh|vmin|vmax|dpi|dpcm|dppx|deg|grad|rad|turn|s|ms|Hz|kHz/;

/** Whether a word is the name of a CSS property. */
export const isProperty: (word: string) => boolean = (() => {
  const kind = classify([['nl', PROPERTIES]]);
  return (word: string) => kind(word) !== undefined;
})();

export const css = defineLexer({
  tag: 'css',
  states: () => ({
    root: [
      'basics',
      [/\{/, 'p', 'stanza'],
      [re()`::?${identifier}`, 'nd'],
      [re()`\.${identifier}`, 'nc'],
      [re()`#${identifier}`, 'nf'],
      [re()`@${identifier}`, 'k', 'at-rule'],
      [identifier, 'nt'],
      [/[~^*!%&[\]()<>|+=@:;,./?-]/, 'o'],
      [quoted('"'), 's1'],
      [quoted("'"), 's2'],
    ],
    value: [
      'basics',
      [between('url(', ')', { sameLine: true }), 'sx'],
      [/#[0-9a-f]{1,6}/i, 'm'],
      [re()`${number}(?:%|(?:${unit})\b)?`, 'm'],
      [/[[\]():/.,]/, 'p'],
      [quoted('"'), 's1'],
      [quoted("'"), 's2'],
      [
        identifier,
        byWord(
          [
            ['no', COLORS],
            ['nb', BUILTINS],
          ],
          'n',
        ),
      ],
    ],
    'at-rule': [
      [re()`\{(?=\s*${identifier}\s*:)`, 'p', 'at-stanza'],
      [/\{/, 'p', 'at-body'],
      [/;/, 'p', pop],
      'value',
    ],
    'at-body': ['at-content', 'root'],
    'at-stanza': ['at-content', 'stanza'],
    'at-content': [[/\}/, 'p', popTimes(2)]],
    basics: [
      [/\s+/, ''],
      [between('/*', '*/'), 'c'],
    ],
    stanza: [
      'basics',
      [/\}/, 'p', pop],
      [
        guarded(re()`(${identifier})(\s*)(:)`, re()`[^\p{L}\p{M}\p{N}\p{Pc}\p{Cf}-]`),
        (lexing) => {
          const name = lexing.group(1);
          const known = isProperty(name) || words(VENDOR_PREFIXES).some((prefix) => name.startsWith(prefix));
          lexing.groups(known ? 'nl' : 'py', '', 'p');
          lexing.push('stanza-value');
        },
      ],
    ],
    'stanza-value': [
      [/;/, 'p', pop],
      [/(?=\})/, '', pop],
      [/!\s*important\b/, 'cp'],
      [/^@.*/, 'cp'],
      'value',
    ],
  }),
});
