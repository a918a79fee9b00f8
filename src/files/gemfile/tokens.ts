/** The words of a Gemfile: as much of Ruby's lexis as such files use. Never throws; what it doesn't know becomes `mark`s. */

export interface Token {
  /** A `label` is the `group:` of `group: :x`; a `list` a `%w[…]`; `end` closes a statement. */
  readonly kind: 'word' | 'string' | 'symbol' | 'label' | 'list' | 'mark' | 'opaque' | 'end';
  readonly text: string;
  readonly items?: readonly string[];
  /** From 1. */
  readonly line: number;
  readonly column: number;
}

const CLOSERS: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}', '<': '>' };

/** Marks of two and three characters, the longest first. */
const MARKS = [
  '<=>',
  '===',
  '||=',
  '&&=',
  '=>',
  '==',
  '!=',
  '=~',
  '!~',
  '&&',
  '||',
  '->',
  '::',
  '<=',
  '>=',
  '+=',
];

/** A line that ends with one of these goes on in the next one. */
const OPEN_ENDS: ReadonlySet<string> = new Set([
  ',',
  '=>',
  '&&',
  '||',
  '.',
  '(',
  '[',
  '{',
  '=',
  '==',
  '!=',
  '|=',
  '+',
  '?',
]);

export function readTokens(text: string): readonly Token[] {
  return new Lexer(text).run();
}

class Lexer {
  private readonly text: string;
  private readonly tokens: Token[] = [];
  /** Ends of heredocs whose texts begin with the next line. */
  private heredocs: string[] = [];
  private at = 0;
  private line = 1;
  private lineStart = 0;

  constructor(text: string) {
    this.text = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  }

  run(): readonly Token[] {
    while (this.at < this.text.length) {
      if (this.at === this.lineStart && this.skipBlock()) continue;
      if (/^__END__$/.test(this.restOfLine()) && this.at === this.lineStart) break;
      this.step();
    }
    this.push('end', '');
    return this.tokens;
  }

  private step(): void {
    const { text, at } = this;
    const char = text[at] ?? '';
    if (char === '\n') this.newLine();
    else if (/\s/.test(char)) this.at++;
    else if (char === '\\' && text[at + 1] === '\n') this.advanceTo(at + 2);
    else if (char === '#') this.at += this.restOfLine().length;
    else if (char === '"' || char === "'" || char === '`') this.quoted(char);
    else if (char === '%' && this.percent()) return;
    else if (char === '<' && this.heredoc()) return;
    else if (char === '/' && this.isOperandExpected()) this.regex(at + 1, '/');
    else if (char === ':' && /[\w"']/.test(text[at + 1] ?? '') && text[at - 1] !== ':') this.symbol();
    else if (/[A-Za-z_]/.test(char)) this.word();
    else if (/\d/.test(char)) this.take('opaque', /^[\d._]+/.exec(text.slice(at, at + 40))?.[0] ?? char);
    else this.take('mark', MARKS.find((mark) => text.startsWith(mark, at)) ?? char);
  }

  private word(): void {
    const name = /^\w+[?!]?/.exec(this.text.slice(this.at, this.at + 200))?.[0] ?? '';
    const plain =
      name.endsWith('?') && /^[ \t]*:/.test(this.text.slice(this.at + name.length))
        ? name.slice(0, -1)
        : name;
    const after = this.text.slice(this.at + plain.length, this.at + plain.length + 2);
    if (/^:(?!:)/.test(after) && this.previous !== '?') {
      this.push('label', plain);
      this.at += plain.length + 1;
    } else this.take('word', /^!?=/.test(after) && plain.endsWith('!') ? plain.slice(0, -1) : plain);
  }

  private symbol(): void {
    const quote = this.text[this.at + 1] ?? '';
    if (quote === '"' || quote === "'") {
      this.at++;
      this.quoted(quote, 'symbol');
      return;
    }
    const name = /^\w+[?!]?/.exec(this.text.slice(this.at + 1, this.at + 200))?.[0] ?? '';
    this.push('symbol', name);
    this.at += 1 + name.length;
  }

  /** A text with `#{…}` in it is not known: its token is opaque. */
  private quoted(quote: string, kind: 'string' | 'symbol' = 'string'): void {
    const start = this.at;
    const { content, end, dynamic } = this.delimited(start + 1, quote, quote !== "'");
    const isLabel = kind === 'string' && this.text[end] === ':' && this.text[end + 1] !== ':';
    this.push(dynamic || quote === '`' ? 'opaque' : isLabel ? 'label' : kind, content);
    this.advanceTo(isLabel ? end + 1 : end);
  }

  /** `%w[…]`, `%i[…]`, `%q(…)`, `%Q(…)`, `%(…)`, `%r!…!`. */
  private percent(): boolean {
    const found = /^%([wWiIqQr]?)([([{<!|/])/.exec(this.text.slice(this.at, this.at + 3));
    if (found === null || !this.isOperandExpected()) return false;
    const [opener, type = '', open = ''] = found;
    const { content, end, dynamic } = this.delimited(
      this.at + opener.length,
      CLOSERS[open] ?? open,
      type !== 'q',
      open,
    );
    if (/[wi]/i.test(type)) this.push('list', content, content.split(/\s+/).filter(Boolean));
    else this.push(dynamic || type === 'r' ? 'opaque' : 'string', content);
    this.advanceTo(end);
    return true;
  }

  private heredoc(): boolean {
    const found = /^<<[~-]?(["'`]?)([A-Z_]\w*)\1/.exec(this.text.slice(this.at, this.at + 80));
    if (found?.[2] === undefined) return false;
    this.heredocs.push(found[2]);
    this.push('opaque', '');
    this.at += found[0].length;
    return true;
  }

  private regex(from: number, close: string): void {
    const { content, end } = this.delimited(from, close, true);
    this.push('opaque', content);
    this.advanceTo(end + (/^[a-z]*/.exec(this.text.slice(end, end + 8))?.[0].length ?? 0));
  }

  /** What stands before the closing delimiter, and the offset behind that. */
  private delimited(from: number, close: string, interpolates: boolean, open = '') {
    let content = '';
    let depth = 0;
    let dynamic = false;
    let at = from;
    for (; at < this.text.length; at++) {
      const char = this.text[at] ?? '';
      if (char === '\\') content += this.text[++at] ?? '';
      else if (char === close && depth === 0) break;
      else {
        if (open !== close && char === open) depth++;
        if (char === close) depth--;
        if (interpolates && char === '#' && this.text[at + 1] === '{') dynamic = true;
        content += char;
      }
    }
    return { content, end: at + 1, dynamic };
  }

  private newLine(): void {
    const continues =
      OPEN_ENDS.has(this.previous) ||
      /^\s*(?:#.*\n\s*)*(?:\.\w|&\.)/.test(this.text.slice(this.at + 1, this.at + 400));
    if (!continues) this.push('end', '\n');
    this.advanceTo(this.at + 1);
    for (const name of this.heredocs.splice(0)) this.skipLines((line) => line.trim() === name);
  }

  private skipBlock(): boolean {
    if (!/^=begin(?:\s|$)/.test(this.restOfLine())) return false;
    this.skipLines((line) => /^=end(?:\s|$)/.test(line));
    return true;
  }

  /** Up to the line that `isLast`, that one included. */
  private skipLines(isLast: (line: string) => boolean): void {
    while (this.at < this.text.length) {
      const line = this.restOfLine();
      this.advanceTo(Math.min(this.text.length, this.at + line.length + 1));
      if (isLast(line)) return;
    }
  }

  /** Whether a `/` or `%` begins something here, so that it is no operator. */
  private isOperandExpected(): boolean {
    const last = this.tokens.at(-1);
    if (last === undefined || last.kind === 'end' || last.kind === 'label') return true;
    if (last.kind === 'word')
      return /\s/.test(this.text[this.at - 1] ?? '') && /\S/.test(this.text[this.at + 1] ?? '');
    return last.kind === 'mark' && !/^[)\]}]$/.test(last.text);
  }

  private get previous(): string {
    const last = this.tokens.at(-1);
    return last?.kind === 'mark' ? last.text : '';
  }

  private restOfLine(): string {
    const end = this.text.indexOf('\n', this.at);
    return this.text.slice(this.at, end < 0 ? undefined : end);
  }

  private take(kind: Token['kind'], text: string): void {
    this.push(kind, text);
    this.at += text.length;
  }

  private push(kind: Token['kind'], text: string, items?: readonly string[]): void {
    const place = { line: this.line, column: this.at - this.lineStart + 1 };
    this.tokens.push({ kind, text, ...place, ...(items === undefined ? {} : { items }) });
  }

  private advanceTo(end: number): void {
    for (
      let at = this.text.indexOf('\n', this.at);
      at >= 0 && at < end;
      at = this.text.indexOf('\n', at + 1)
    ) {
      this.line++;
      this.lineStart = at + 1;
    }
    this.at = end;
  }
}
