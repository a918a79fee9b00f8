/** Rouge's HTMLLineTable: a row for each line, so that a long line that wraps keeps its number beside it. */
import type { Token } from '../lexing/tokens.ts';
import type { PrintTokens } from './html.ts';
import { formatNumber, tokenLines } from './lines.ts';

export interface LineTableOptions {
  readonly startLine?: number;
  readonly tableClass?: string;
  readonly gutterClass?: string;
  readonly codeClass?: string;
  readonly lineClass?: string;
  /** The rows' ids, as for `sprintf`. */
  readonly lineId?: string;
}

const UNSELECTABLE =
  '-moz-user-select: none;-ms-user-select: none;-webkit-user-select: none;user-select: none;';

export function printLineTable(
  tokens: readonly Token[],
  print: PrintTokens,
  options: LineTableOptions = {},
): string {
  const { startLine = 1, lineId = 'line-%i', lineClass = 'lineno' } = options;
  const { tableClass = 'rouge-line-table', gutterClass = 'rouge-gutter', codeClass = 'rouge-code' } = options;
  const rows = tokenLines(tokens).map((line, i) => {
    const number = startLine + i;
    return (
      `<tr id="${formatNumber(lineId, number)}" class="${lineClass}">` +
      `<td class="${gutterClass} gl" style="${UNSELECTABLE}"><pre>${number}</pre></td>` +
      `<td class="${codeClass}"><pre>${print(line)}\n</pre></td></tr>`
    );
  });
  return `<table class="${tableClass}"><tbody>${rows.join('')}</tbody></table>`;
}
