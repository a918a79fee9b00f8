/** A notebook as HTML, in the classes of nbconvert's classic template. */

import { escapeAttribute, escapeText } from '../../plugin/api/markup.ts';
import type { Cell, CellOutput, Notebook } from './notebook.ts';

export interface PrintOptions {
  /** Whether the code is shown. */
  readonly input: boolean;
  /** Whether `In [1]:` and `Out[1]:` are. */
  readonly prompt: boolean;
  /** The HTML of a text in Markdown. */
  readonly markdown: (text: string) => string;
}

/** The body of the page. */
export function printNotebook({ cells, language }: Notebook, options: PrintOptions): string {
  const printed = cells.map((cell) =>
    cell.kind === 'code'
      ? printCode(cell, language, options)
      : cell.kind === 'markdown'
        ? printText(cell, options)
        : '',
  );
  return `<div tabindex="-1" id="notebook" class="border-box-sizing">\n<div class="container" id="notebook-container">\n${printed.join('')}</div>\n</div>\n`;
}

function printText({ source }: Cell, { prompt, markdown }: PrintOptions): string {
  return (
    `<div class="cell border-box-sizing text_cell rendered">${prompt ? '<div class="prompt input_prompt"></div>' : ''}` +
    `<div class="inner_cell">\n<div class="text_cell_render border-box-sizing rendered_html">\n` +
    `${markdown(withInlineMath(source))}\n</div>\n</div>\n</div>\n`
  );
}

/** kramdown knows math by two dollar signs only. */
function withInlineMath(text: string): string {
  return text.replace(
    /(?<![\\$])\$(?!\s|\$)([^$\n]+?)(?<!\s)\$(?![\d$])/g,
    (_, math: string) => `$$${math}$$`,
  );
}

function printCode(cell: Cell, language: string, options: PrintOptions): string {
  const { prompt, input, markdown } = options;
  const label = prompt ? `<div class="prompt input_prompt">In&nbsp;[${cell.count ?? '&nbsp;'}]:</div>\n` : '';
  const code = input
    ? `<div class="input">\n${label}<div class="inner_cell">\n<div class="input_area">\n` +
      `${markdown(fenced(cell.source, language))}\n</div>\n</div>\n</div>\n`
    : '';
  const outputs = cell.outputs.map((output) => printOutput(output, options)).join('');
  const shown =
    outputs === '' ? '' : `<div class="output_wrapper">\n<div class="output">\n${outputs}</div>\n</div>\n`;
  return `<div class="cell border-box-sizing code_cell rendered">\n${code}${shown}</div>\n`;
}

/** A fence that is longer than any in the text. */
function fenced(text: string, language: string): string {
  const longest = Math.max(2, ...Array.from(text.matchAll(/~+/g), ([fence]) => fence.length));
  const fence = '~'.repeat(longest + 1);
  return `${fence} ${language.replace(/[^\w+#-]/g, '')}\n${text}\n${fence}`;
}

function printOutput(output: CellOutput, options: PrintOptions): string {
  const { kind, count } = output;
  const label =
    kind === 'result' && options.prompt
      ? `<div class="prompt output_prompt">Out[${count ?? '&nbsp;'}]:</div>\n`
      : '';
  const empty = label === '' && options.prompt ? '<div class="prompt"></div>\n' : '';
  return `<div class="output_area">\n${label}${empty}${printData(output, options)}\n</div>\n`;
}

/** The richest of the forms that an output has, as nbconvert chooses it. */
function printData({ kind, data, stream }: CellOutput, { markdown }: PrintOptions): string {
  const box = (classes: string, html: string) => `<div class="${classes}">\n${html}\n</div>`;
  const shown = kind === 'result' ? ' output_execute_result' : '';
  const plain = () => `<pre>${escapeText(withoutColours(data.get('text/plain') ?? ''))}</pre>`;
  if (kind === 'stream') return box(`output_subarea output_stream output_${stream} output_text`, plain());
  if (kind === 'error') return box('output_subarea output_text output_error', plain());
  const html = data.get('text/html');
  if (html !== undefined) return box(`output_html rendered_html output_subarea${shown}`, html);
  const text = data.get('text/markdown');
  if (text !== undefined)
    return box(`output_markdown rendered_html output_subarea${shown}`, markdown(withInlineMath(text)));
  const svg = data.get('image/svg+xml');
  if (svg !== undefined) return box(`output_svg output_subarea${shown}`, svg);
  for (const type of ['image/png', 'image/jpeg'] as const) {
    const picture = data.get(type);
    if (picture === undefined) continue;
    const source = `data:${type};base64,${picture.replace(/\s+/g, '')}`;
    const alternative = escapeAttribute(data.get('text/plain') ?? '');
    return box(
      `output_${type.slice(6)} output_subarea${shown}`,
      `<img src="${source}" alt="${alternative}">`,
    );
  }
  const latex = data.get('text/latex');
  if (latex !== undefined) return box(`output_latex output_subarea${shown}`, escapeText(latex));
  return box(`output_text output_subarea${shown}`, plain());
}

/** A terminal's escape sequences are left out. */
function withoutColours(text: string): string {
  return text.replace(/\u001b\[[\d;]*[A-Za-z]/g, '');
}
