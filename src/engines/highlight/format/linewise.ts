/** Rouge's formatters that put an element around lines: HTMLLinewise around each, HTMLLineHighlighter around some. */
import type { Token } from '../lexing/tokens.ts';
import type { PrintTokens } from './html.ts';
import { formatNumber, tokenLines } from './lines.ts';

export interface LinewiseOptions {
  readonly tagName?: string;
  /** The elements' classes, as for `sprintf`. */
  readonly class?: string;
}

export function printLinewise(
  tokens: readonly Token[],
  print: PrintTokens,
  options: LinewiseOptions = {},
): string {
  const { tagName = 'div', class: classFormat = 'line-%i' } = options;
  return tokenLines(tokens)
    .map((line, i) => `<${tagName} class="${formatNumber(classFormat, i + 1)}">${print(line)}\n</${tagName}>`)
    .join('');
}

export interface MarkedLinesOptions {
  /** The lines to mark, counted from 1. */
  readonly lines: readonly number[];
  readonly lineClass?: string;
}

export function printMarkedLines(
  tokens: readonly Token[],
  print: PrintTokens,
  { lines, lineClass = 'hll' }: MarkedLinesOptions,
): string {
  return tokenLines(tokens)
    .map((line, i) => {
      const html = `${print(line)}\n`;
      return lines.includes(i + 1) ? `<span class="${lineClass}">${html}</span>` : html;
    })
    .join('');
}
