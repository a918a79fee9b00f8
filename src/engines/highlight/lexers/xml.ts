/** XML and its many formats. */
import { pop, re } from '../lexing/lexer.ts';
import { defineLexer } from '../lexing/lexing.ts';
import { between, guarded, run } from '../lexing/scanner.ts';

export const xml = defineLexer({
  tag: 'xml',
  states: () => ({
    root: [
      [/[^<&]+/, ''],
      [run('&', /[^\s;]*/, ';'), 'ni'],
      [between('<![CDATA[', ']]>', { sameLine: true }), 'cp'],
      [/<!--/, 'c', 'comment'],
      [between('<?', '?>', { sameLine: true }), 'cp'],
      [between('<!', '>'), 'cp'],
      [re()`<\s*[\p{L}:_][\p{L}\p{M}\p{N}\p{Pc}\p{Cf}:.·-]*`, 'nt', 'tag'],
      [re()`<\s*\/\s*[\p{L}:_][\p{L}\p{M}\p{N}\p{Pc}\p{Cf}:.·-]*\s*>`, 'nt'],
    ],
    comment: [
      [/[^-]+/, 'c'],
      [/-->/, 'c', pop],
      [/-/, 'c'],
    ],
    tag: [
      [/\s+/, ''],
      [
        guarded(
          re()`[\p{L}:_][\p{L}\p{M}\p{N}\p{Pc}\p{Cf}:.·-]*\s*=`,
          re()`[^\p{L}\p{M}\p{N}\p{Pc}\p{Cf}:.·-]`,
        ),
        'na',
        'attribute',
      ],
      [/\/?\s*>/, 'nt', pop],
    ],
    attribute: [
      [/\s+/, ''],
      [/"[^"]*"|'[^']*'|[^\s>]+/, 's', pop],
    ],
  }),
});
