/** Scala. */
import { goto, type Lexing, pop, re } from '../lexing/lexer.ts';
import { defineLexer } from '../lexing/lexing.ts';
import { toRegExp } from '../lexing/pattern.ts';
import { ANY, between, quoted, type Scanner } from '../lexing/scanner.ts';

const keyword =
  /(?:abstract|case|catch|def|do|else|extends|final|finally|for|forSome|if|implicit|lazy|match|new|override|private|protected|requires|return|sealed|super|this|throw|try|val|var|while|with|yield)\b|(?:<[%:-]|=>|>:|[#=@_\u21D2\u2190])(?:\b|(?=\s)|$)/;
const operator = re()`[!#%&'*+\-\/:<=>?@\\^\x60|~\x7f\p{Sm}\p{So}]`;
const name = re()`[\p{L}$_][\p{L}$_0-9]*(?:(?<=_)${operator}+)?`;
const part = re()`${name}|${operator}+\x60[^\x60]+\x60`;

/** A type's path (`a.b.C`) with `end` behind it. Where one fails is kept, because each of its parts is tried again. */
function path(end: RegExp): Scanner {
  let sticky: RegExp | undefined;
  const scanner: Scanner = {
    first: ANY,
    scan(text, at, seen) {
      const known = seen.get(scanner);
      if (known !== undefined && known.from < at && at < known.found && text[at - 1] === '.') return -1;
      sticky ??= toRegExp(re()`${part}(?:\.${part})*`, 'y');
      sticky.lastIndex = at;
      if (!sticky.test(text)) return -1;
      const found = sticky.lastIndex;
      end.lastIndex = found;
      if (end.test(text)) return end.lastIndex;
      seen.set(scanner, { from: at, found, end: found });
      return -1;
    },
  };
  return scanner;
}

/** The path, the space behind it, and an opening bracket. */
function pathTokens(lexing: Lexing<undefined>): void {
  const bracket = lexing.matched.endsWith('[') ? '[' : '';
  const spaced = lexing.matched.slice(0, lexing.matched.length - bracket.length);
  const type = spaced.trimEnd();
  lexing.token('kt', type);
  lexing.token('', spaced.slice(type.length));
  lexing.token('o', bracket);
}

export const scala = defineLexer({
  tag: 'scala',
  states: () => ({
    root: [
      [/(class|trait|object)(\s+)/, ['k', ''], 'class'],
      [re()`'${name}(?!')`, 'ss'],
      [/[^\S\n]+/, ''],
      [/\/\/.*/, 'c1'],
      [/\/\*/, 'cm', 'comment'],
      [re()`@${name}`, 'nd'],
      [re()`(def)(\s+)(${name}|${operator}+)(\s*)`, ['k', '', 'nf', '']],
      [re()`(val)(\s+)(${name}|${operator}+)(\s*)`, ['k', '', 'nv', '']],
      [re()`(this)(\n*)(\.)(${name})`, ['k', '', 'o', 'py']],
      [re()`(${name}|_)(\n*)(\.)(${name})`, ['nv', '', 'o', 'py']],
      [re()`[\p{Lu}$_]${name}\b`, 'nc'],
      [re()`(${name})(\p{White_Space}*)(\()`, ['nf', '', 'o']],
      [re()`(\.)(${name})`, ['o', 'py']],
      [keyword, 'k'],
      [re()`:(?!${operator})`, 'k', 'type'],
      [/(?:true|false|null)\b/, 'kc'],
      [/(import|package)(\s+)/, ['k', ''], 'import'],
      [/(type)(\s+)/, ['k', ''], 'type'],
      [between('"""', /"""(?!")/g), 's'],
      [quoted('"'), 's'],
      [/'\\.'|'[^\\]'|'\\u[0-9a-fA-F]{4}'/, 'sc'],
      [name, 'n'],
      [/`[^`]+`/, 'n'],
      [/\[/, 'o', 'type-parameters'],
      [/[(){};,.#]/, 'o'],
      [re()`${operator}+`, 'o'],
      [/(?:[0-9]+\.[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?[fFdD]?/, 'mf'],
      [/[0-9]+[fFdD]/, 'mf'],
      [/0x[0-9a-fA-F]+/, 'mh'],
      [/[0-9]+L?/, 'mi'],
      [/\n/, ''],
    ],
    class: [
      [re()`(${name}|${operator}+|\x60[^\x60]+\x60)(\s*)(\[)`, ['nc', '', 'o'], 'type-parameters'],
      [/\s+/, ''],
      [/\{/, 'o', pop],
      [/\(/, 'o', pop],
      [/\/\/.*/, 'c1', pop],
      [re()`${name}|${operator}+`, 'nc', pop],
    ],
    type: [
      [/\s+/, ''],
      [/<[%:]|>:|[#_\u21D2]|forSome|type/, 'k'],
      [/([,);}]|=>|=)(\s*)/, ['o', ''], pop],
      [/[({]/, 'o', 'type'],
      [path(/[ \t-\r]*\[/y), pathTokens, goto('type-parameters')],
      [path(/[ \t-\r]*(?![^\n])/y), pathTokens, pop],
      [/\/\/.*/, 'c1', pop],
      [re()`\.|${name}|${operator}+`, 'kt'],
    ],
    'type-parameters': [
      [/[\s,]+/, ''],
      [/<[%:]|=>|>:|[#_\u21D2]|forSome|type/, 'k'],
      [/[\])}]/, 'o', pop],
      [/[([{]/, 'o', 'type-parameters'],
      [re()`\.|${name}|${operator}+`, 'kt'],
    ],
    comment: [
      [/[^/*]+/, 'cm'],
      [/\/\*/, 'cm', 'comment'],
      [/\*\//, 'cm', pop],
      [/[*/]/, 'cm'],
    ],
    import: [[re()`(?:${name}|\.)+`, 'nn', pop]],
  }),
});
