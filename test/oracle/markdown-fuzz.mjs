// Converts many generated documents with kramdown and with Hastie, and shows which differ.
//
//   node markdown-fuzz.mjs MARKDOWN_MODULE [--count N] [--seed N] [--pages FOLDER] [--show N] [--save FILE]
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { createGenerator, optionsFor } from './markdown-generate.mjs';
import { convertAll, plainHighlighter } from './markdown-oracle.mjs';

const argv = process.argv.slice(2);
const flag = (name, fallback) => (argv.includes(name) ? argv.splice(argv.indexOf(name), 2)[1] : fallback);
const count = Number(flag('--count', 1000));
const seed = Number(flag('--seed', 1));
const show = Number(flag('--show', 10));
const folder = flag('--pages');
const save = flag('--save');
const { createMarkdown } = await import(pathToFileURL(path.resolve(argv[0])).href);
const highlighter = plainHighlighter();

const pages =
  folder === undefined
    ? []
    : fs
        .readdirSync(folder, { recursive: true })
        .filter((name) => /\.(?:md|markdown)$/.test(name) && !/node_modules|vendor|\.git\//.test(name))
        .map((name) => path.join(folder, name))
        .filter((name) => fs.statSync(name).isFile())
        .sort()
        .map((name) => fs.readFileSync(name, 'utf8'))
        .filter((text) => text.length > 200);

const next = createGenerator(seed, pages);
const engines = new Map();
const engineFor = (options) => {
  if (!engines.has(options)) engines.set(options, createMarkdown(options, { highlighter }));
  return engines.get(options);
};
const differing = [];
let compared = 0;
let refused = 0;
for (let done = 0; done < count; done += 1000) {
  const requests = [];
  for (let n = done; n < Math.min(count, done + 1000); n++)
    requests.push({ source: next(), options: optionsFor(n) });
  const wanted = convertAll(requests);
  requests.forEach(({ source, options }, index) => {
    const want = wanted[index];
    if (want.error !== undefined) {
      refused++;
      if (save !== undefined)
        fs.appendFileSync(`${save}.refused`, `${JSON.stringify({ source, error: want.error })}\n`);
      return;
    }
    compared++;
    let got;
    try {
      got = engineFor(options).render(source);
    } catch (error) {
      got = `THROWN ${error.stack}`;
    }
    if (got !== want.html) differing.push({ source, options, want: want.html, got });
  });
}
if (save !== undefined) fs.writeFileSync(save, differing.map((one) => `${JSON.stringify(one)}\n`).join(''));
for (const { source, options, want, got } of [...differing]
  .sort((a, b) => a.source.length - b.source.length)
  .slice(0, show)) {
  let at = 0;
  while (got[at] === want[at] && at < got.length) at++;
  console.log(`--- ${JSON.stringify(source)} ${JSON.stringify(options)}`);
  console.log(` want ${JSON.stringify(want.slice(Math.max(0, at - 60), at + 140))}`);
  console.log(` got  ${JSON.stringify(got.slice(Math.max(0, at - 60), at + 140))}`);
}
console.log(
  `${differing.length} of ${compared} documents differ (${((100 * differing.length) / compared).toFixed(3)} %); kramdown refused ${refused}`,
);
