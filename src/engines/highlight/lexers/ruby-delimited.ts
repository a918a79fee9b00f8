/** Ruby's literals with a delimiter of the author's choice (`%w[…]`, `%r!…!`): a state for each delimiter met. */
import { again, type Lexing, pop, type Rule, type State } from '../lexing/lexer.ts';

const CLOSING: Readonly<Record<string, string>> = { '{': '}', '[': ']', '(': ')', '<': '>' };

/** Opens the literal: its state's name says the kind, whether it interpolates, and the delimiter. */
export function sigil<Data>(lexing: Lexing<Data>): void {
  const letter = lexing.group(1);
  const type = letter === 'r' ? 'sr' : 'sx';
  if (letter === 'r') lexing.push('regex-flags');
  lexing.token(type);
  lexing.push(`delimited ${type} ${/[rQWxI]/.test(letter) ? 'interpolated' : 'plain'} ${lexing.group(2)}`);
}

/** The state of a name that `sigil` gave. */
export function growDelimited<Data>(name: string): State<Data> | undefined {
  const [, kind, interpolated, open = ''] =
    /^delimited (sr|sx) (interpolated|plain) (.*)$/su.exec(name) ?? [];
  if (kind === undefined) return undefined;
  const type = kind === 'sr' ? 'sr' : 'sx';
  const close = CLOSING[open] ?? open;
  const marks = open === '#' ? '' : quote(open) + quote(close);
  const nested: Rule<Data>[] = open === close ? [] : [[new RegExp(quote(open)), type, again]];
  const rest: State<Data> =
    interpolated === 'interpolated' ? ['interpolation-escaped', [/#/, type]] : [[/[\\#]/, type]];
  return [
    [new RegExp(`\\\\[#${marks}\\\\]`), 'se'],
    ...nested,
    [new RegExp(quote(close)), type, pop],
    ...rest,
    [new RegExp(`[^#${marks}\\\\]+`), type],
  ];
}

/** The character as a pattern that means itself. */
function quote(char: string): string {
  return /[!-/:-@[-`{-~]/.test(char) ? `\\${char}` : char;
}
