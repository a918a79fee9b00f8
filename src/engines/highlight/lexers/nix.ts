/** The expression language of Nix. */
import { pop } from '../lexing/lexer.ts';
import { defineLexer } from '../lexing/lexing.ts';
import { guarded } from '../lexing/scanner.ts';

export const nix = defineLexer({
  tag: 'nix',
  states: () => ({
    path: [
      [/(?:\/[a-zA-Z0-9._-]+)+/, 'sx'],
      [/~(?:\/[a-zA-Z0-9._-]+)+/, 'sx'],
      [guarded(/[a-zA-Z0-9._-]+(?:\/[a-zA-Z0-9._-]+)+/, /[^a-zA-Z0-9._-]/), 'sx'],
      [guarded(/[a-z+]+:\/\/\/?[a-zA-Z0-9._-]+(?:\/[a-zA-Z0-9._-]+)+/, /[^a-z+]/), 'sx'],
    ],
    string: [
      [/"/, 's2', 'double-quotes'],
      [/''/, 's2', 'indented-string'],
    ],
    'double-quotes': [
      [/\\./, 'se'],
      [/\$\$/, 'se'],
      [/\$\{/, 'si', 'interpolation'],
      [/"/, 's2', pop],
      [/./, 's2'],
    ],
    'indented-string': [
      [/'''|''\$|\$\$|''\\./, 'se'],
      [/\$\{/, 'si', 'interpolation'],
      [/''/, 's2', pop],
      [/./, 's2'],
    ],
    interpolation: ['root', [/\}/, 'si', pop]],
    comment: [
      [/\*\//, 'c', pop],
      [/./, 'c'],
    ],
    keywords: [
      [/(?:with|in|inherit)\b/, 'kn'],
      [/let\b/, 'kd'],
      [/(?:if|then|else)\b/, 'k'],
      [/(?:rec|assert|map)\b/, 'kr'],
      [
        /(?:abort|baseNameOf|builtins|derivation|fetchTarball|import|isNull|removeAttrs|throw|toString)\b/,
        'kr',
      ],
    ],
    parentheses: ['root', [/\)/, 'p', pop]],
    set: [[/\}/, 'p', pop], 'root'],
    list: [[/\]/, 'p', pop], 'root'],
    root: [
      [/\s+/, ''],
      [/#.*/, 'c'],
      [/\/\*/, 'c', 'comment'],
      [/true|false|null/, 'kc'],
      [/[0-9]/, 'mi'],
      'path',
      'string',
      'keywords',
      [/\.|\?|\+\+?|!=?|\/\/?|==|&&|\|\||->|[*<>=@-]/, 'o'],
      [/\$/, 'p'],
      [/[;,:]/, 'p'],
      [/[a-zA-Z_][a-zA-Z0-9-]*/, 'nv'],
      [/\(/, 'p', 'parentheses'],
      [/\{/, 'p', 'set'],
      [/\[/, 'p', 'list'],
    ],
  }),
});
