/** Dart. */
import { pop } from '../lexing/lexer.ts';
import { defineLexer } from '../lexing/lexing.ts';
import { between, guarded, listed } from '../lexing/scanner.ts';

const KEYWORDS = `
  as assert await break case catch continue default do else finally for if in is new rethrow return super
  switch this throw try while with yield
`;
const DECLARATIONS = `
  abstract async dynamic const covariant external extends factory final get implements late native on
  operator required set static sync typedef var
`;
const TYPES = `
  bool Comparable double Dynamic enum Function int List Map Never Null num Object Pattern Set String Symbol
  Type Uri void
`;

/** The types before a function's name, the name, and the opening parenthesis. */
const functionHead = guarded(
  /^(\s*(?:[a-zA-Z_][a-zA-Z\d_.[\]]*\s+)+?)([a-zA-Z_]\w*)(\s*)(\()/,
  /[^\w.[\]\s]|(?<![\w.[\]])[\d.[\]]/,
);

export const dart = defineLexer({
  tag: 'dart',
  states: () => ({
    root: [
      [
        functionHead,
        (lexing) => {
          lexing.recurse(lexing.group(1));
          lexing.token('nf', lexing.group(2));
          lexing.token('', lexing.group(3));
          lexing.token('p', lexing.group(4));
        },
      ],
      [/\s+/, ''],
      [/\/\/.*/, 'c1'],
      [between('/*', '*/'), 'cm'],
      [/"/, 's', 'double-quotes'],
      [/'/, 's', 'single-quotes'],
      [/r"[^"]*"/, 'sx'],
      [/r'[^']*'/, 'sx'],
      [/#(?:[a-zA-Z_]\w*)?/, 'ss'],
      [/@[a-zA-Z_]\w*/, 'nd'],
      [listed(KEYWORDS), 'k'],
      [listed(DECLARATIONS), 'kd'],
      [listed(TYPES), 'kt'],
      [/(?:true|false|null)\b/, 'kc'],
      [/(?:class|interface|mixin)\b/, 'kd', 'class'],
      [/(?:import|deferred|export|library|part\s*of|part|source)\b/, 'kn', 'import'],
      [/(\.)([a-zA-Z_]\w*)/, ['o', 'na']],
      [/[a-zA-Z_]\w*:/, 'nl'],
      [/\$?[a-zA-Z_]\w*/, 'n'],
      [/[~^*!%&|+=:/?-]/, 'o'],
      [/[[\](){}<>.,;]/, 'p'],
      [/\d*\.\d+(?:[eE]-?\d+)?/, 'mf'],
      [/0x[\da-fA-F]+/, 'mh'],
      [/\d+L?/, 'mi'],
    ],
    class: [
      [/\s+/, ''],
      [/[a-zA-Z_]\w*/, 'nc', pop],
    ],
    import: [[/;/, 'o', pop], [/(?:show|hide)\b/, 'kd'], 'root'],
    'double-quotes': [[/"/, 's', pop], [/[^\\$"]+/, 's'], 'string'],
    'single-quotes': [[/'/, 's', pop], [/[^\\$']+/, 's'], 'string'],
    string: [
      [/\$[a-zA-Z_]\w*/, 'si'],
      [between(/\$\{(?!\})/, '}', { first: '$' }), 'si'],
      [/\\[nrt"'\\]/, 'se'],
    ],
  }),
});
