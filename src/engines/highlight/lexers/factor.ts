/** Factor. */
import { pop } from '../lexing/lexer.ts';
import { defineLexer } from '../lexing/lexing.ts';
import { nearest, quoted, type Scanner } from '../lexing/scanner.ts';
import { byWord } from '../lexing/words.ts';
import { BUILTINS } from '../words/factor.ts';

const OPEN = /[^ \t-\r]+"[ \t-\r]+/y;
const BODY = /[^"\\]*(?:\\[\s\S][^"\\]*)*"/y;

/** A string behind a word that ends in its opening quote. */
const parsedString: Scanner = {
  first: Array.from({ length: 129 }, (_, code) => String.fromCharCode(code))
    .join('')
    .replace(/[ \t-\r]/g, ''),
  scan(text, at, seen) {
    if (nearest(text, at, '"', seen).found === text.length) return -1;
    OPEN.lastIndex = at;
    if (!OPEN.test(text)) return -1;
    BODY.lastIndex = OPEN.lastIndex;
    if (BODY.test(text)) return BODY.lastIndex;
    const last = text.lastIndexOf('"');
    return last >= OPEN.lastIndex ? last + 1 : -1;
  },
};

export const factor = defineLexer({
  tag: 'factor',
  states: () => ({
    root: [
      [/\s+/, ''],
      'definitions',
      [quoted('"'), 's'],
      [parsedString, 's'],
      [/CHAR:\s+(?:\\[\\abfnrstv]*|\S)(?=\s)/, 'sc'],
      [/#?!\s+.*/, 'c'],
      [/[tf](?=\s)/, 'no'],
      [/-?\d+\.\d+(?=\s)/, 'mf'],
      [/-?\d+(?=\s)/, 'mi'],
      [/HEX:\s+[a-fA-F\d]+(?=\s)/, 'mh'],
      [/BIN:\s+[01]+(?=\s)/, 'mb'],
      [/OCT:\s+[0-7]+(?=\s)/, 'mo'],
      [/[-+/*=<>^](?=\s)/, 'o'],
      [/(?:deprecated|final|foldable|flushable|inline|recursive)(?=\s)/, 'k'],
      [/\S+/, byWord([['nb', BUILTINS]], 'n')],
    ],
    definitions: [
      [/(::?|MACRO:|MEMO:|GENERIC:|HELP:)(\s+)(\S+)/, ['k', '', 'nf']],
      [/(M:|HOOK:|GENERIC#)(\s+)(\S+)(\s+)(\S+)/, ['k', '', 'nc', '', 'nf']],
      [/\((?=\s)/, 'nf', 'stack-effect'],
      [/;(?=\s)/, 'k'],
      [/(USING:)((?:\s|\\\s)+)/, ['kn', ''], 'import'],
      [/(IN:|USE:|UNUSE:|QUALIFIED:|QUALIFIED-WITH:)(\s+)(\S+)/, ['kn', '', 'nn']],
      [/(FROM:|EXCLUDE:)(\s+)(\S+)(\s+)(=>)/, ['kn', '', 'nn', '', 'p']],
      [/(?:ALIAS|DEFER|FORGET|POSTPONE):/, 'kn'],
      [/(TUPLE:)(\s+)(\S+)(\s+)(<)(\s+)(\S+)/, ['k', '', 'nc', '', 'p', '', 'nc'], 'slots'],
      [/(TUPLE:)(\s+)(\S+)/, ['k', '', 'nc'], 'slots'],
      [/(UNION:|INTERSECTION:)(\s+)(\S+)/, ['k', '', 'nc']],
      [/(PREDICATE:)(\s+)(\S+)(\s+)(<)(\s+)(\S+)/, ['k', '', 'nc', '', 'p', '', 'nc']],
      [/(C:)(\s+)(\S+)(\s+)(\S+)/, ['k', '', 'nf', '', 'nc']],
      [
        /(?:INSTANCE|SLOT|MIXIN|SINGLETONS?|CONSTANT|SYMBOLS?|ERROR|SYNTAX|ALIEN|TYPEDEF|FUNCTION|STRUCT):/,
        'k',
      ],
      [/<PRIVATE|PRIVATE>/, 'kn'],
      [/(MAIN:)(\s+)(\S+)/, ['kn', '', 'nf']],
    ],
    'stack-effect': [
      [/\s+/, ''],
      [/\(/, 'nf', 'stack-effect'],
      [/\)/, 'nf', pop],
      [/--/, 'nf'],
      [/\S+/, 'nv'],
    ],
    slots: [
      [/\s+/, ''],
      [/;(?=\s)/, 'k', pop],
      [/\S+/, 'nv'],
    ],
    import: [
      [/;(?=\s)/, 'k', pop],
      [/\s+/, ''],
      [/\S+/, 'nn'],
    ],
  }),
});
