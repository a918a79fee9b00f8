/** Cuts tokens at line ends, as Rouge's line-wise formatters need them. */
import type { Token } from '../lexing/tokens.ts';

/** The lines without their ends; what follows the last end counts as a line when there is anything. */
export function tokenLines(tokens: readonly Token[]): readonly (readonly Token[])[] {
  const lines: Token[][] = [];
  let line: Token[] = [];
  for (const { type, text } of tokens) {
    let from = 0;
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
      if (end > from) line.push({ type, text: text.slice(from, end) });
      lines.push(line);
      line = [];
      from = end + 1;
    }
    if (from < text.length) line.push({ type, text: text.slice(from) });
  }
  if (line.length > 0) lines.push(line);
  return lines;
}

/** Ruby's `sprintf` for one whole number: `%i` and `%d`, with a width and zeros. */
export function formatNumber(template: string, number: number): string {
  return template.replace(/%(?:%|([-0 +]*)(\d*)[idu])/g, (whole, flags: string = '', width: string = '') => {
    if (whole === '%%') return '%';
    const sign = flags.includes('+') ? '+' : flags.includes(' ') ? ' ' : '';
    const digits = sign + String(number);
    const size = Number(width);
    if (flags.includes('-')) return digits.padEnd(size);
    return flags.includes('0')
      ? sign + String(number).padStart(size - sign.length, '0')
      : digits.padStart(size);
  });
}
