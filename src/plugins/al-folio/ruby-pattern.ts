/**
 * Ruby's regular expressions as JavaScript's, as far as both have the same. One that could backtrack without end is refused:
 * nothing could stop it.
 */

export class PatternMistake extends Error {}

/** What one sign of Ruby's is in JavaScript, outside of a class; the flag `m` is on. */
const SIGNS: Readonly<Record<string, string>> = {
  '\\A': '(?<![^])',
  '\\z': '(?![^])',
  '\\Z': '(?=\\n?(?![^]))',
  '\\h': '[0-9a-fA-F]',
  '\\H': '[^0-9a-fA-F]',
  '\\R': '(?:\\r\\n|[\\n\\v\\f\\r\\x85\\u2028\\u2029])',
};

const POSIX: Readonly<Record<string, string>> = {
  alnum: '\\p{Alphabetic}\\p{Nd}',
  alpha: '\\p{Alphabetic}',
  blank: '\\p{Zs}\\t',
  cntrl: '\\p{Cc}',
  digit: '\\p{Nd}',
  lower: '\\p{Lowercase}',
  punct: '\\p{P}\\p{S}',
  space: '\\s',
  upper: '\\p{Uppercase}',
  word: '\\p{Alphabetic}\\p{M}\\p{Nd}\\p{Pc}',
  xdigit: '0-9a-fA-F',
};

const TOKEN =
  /\\.|&&|\[:\^?[a-z]+:\]|\(\?(?:<[=!]|<\w+>|[=!:>#]|[a-z-]+[:)])|[()[\]|]|(?:[*+?]|\{\d*(?:,\d*)?\})[+?]?|./gsu;

/** Throws `PatternMistake`. */
export function compileRubyPattern(pattern: string, flags: string): RegExp {
  const source = new Translation(pattern).source;
  try {
    return new RegExp(source, `${flags}u`);
  } catch (error) {
    throw new PatternMistake(error instanceof Error ? error.message.replace(/^.*: /, '') : 'it is malformed');
  }
}

/** A group that is open: whether what it holds can match one text in many ways. */
interface Group {
  isLoose: boolean;
}

class Translation {
  readonly #parts: string[] = [];
  readonly #open: Group[] = [{ isLoose: false }];
  #classDepth = 0;
  /** The group that has just been closed; a quantifier applies to it. */
  #closed: Group | undefined;

  constructor(pattern: string) {
    for (const [token] of pattern.matchAll(TOKEN)) this.#add(token);
  }

  get source(): string {
    return this.#parts.join('');
  }

  #add(token: string): void {
    if (this.#classDepth > 0) this.#parts.push(this.#inClass(token));
    else if (/^[*+?{].*[*+?}]$|^[*+?]$/u.test(token)) this.#quantify(token);
    else {
      this.#closed = undefined;
      this.#parts.push(this.#outside(token));
    }
  }

  #outside(token: string): string {
    if (token === '[') this.#classDepth = 1;
    else if (token === ')') this.#close();
    else if (token === '|') this.#open.at(-1)!.isLoose = true;
    else if (token.startsWith('(')) return this.#group(token);
    else if (token === '.') return '[^\\n]';
    else if (token === ']' || token === '{' || token === '}') return `\\${token}`;
    return SIGNS[token] ?? escaped(token);
  }

  #close(): void {
    if (this.#open.length === 1) return;
    this.#closed = this.#open.pop();
    if (this.#closed?.isLoose === true) this.#open.at(-1)!.isLoose = true;
  }

  #group(token: string): string {
    if (token === '(?>' || token === '(?#' || /^\(\?[a-z-]+[:)]$/.test(token))
      throw new PatternMistake(`JavaScript has no \`${token}\``);
    this.#open.push({ isLoose: false });
    return token;
  }

  #quantify(token: string): void {
    if (/^.+\+$/u.test(token)) throw new PatternMistake(`JavaScript has no possessive \`${token}\``);
    const isOpenEnded = /^(?:[*+]|\{\d*,\})/.test(token);
    if (isOpenEnded && this.#closed?.isLoose === true)
      throw new PatternMistake(
        'a repeated group that contains repetitions or alternatives could take for ever',
      );
    if (isOpenEnded || this.#closed?.isLoose === true) this.#open.at(-1)!.isLoose = true;
    this.#closed = undefined;
    this.#parts.push(token.replace(/^\{,/, '{0,'));
  }

  #inClass(token: string): string {
    const posix = /^\[:(\^?)([a-z]+):\]$/.exec(token);
    if (posix !== null) {
      const members = POSIX[posix[2]!];
      if (members === undefined || posix[1] === '^')
        throw new PatternMistake(`JavaScript has no \`${token}\``);
      return members;
    }
    if (token === '[' || token === '&&')
      throw new PatternMistake('a character class inside another one is not supported');
    if (token === ']') this.#classDepth = 0;
    if (token === '\\h') return '0-9a-fA-F';
    return /^[({|)]$/.test(token) || /^\(\?/.test(token) ? token.replace(/[(){}|]/g, '\\$&') : escaped(token);
  }
}

/** A backslash before what needs none is an error in JavaScript. */
function escaped(token: string): string {
  return /^\\[^\w\s^$\\.*+?()[\]{}|/-]$/u.test(token) ? token.slice(1) : token === '\\-' ? '\\x2d' : token;
}
