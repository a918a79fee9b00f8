/** Protocol Buffers. */
import { pop, type State } from '../lexing/lexer.ts';
import { defineLexer } from '../lexing/lexing.ts';
import { between, nearest, type Scanner } from '../lexing/scanner.ts';
import type { TokenClass } from '../lexing/tokens.ts';

const OPEN = /\/(?:\\\n)?\//y;
const LINE_END = /(?<=[^\\])(?![^\n])/g;

/** `//` and what follows to the next line end that no backslash escapes. */
const lineComment: Scanner = {
  first: '/',
  scan(text, at, seen) {
    OPEN.lastIndex = at;
    if (!OPEN.test(text)) return -1;
    const { found } = nearest(text, OPEN.lastIndex, LINE_END, seen);
    return found < text.length || !text.endsWith('\\') ? found : -1;
  },
};

/** The name behind `package`, `message` and their like. */
function name(type: TokenClass): State<undefined> {
  return [
    [/[a-zA-Z_]\w*/, type, pop],
    [/(?:)/, '', pop],
  ];
}

export const protobuf = defineLexer({
  tag: 'protobuf',
  states: () => ({
    root: [
      [/\s+/, ''],
      [/[,;{}[\]()]/, 'p'],
      [lineComment, 'c1'],
      [between(/\/(?:\\\n)?\*/, /\*(?:\\\n)?\//g, { first: '/' }), 'cm'],
      [
        /(?:ctype|default|extensions|import|max|oneof|option|optional|packed|repeated|required|returns|rpc|to)\b/,
        'k',
      ],
      [
        /(?:bool|bytes|double|fixed32|fixed64|float|int32|int64|sfixed32|sfixed64|sint32|sint64|string|uint32|uint64)\b/,
        'kt',
      ],
      [/true|false/, 'kc'],
      [/(package)(\s+)/, ['kn', ''], 'package'],
      [/(message|extend)(\s+)/, ['kd', ''], 'message'],
      [/(enum|group|service)(\s+)/, ['kd', ''], 'type'],
      [between('"', '"', { sameLine: true }), 's'],
      [between("'", "'", { sameLine: true }), 's'],
      [/(?:\d+\.\d*|\.\d+|\d+)[eE][+-]?\d+[LlUu]*/, 'mf'],
      [/(?:\d+\.\d*|\.\d+|\d+[fF])[fF]?/, 'mf'],
      [/-?(?:inf|nan)\b/, 'mf'],
      [/0x[0-9a-fA-F]+[LlUu]*/, 'mh'],
      [/0[0-7]+[LlUu]*/, 'mo'],
      [/\d+[LlUu]*/, 'mi'],
      // a range from + to =, as Rouge has it
      [/[+-=]/, 'o'],
      [/([a-zA-Z_][\w.]*)([ \t]*)(=)/, ['na', '', 'o']],
      [/[a-zA-Z_][\w.]*/, 'n'],
    ],
    package: name('nn'),
    message: name('nc'),
    type: name('n'),
  }),
});
