/** The Bourne shells: sh, bash, zsh, ksh. */
import { again, pop, re } from '../lexing/lexer.ts';
import { defineLexer } from '../lexing/lexing.ts';
import { guarded } from '../lexing/scanner.ts';
import { anyOf } from '../lexing/words.ts';
import { BUILTINS, KEYWORDS } from '../words/shell.ts';

/** The marks that end the here-documents that are open. */
interface ShellData {
  mark: string;
}

export const shell = defineLexer<ShellData>({
  tag: 'shell',
  data: () => ({ mark: '' }),
  states: () => ({
    basic: [
      [/#.*/, 'c'],
      [re()`(?:${anyOf(KEYWORDS)})\s*\b`, 'k'],
      [/case\b/, 'k', 'case'],
      [re()`(?:${anyOf(BUILTINS)})\s*\b(?![.-])`, 'nb'],
      [/[.](?=\s)/, 'nb'],
      [/(\w+)(=)/, ['nv', 'o']],
      [/[[\]{}()!=>]/, 'o'],
      [/&&|\|\|/, 'o'],
      [/<<</, 'o'],
      [
        /(<<-?)(\s*)(['"]?)(\\?)(\w+)(\3)/,
        (lexing) => {
          lexing.groups('o', '', 'sh', 'sh', 'no', 'sh');
          lexing.data.mark = lexing.group(5);
          lexing.push('heredoc');
        },
      ],
    ],
    heredoc: [[/\n/, 'sh', 'heredoc-line'], [/[^$\n\\]+/, 'sh'], 'interpolation', [/[$]/, 'sh']],
    'heredoc-line': [
      [
        guarded(/\s*(\w+)\s*\n/, /\S/),
        (lexing) => {
          if (lexing.group(1) !== lexing.data.mark) return lexing.token('sh');
          lexing.token('no');
          lexing.pop(2);
        },
      ],
      [/(?:)/, (lexing) => lexing.pop()],
    ],
    'double-quotes': [[/(?:\$#?)?"/, 's2', pop], 'interpolation', [/[^"`\\$]+/, 's2']],
    'ansi-string': [[/\\./, 'se'], [/[^\\']+/, 's1'], 'single-quotes'],
    'single-quotes': [
      [/'/, 's1', pop],
      [/[^']+/, 's1'],
    ],
    data: [
      [/\s+/, ''],
      [/\\./, 'se'],
      [/\$?"/, 's2', 'double-quotes'],
      [/\$'/, 's1', 'ansi-string'],
      [/'/, 's1', 'single-quotes'],
      [/\*/, 'k'],
      [/;/, 'p'],
      [/--?[\w-]+/, 'nt'],
      [/[^=*\s{}()$"'`;\\<]+/, ''],
      [/</, ''],
      'interpolation',
    ],
    curly: [[/\}/, 'k', pop], [/:-/, 'k'], [/[a-zA-Z0-9_]+/, 'nv'], [/[^}:"`'$]+/, 'p'], 'root'],
    substitution: [[/\)/, 'si', pop], [/\(/, 'o', 'parentheses'], 'root'],
    parentheses: [[/\(/, 'o', again], [/\)/, 'o', pop], 'root'],
    math: [[/\)\)/, 'k', pop], [/[-+*/%^|&!]|\*\*|\|\|/, 'o'], [/\d+(?:#\w+)?/, 'm'], 'root'],
    case: [[/esac\b/, 'k', pop], [/\|/, 'p'], [/\)/, 'p', 'stanza'], 'root'],
    stanza: [[/;;/, 'p', pop], 'root'],
    backticks: [[/`/, 'sb', pop], 'root'],
    interpolation: [
      [/\\$/, 'se'],
      [/\\./, 'se'],
      [/\$\(\(/, 'k', 'math'],
      [/\$\(/, 'si', 'substitution'],
      [/\$\{#?/, 'k', 'curly'],
      [/`/, 'sb', 'backticks'],
      [/\$#?(?:\w+|.)/, 'nv'],
    ],
    root: ['basic', 'data'],
  }),
});
