import { expect, test } from 'vitest';
import { buildTexts } from '../../support/temporary-site.ts';

const CONFIG = { '_config.yml': 'plugins: [jekyll-jupyter-notebook]\n' };

const cells = [
  { cell_type: 'markdown', metadata: {}, source: ['# Results\n', 'with $a_1$ and *stress*'] },
  {
    cell_type: 'code',
    execution_count: 3,
    metadata: {},
    source: ['x = 1\n', 'x < 2'],
    outputs: [
      { output_type: 'stream', name: 'stderr', text: ['a < b\n'] },
      { output_type: 'execute_result', execution_count: 3, data: { 'text/plain': ['True'] }, metadata: {} },
      { output_type: 'display_data', data: { 'image/png': 'iVBO\nRw0=', 'text/plain': 'a "plot"' } },
      {
        output_type: 'display_data',
        data: { 'text/html': '<table><tr><td>1</td></tr></table>', 'text/plain': 'no' },
      },
      { output_type: 'error', ename: 'E', evalue: 'v', traceback: ['\u001b[0;31mE\u001b[0m: v'] },
    ],
  },
];
const notebook = JSON.stringify({ nbformat: 4, metadata: { language_info: { name: 'python' } }, cells });

test('a notebook becomes a page beside it, with its text, code and outputs', async () => {
  const { told, read } = await buildTexts({
    ...CONFIG,
    'assets/a.ipynb': notebook,
    'b.html': '---\n---\n{% assign path = "assets/a.ipynb" | relative_url %}{% jupyter_notebook path %}',
  });
  expect(told).toEqual([]);
  expect(read('b.html')).toContain('src="/assets/a.ipynb.html"');
  const html = read('assets/a.ipynb.html');
  for (const part of [
    '<title>a</title>',
    '<h1 id="results">Results</h1>',
    'with \\(a_1\\) and <em>stress</em>',
    'In&nbsp;[3]:',
    '<span class="o">&lt;</span>',
    'output_stderr output_text">\n<pre>a &lt; b\n</pre>',
    'Out[3]:',
    '<pre>True</pre>',
    '<img src="data:image/png;base64,iVBORw0=" alt="a &quot;plot&quot;">',
    '<table><tr><td>1</td></tr></table>',
    '<pre>E: v</pre>',
    'MathJax-script',
  ])
    expect(html).toContain(part);
  expect(html).not.toContain('<pre>no</pre>');
});

test('code and numbers can be left out, and the page around', async () => {
  const { read } = await buildTexts({
    '_config.yml': `${CONFIG['_config.yml']}jupyter_notebook: {input: false, prompt: false, content: body-without-style}\n`,
    'a.ipynb': notebook,
  });
  const html = read('a.ipynb.html');
  expect(html).toMatch(/^<div tabindex="-1" id="notebook"/);
  expect(html).not.toMatch(/In&nbsp;|Out\[|class="input"/);
});

test('a notebook of version 3 is read, too', async () => {
  const old = {
    nbformat: 3,
    worksheets: [
      {
        cells: [
          { cell_type: 'heading', level: 2, source: 'Old' },
          {
            cell_type: 'code',
            input: ['1+1'],
            prompt_number: 7,
            outputs: [{ output_type: 'pyout', prompt_number: 7, text: ['2'] }],
          },
        ],
      },
    ],
  };
  const { read } = await buildTexts({ ...CONFIG, 'a.ipynb': JSON.stringify(old) });
  expect(read('a.ipynb.html')).toMatch(/<h2 id="old">Old<\/h2>[\s\S]*In&nbsp;\[7\][\s\S]*<pre>2<\/pre>/);
});

test.each(['', '{', '[]', '{"cells": 1}', 'null'])('%j is not a notebook', async (text) => {
  const { result } = await buildTexts({ ...CONFIG, 'a.ipynb': text });
  expect(result.diagnostics).toMatchObject([
    { code: 'jupyter/not-a-notebook', severity: 'warning', place: { file: 'a.ipynb', line: 1, column: 1 } },
  ]);
});
