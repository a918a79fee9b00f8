/** Julia. */
import { pop, re } from '../lexing/lexer.ts';
import { defineLexer } from '../lexing/lexing.ts';
import { between, listed } from '../lexing/scanner.ts';
import { TYPES } from '../words/julia.ts';

export const julia = defineLexer({
  tag: 'julia',
  states: () => ({
    root: [
      [/\n/, ''],
      [/[^\S\n]+/, ''],
      [/#=/, 'cm', 'block-comment'],
      [/#.*/, 'c'],
      [/[+=\-*/\\&|$~^%!><÷≠≤≥.:?]/, 'o'],
      [/(function|macro)((?:\s|\\\s)+)/, ['k', 'nf'], 'function-name'],
      [/((?:mutable )?struct|(?:abstract|primitive) type)((?:\s|\\\s)+)/, ['k', 'nc'], 'type-name'],
      [listed(TYPES), 'kt'],
      [/(?:local|global|const)\b/, 'kd'],
      [
        /(?:function|return|module|import|export|if|else|elseif|end|for|in|isa|while|try|catch|const|local|global|using|struct|mutable struct|abstract type|finally|begin|do|quote|macro|where)\b/,
        'k',
      ],
      [
        /(?:true|false|missing|nothing|Inf|Inf16|Inf32|Inf64|NaN|NaN16|NaN32|NaN64|stdout|stderr|stdin|devnull|pi|π|ℯ|im|ARGS|C_NULL|ENV|ENDIAN_BOM|VERSION|undef|(?:LOAD|DEPOT)_PATH)\b/,
        'nb',
      ],
      [between('`', '`', { sameLine: true }), 'sb'],
      [/'(?:\\.|\\[0-7]{1,3}|\\x[a-fA-F0-9]{1,3}|\\u[a-fA-F0-9]{1,4}|\\U[a-fA-F0-9]{1,6}|[^\\'\n])'/, 'sc'],
      [/[IL]"/, 's', 'string'],
      [/E?"/, 's', 'string'],
      [/@[\w.]+/, 'nd'],
      [/[a-zA-Z_\u00A1-\uffff][a-zA-Z_0-9\u00A1-\uffff]*!*/, 'n'],
      [/[[\]{}(),;]/, 'x'],
      [/(?:\d+(?:_\d+)+\.\d*|\d*\.\d+(?:_\d+)+)(?:[eEf][+-]?[0-9]+)?/, 'mf'],
      [/(?:\d+\.\d*|\d*\.\d+)(?:[eEf][+-]?[0-9]+)?/, 'mf'],
      [/\d+(?:_\d+)+[eEf][+-]?[0-9]+/, 'mf'],
      [/\d+[eEf][+-]?[0-9]+/, 'mf'],
      [/0b[01]+(?:_[01]+)*/, 'mb'],
      [/0o[0-7]+(?:_[0-7]+)*/, 'mo'],
      [/0x[a-fA-F0-9]+(?:_[a-fA-F0-9]+)*/, 'mh'],
      [/\d+(?:_\d+)*/, 'mi'],
    ],
    'function-name': [
      [re()`[\p{L}\p{Nl}\p{S}_][\p{L}\p{M}\p{N}\p{Pc}\p{S}\p{Po}!]*`, 'nf', pop],
      [/\([^\s\w{]{1,2}\)/, 'o', pop],
      [/[^\s\w{]{1,2}/, 'o', pop],
    ],
    'type-name': [[re()`[\p{L}\p{Nl}\p{S}_][\p{L}\p{M}\p{N}\p{Pc}\p{S}\p{Po}!]*`, 'nc', pop]],
    escape: [
      [
        /\\(?:[\\abfnrtv"']|\n|N\{[^}\n]*\}|u[a-fA-F0-9]{4}|U[a-fA-F0-9]{8}|x[a-fA-F0-9]{2}|[0-7]{1,3})/,
        'se',
      ],
    ],
    'block-comment': [
      [/[^=#]/, 'cm'],
      [/#=/, 'cm', 'block-comment'],
      [/=#/, 'cm', pop],
      [/[=#]/, 'cm'],
    ],
    string: [
      'escape',
      [/"/, 's', pop],
      [/\$(?:\(\w+\))?[-#0 +]*(?:[0-9]+|[*])?(?:\.(?:[0-9]+|[*]))?/, 'si'],
      [/[^\\"$]+/, 's'],
      [/["\\]/, 's'],
    ],
  }),
});
