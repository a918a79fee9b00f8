/** The page around a notebook, by the setting `content`: a document, its body with a style, or its body alone. */

import { escapeText } from '../../plugin/api/markup.ts';

const STYLE = `<style>
:root { color-scheme: light dark; --nb-code: #f5f5f4; --nb-line: #d6d3d1; --nb-prompt: #57534e; }
@media (prefers-color-scheme: dark) { :root { --nb-code: #292524; --nb-line: #57534e; --nb-prompt: #a8a29e; } }
#notebook { font: 15px/1.6 system-ui, sans-serif; padding: 0.5rem; }
#notebook .cell { margin: 0 0 1rem; }
#notebook .input, #notebook .output_area, #notebook .text_cell { display: grid; grid-template-columns: auto minmax(0, 1fr); gap: 0 0.5rem; }
#notebook .prompt { min-width: 4.5rem; font: 13px/1.6 ui-monospace, monospace; color: var(--nb-prompt); text-align: right; }
#notebook .inner_cell, #notebook .output_subarea { min-width: 0; grid-column: -2; }
#notebook .input_area { background: var(--nb-code); border: 1px solid var(--nb-line); border-radius: 4px; padding: 0 0.75rem; overflow-x: auto; }
#notebook pre { font: 13px/1.5 ui-monospace, monospace; white-space: pre-wrap; overflow-wrap: anywhere; margin: 0.5rem 0; }
#notebook .output_stderr pre, #notebook .output_error pre { background: #fee2e2; color: #450a0a; padding: 0.5rem; }
#notebook .output_subarea { overflow-x: auto; }
#notebook img, #notebook svg { max-width: 100%; height: auto; }
#notebook table { border-collapse: collapse; font-size: 13px; }
#notebook th, #notebook td { padding: 0.25rem 0.5rem; border-bottom: 1px solid var(--nb-line); text-align: right; }
@media (max-width: 30rem) { #notebook .input, #notebook .output_area, #notebook .text_cell { display: block; } #notebook .prompt { text-align: left; } }
</style>
`;

const MATH =
  '<script defer src="https://cdn.jsdelivr.net/npm/mathjax@3/es5/tex-mml-chtml.js" id="MathJax-script"></script>\n';

export type Content = 'html' | 'body' | 'body-without-style';

export function notebookPage(title: string, body: string, content: Content): string {
  if (content === 'body-without-style') return body;
  const head = `${STYLE}${/\\\(|\\\[|\\begin\{/.test(body) ? MATH : ''}`;
  if (content === 'body') return head + body;
  return (
    `<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n` +
    `<meta name="viewport" content="width=device-width, initial-scale=1">\n` +
    `<title>${escapeText(title)}</title>\n${head}</head>\n<body>\n${body}</body>\n</html>\n`
  );
}
