// Converts every Markdown file below some site folders on its own, with kramdown and with Hastie, and shows the differences.
//
//   node markdown-corpus.mjs MARKDOWN_MODULE SITES_FOLDER [CONFIG_FOLDER] [--show N] [--site NAME]
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { convertAll, plainHighlighter, siteOptions } from './markdown-oracle.mjs';

const argv = process.argv.slice(2);
const flag = (name) => (argv.includes(name) ? argv.splice(argv.indexOf(name), 2)[1] : undefined);
const show = Number(flag('--show') ?? 0);
const only = flag('--site');
const [modulePath, sites, configs] = argv;
const { createMarkdown } = await import(pathToFileURL(path.resolve(modulePath)).href);
const highlighter = plainHighlighter();

function* markdownFiles(folder) {
  for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory() && !['.git', 'node_modules', 'vendor', '_site'].includes(entry.name))
      yield* markdownFiles(file);
    else if (entry.isFile() && /\.(?:markdown|mkdown|mkdn|mkd|md)$/.test(entry.name)) yield file;
  }
}

const totals = { files: 0, same: 0, errors: 0 };
for (const site of fs.readdirSync(sites).sort()) {
  if (only !== undefined && site !== only) continue;
  const folder = path.join(sites, site);
  const config = configs === undefined ? undefined : path.join(configs, `${site}.yml`);
  let options;
  try {
    options = siteOptions(folder, config);
  } catch (error) {
    console.log(`${site}: ${String(error.message).split('\n')[0]}`);
    continue;
  }
  const markdown = createMarkdown(options, { highlighter });
  const files = [...markdownFiles(folder)];
  const requests = [];
  for (const file of files) {
    const text = fs.readFileSync(file, 'utf8').replace(/^\ufeff/, '');
    requests.push({
      source: text.replace(/^---[ \t]*\r?\n[\s\S]*?^(?:---|\.\.\.)[ \t]*\r?\n?/m, ''),
      options,
    });
  }
  const wanted = convertAll(requests);
  requests.forEach(({ source }, index) => {
    const want = wanted[index];
    if (want.error !== undefined) {
      totals.errors++;
      return;
    }
    totals.files++;
    const got = markdown.render(source);
    if (got === want.html) {
      totals.same++;
      return;
    }
    console.log(`differs: ${path.relative(sites, files[index])}`);
    if (totals.files - totals.same <= show) {
      let at = 0;
      while (got[at] === want.html[at]) at++;
      console.log(` want ${JSON.stringify(want.html.slice(Math.max(0, at - 80), at + 160))}`);
      console.log(` got  ${JSON.stringify(got.slice(Math.max(0, at - 80), at + 160))}`);
    }
  });
}
console.log(
  `${totals.same} of ${totals.files} files are equal (${((100 * totals.same) / totals.files).toFixed(2)} %); kramdown refused ${totals.errors}`,
);
