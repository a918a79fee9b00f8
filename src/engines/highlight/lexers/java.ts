/** Java. */
import { pop, re } from '../lexing/lexer.ts';
import { defineLexer } from '../lexing/lexing.ts';
import { between, guarded, quoted } from '../lexing/scanner.ts';

const name = re()`[\p{Alphabetic}_][\p{L}\p{M}\p{N}\p{Pc}]*`;
const digit = /[0-9]_+[0-9]|[0-9]/;

/** The types and modifiers before a method's name, the name, and the opening parenthesis. */
const methodHead = guarded(
  /(\s*(?:[a-zA-Z_][a-zA-Z0-9_.[\]<>]*\s+)+?)([a-zA-Z_][a-zA-Z0-9_]*)(\s*)(\()/,
  /[^\w.[\]<>\s]|(?<![\w.[\]<>])[\d.[\]<>]/,
);

export const java = defineLexer({
  tag: 'java',
  states: () => ({
    root: [
      [/[^\S\n]+/, ''],
      [/\/\/.*/, 'c1'],
      [between('/*', '*/'), 'cm'],
      [
        /(?:assert|break|case|catch|continue|default|do|else|finally|for|if|goto|instanceof|new|return|switch|this|throw|try|while)\b/,
        'k',
      ],
      [
        methodHead,
        (lexing) => {
          lexing.recurse(lexing.group(1));
          lexing.token('nf', lexing.group(2));
          lexing.token('', lexing.group(3));
          lexing.token('o', lexing.group(4));
        },
      ],
      [re()`@${name}`, 'nd'],
      [
        /(?:abstract|const|enum|extends|final|implements|native|private|protected|public|static|strictfp|super|synchronized|throws|transient|volatile)\b/,
        'kd',
      ],
      [/(?:boolean|byte|char|double|float|int|long|short|var|void)\b/, 'kt'],
      [/(?:true|false|null)\b/, 'kc'],
      [/(?:class|interface)\b/, 'kd', 'class'],
      [/(?:import|package)\b/, 'kn', 'import'],
      [quoted('"'), 's'],
      [/'(?:\\.|[^\\]|\\u[0-9a-f]{4})'/, 'sc'],
      [re()`(\.)(${name})`, ['o', 'na']],
      [re()`${name}:`, 'nl'],
      [re()`\p{Lu}[\p{Lu}\p{Nd}_]*\b`, 'no'],
      [re()`\p{Lu}[\p{Alphabetic}\p{Nd}]*\b`, 'nc'],
      [re()`\$?${name}`, 'n'],
      [/[~^*!%&[\](){}<>|+=:;,./?-]/, 'o'],
      [re()`(?:${digit})+\.(?:${digit})+(?:[eE](?:${digit})+)?[fd]?`, 'mf'],
      [/0b(?:[01]_+[01]|[01])+/i, 'mb'],
      [/0x(?:[0-9a-f]_+[0-9a-f]|[0-9a-f])+/i, 'mh'],
      [/0(?:[0-7]_+[0-7]|[0-7])+/, 'mo'],
      [re()`(?:${digit})+L?`, 'mi'],
      [/\n/, ''],
    ],
    class: [
      [/\s+/, ''],
      [name, 'nc', pop],
    ],
    import: [
      [/\s+/, ''],
      [/[a-z0-9_.]+\*?/i, 'nn', pop],
    ],
  }),
});
