/**
 * jekyll-jupyter-notebook: each notebook of the site becomes a page beside it (`a.ipynb.html`), and
 * `{% jupyter_notebook path %}` shows it in a frame; as version 0.0.7, without Python: the notebook is printed as it was saved.
 */

import { defineMessage, diagnose } from '../../plugin/api/diagnostics.ts';
import { escapeHtml } from '../../plugin/api/markup.ts';
import { definePlugin, type PageTurn, type StaticFileView } from '../../plugin/api/plugin.ts';
import { defineTag } from '../../plugin/api/tag.ts';
import { readNotebook } from './notebook.ts';
import { type Content, notebookPage } from './page.ts';
import { printNotebook } from './print-notebook.ts';

const notANotebook = defineMessage<{ readonly path: string }>({
  code: 'jupyter/not-a-notebook',
  severity: 'warning',
  message: ({ path }) => `\`${path}\` is not a Jupyter notebook, so its page is empty`,
  hint: () => 'save it again in Jupyter, or exclude it with `exclude:` in `_config.yml`',
});

const CONTENTS: readonly Content[] = ['html', 'body', 'body-without-style'];

export const jupyterNotebook = definePlugin({
  name: 'jekyll-jupyter-notebook',
  settings: {
    jupyter_notebook: {
      type: 'hash',
      doc: 'How notebooks are shown.',
      keys: {
        input: { type: 'boolean', default: true, doc: 'Whether the code is shown.' },
        prompt: { type: 'boolean', default: true, doc: 'Whether the numbers of the cells are shown.' },
        content: { type: 'string', values: CONTENTS, default: 'html', doc: 'How much of a page is written.' },
      },
    },
  },
  generate(site, generation) {
    for (const file of site.staticFiles.filter(({ extension }) => extension === '.ipynb')) {
      generation.removeFile(file);
      const path = file.path.replace(/^\//, '');
      generation.addPage({
        path: `${path}.html`,
        data: { layout: null },
        content: (turn) => pageOf(file, path, turn),
        basis: {},
      });
    }
  },
  liquid: {
    tags: [
      defineTag('jupyter_notebook', (call) => {
        const value = call.liquid(call.markup);
        const path = value === null || value === undefined ? call.markup : call.print(value);
        return frame(`${path}.html`);
      }),
    ],
  },
});

function pageOf(file: StaticFileView, path: string, turn: PageTurn): string {
  const text = turn.files.read(path) ?? '';
  const notebook = readNotebook(text);
  const setting = (key: string) => turn.config('jupyter_notebook', key);
  if (notebook === undefined) {
    turn.report(diagnose(notANotebook, { path }, { place: { file: path, line: 1, column: 1 } }));
    return '';
  }
  const body = printNotebook(notebook, {
    input: setting('input') !== false,
    prompt: setting('prompt') !== false,
    markdown: (source) => turn.print(turn.filter('markdownify', source)).trimEnd(),
  });
  const content = CONTENTS.find((each) => each === setting('content')) ?? 'html';
  return notebookPage(file.path.slice(file.path.lastIndexOf('/') + 1, -file.extension.length), body, content);
}

/** A frame that grows to what it shows, with the gem's attributes. */
function frame(address: string): string {
  const grow =
    "this.parentElement.style.paddingBottom = (this.contentWindow.document.documentElement.scrollHeight + 10) + 'px'";
  return `<div
  class="jupyter-notebook"
  style="position: relative; width: 100%; margin: 0 auto;">
  <div class="jupyter-notebook-iframe-container">
    <iframe
      src="${escapeHtml(address)}"
      style="position: absolute; top: 0; left: 0; border-style: none;"
      width="100%"
      height="100%"
      onload="${grow}"></iframe>
  </div>
</div>
`;
}
