/** Stata. */
import { re } from '../lexing/lexer.ts';
import { defineLexer } from '../lexing/lexing.ts';
import { literal } from '../lexing/literal.ts';
import { between, guarded, nearest, type Scanner } from '../lexing/scanner.ts';
import { anyOf, byWord } from '../lexing/words.ts';
import { COMMANDS, CONTROL, FUNCTIONS, TYPES } from '../words/stata.ts';

/** A pattern that holds only where `later` follows on the same line. */
function before(first: string, pattern: RegExp, later: string): Scanner {
  const sticky = new RegExp(pattern.source, 'y');
  return {
    first,
    scan(text, at, seen) {
      sticky.lastIndex = at;
      if (!sticky.test(text)) return -1;
      const end = sticky.lastIndex;
      return nearest(text, end, later, seen).found < nearest(text, end, '\n', seen).found ? end : -1;
    },
  };
}

export const stata = defineLexer({
  tag: 'stata',
  states: () => ({
    root: [
      [guarded(/^\s*#.*/, /\S/), 'cp'],
      [/^\*!.*/, 'ch'],
      [guarded(/^\s*\*.*/, /\S/), 'c1'],
      [guarded(re()`^\s*(?:${anyOf(COMMANDS)})\b`, /\S/), 'k'],
      [/[ \t]+/, 'w'],
      [/[\n\r]+/, ''],
      [/\/\/.*/, 'c1'],
      [between(/\/(?:\\\n)?\*/, /\*(?:\\\n)?\//g, { first: '/' }), 'cm'],
      [literal('`"', { close: '"\'' }), 's2'],
      [literal('"'), 's2'],
      [literal('`', { close: "'" }), 's2'],
      [/\$\w+/, 's2'],
      [/%\S+/, 'py'],
      [/str(?:204[0-5]|20[0-3][0-9]|[01][0-9][0-9][0-9]|[0-9][0-9][0-9]|[0-9][0-9]|[1-9])\b/, 'kt'],
      [re()`(?:${anyOf(FUNCTIONS)})(?=\()`, 'nf'],
      [before('.', /\.\./, ']'), 'o'],
      [/[+-]?(?:\d+(?:[.]\d+)?|[.]\d+)(?:[eE][+-]?\d+)?/, 'm'],
      [/[ICOicoLFDSlfds]\w*\./, 'o'],
      [before('ICOLFDSicolfds', /[ICOicoLFDSlfds]\w*(?=\()/, ').'), 'o'],
      [
        /\w+/,
        byWord(
          [
            ['kr', CONTROL],
            ['kt', TYPES],
          ],
          'n',
        ),
      ],
      [/[[\]{}();,]/, 'p'],
      [/[-<>?*+'^/\\!#.=~:&|]/, 'o'],
    ],
  }),
});
