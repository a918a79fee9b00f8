/** Rouge's HTMLTable: all line numbers in one cell, all code in another. */
import type { Token } from '../lexing/tokens.ts';
import type { PrintTokens } from './html.ts';
import { formatNumber } from './lines.ts';

export interface TableOptions {
  readonly startLine?: number;
  /** How a number is printed, as for `sprintf`. */
  readonly lineFormat?: string;
  readonly tableClass?: string;
  readonly gutterClass?: string;
  readonly codeClass?: string;
}

export function printTable(tokens: readonly Token[], print: PrintTokens, options: TableOptions = {}): string {
  const { startLine = 1, lineFormat = '%i' } = options;
  const { tableClass = 'rouge-table', gutterClass = 'rouge-gutter', codeClass = 'rouge-code' } = options;
  const text = tokens.map((token) => token.text).join('');
  const ended = text.endsWith('\n');
  const count = text.split('\n').length - (ended ? 1 : 0);
  const numbers = Array.from(
    { length: count },
    (_, i) => `${formatNumber(lineFormat, startLine + i)}\n`,
  ).join('');
  return (
    `<table class="${tableClass}"><tbody><tr><td class="${gutterClass} gl"><pre class="lineno">${numbers}</pre></td>` +
    `<td class="${codeClass}"><pre>${print(tokens)}${ended ? '' : '\n'}</pre></td></tr></tbody></table>`
  );
}
