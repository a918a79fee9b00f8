// What is saved while a site is served: the file, its two texts, and which of the pages that change is the file's own.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, extname, join, relative } from 'node:path';
import { largestSheet } from './sheets.mjs';

/** `{ file, before, after, own }` for a kind of edit; `file` is relative to the source, `own` tells the file's own page. */
export function editOf(kind, source) {
  return { post: postEdit, layout: layoutEdit, sass: sassEdit }[kind](source);
}

/** The newest post, because the newest has the most dependents: the feed, and whatever lists the latest with their texts. */
function postEdit(source) {
  const name = readdirSync(join(source, '_posts')).sort().at(-1);
  const slug = basename(name, extname(name)).replace(/^\d+-\d+-\d+-/, '');
  return edit(
    source,
    join('_posts', name),
    (text) => text.replace(/^(---\n.*?\n---\n)/s, '$1\nThis sentence was saved by the benchmark.\n'),
    (path) => path.includes(slug),
  );
}

/** The layout that all others stand on. */
function layoutEdit(source) {
  const name = ['_layouts/base.html', '_layouts/default.html'].find((each) => existsSync(join(source, each)));
  return edit(
    source,
    name,
    (text) => `${text.trimEnd()}\n<i hidden>saved by the benchmark</i>\n`,
    () => true,
  );
}

/** A partial of the biggest stylesheet. */
function sassEdit(source) {
  const { partials } = largestSheet(source);
  return edit(
    source,
    relative(source, partials.at(-1)),
    (text) => `${text.trimEnd()}\n.saved-by-the-benchmark { color: red; }\n`,
    (path) => path.endsWith('.css'),
  );
}

function edit(source, file, change, own) {
  const before = readFileSync(join(source, file), 'utf8');
  const after = change(before);
  if (after === before) throw new Error(`${file} has no place for a change`);
  return { file, before, after, own };
}
