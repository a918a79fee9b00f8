/** Prints tokens for kramdown: its wrapper, its options. Needs no lexer, so that plain text loads none. */
import type { CodeToHighlight } from '../../../ports/highlighter.ts';
import type { Token } from '../lexing/tokens.ts';
import { type PrintTokens, printHtml } from './html.ts';
import { printLineTable } from './line-table.ts';
import { printLinewise } from './linewise.ts';
import { printTable } from './table.ts';

/** What Rouge's HTMLLegacy formatter prints, or the formatter that the option `formatter` names. */
export function printForKramdown(
  tokens: readonly Token[],
  { category, options }: Omit<CodeToHighlight, 'code' | 'language'>,
  print: PrintTokens = printHtml,
): string {
  switch (options.formatter) {
    case 'HTML':
      return printHtml(tokens);
    case 'HTMLLinewise':
      return printLinewise(tokens, printHtml);
    case 'HTMLLineTable':
      return printLineTable(tokens, printHtml, lineOptions(options));
  }
  const body = isSet(options.line_numbers) ? printTable(tokens, print, lineOptions(options)) : print(tokens);
  const wrap = category === 'block' && (options.wrap === undefined || isSet(options.wrap));
  if (!wrap) return body;
  const cssClass = isSet(options.css_class) ? String(options.css_class) : 'highlight';
  return `<div class="highlight"><pre class="${cssClass}"><code>${body}</code></pre></div>`;
}

/** Whether code stays plain: highlighting is disabled, or the code is plain text and guessing is disabled. */
export function isDeclined(tag: string, options: CodeToHighlight['options']): boolean {
  return isSet(options.disable) || (tag === 'plaintext' && !isSet(options.guess_lang));
}

function lineOptions(options: CodeToHighlight['options']) {
  const { start_line: startLine, line_format: lineFormat, table_class: tableClass } = options;
  const {
    gutter_class: gutterClass,
    code_class: codeClass,
    line_class: lineClass,
    line_id: lineId,
  } = options;
  return {
    ...(typeof startLine === 'number' ? { startLine } : {}),
    ...texts({ lineFormat, tableClass, gutterClass, codeClass, lineClass, lineId }),
  };
}

function texts(entries: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const [key, value] of Object.entries(entries)) if (typeof value === 'string') found[key] = value;
  return found;
}

/** Truthy in Ruby. */
function isSet(value: unknown): boolean {
  return value !== undefined && value !== null && value !== false;
}
