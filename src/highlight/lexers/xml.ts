/** XML and its many formats. */
import { pop } from '../lexer.ts';
import { defineLexer } from '../lexing.ts';
import { between, guarded, run } from '../scanner.ts';

export const xml = defineLexer({
  tag: 'xml',
  states: {
    root: [
      [/[^<&]+/, ''],
      [run('&', /[^\s;]*/, ';'), 'ni'],
      [between('<![CDATA[', ']]>', { sameLine: true }), 'cp'],
      [/<!--/, 'c', 'comment'],
      [between('<?', '?>', { sameLine: true }), 'cp'],
      [between('<!', '>'), 'cp'],
      [/<\s*[\p{L}:_][\p{L}\p{M}\p{N}\p{Pc}\p{Cf}:.·-]*/u, 'nt', 'tag'],
      [/<\s*\/\s*[\p{L}:_][\p{L}\p{M}\p{N}\p{Pc}\p{Cf}:.·-]*\s*>/u, 'nt'],
    ],
    comment: [
      [/[^-]+/, 'c'],
      [/-->/, 'c', pop],
      [/-/, 'c'],
    ],
    tag: [
      [/\s+/, ''],
      [
        guarded(/[\p{L}:_][\p{L}\p{M}\p{N}\p{Pc}\p{Cf}:.·-]*\s*=/u, /[^\p{L}\p{M}\p{N}\p{Pc}\p{Cf}:.·-]/u),
        'na',
        'attribute',
      ],
      [/\/?\s*>/, 'nt', pop],
    ],
    attribute: [
      [/\s+/, ''],
      [/"[^"]*"|'[^']*'|[^\s>]+/, 's', pop],
    ],
  },
});
