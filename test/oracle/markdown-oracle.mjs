// The real kramdown behind a function, for the differential tools beside this file.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const server = fileURLToPath(new URL('markdown-server.rb', import.meta.url));

function ruby(argv, input) {
  const run = spawnSync('ruby', [server, ...argv], {
    input,
    encoding: 'utf8',
    maxBuffer: 2 ** 31 - 1,
    env: { ...process.env, LANG: 'C.UTF-8' },
  });
  if (run.status !== 0) throw new Error(run.stderr);
  return run.stdout;
}

/** What kramdown makes of each request ({ source, options }): { html } or { error }. */
export function convertAll(requests) {
  if (requests.length === 0) return [];
  const lines = requests.map((request) => JSON.stringify(request)).join('\n');
  return ruby([], `${lines}\n`)
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}

/** The kramdown options of a site, Jekyll's defaults included. */
export function siteOptions(folder, config) {
  return JSON.parse(ruby(config === undefined ? ['--site', folder] : ['--site', folder, config], ''));
}

/** A highlighter that knows Rouge's names and prints the code without tokens, as the server does. */
export function plainHighlighter() {
  const known = new Set(JSON.parse(ruby(['--lexers'], '')));
  const escaped = (code) => code.replace(/[&<>]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[c]);
  return ({ code, language, options }) => {
    const name = language.split('?')[0];
    if (name !== '' && !known.has(name)) return undefined;
    if ((name === 'plaintext' || name === 'text' || name === '') && !options.guess_lang) return undefined;
    const css = options.css_class ?? 'highlight';
    const body = escaped(code);
    return options.wrap === false
      ? body
      : `<div class="highlight"><pre class="${css}"><code>${body}</code></pre></div>`;
  };
}
