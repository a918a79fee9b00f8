/** jekyll-last-modified-at: when a page's file was last committed, else written, as `page.last_modified_at` and as a tag. */

import { type DocumentView, definePlugin } from '../plugin/api/plugin.ts';
import { defineTag } from '../plugin/api/tag.ts';
import { isTruthy, read } from '../plugin/api/values.ts';

/** A commit in the output of git: a mark, then its seconds; the names of its files follow, a line each. */
const COMMIT = '\u0001';

const NO_COMMITS: ReadonlyMap<string, number> = new Map();

const FORMAT = '%d-%b-%y';

/** The first tag that a page renders decides how all of its tags print the date: the gem keeps the text by the page's path. */
const lastModifiedTag = defineTag('last_modified_at', (call) => {
  const key = `jekyll-last-modified-at ${call.print(read(call.page, 'path'))}`;
  const known = call.kept.get(key);
  if (known !== undefined) return known;
  const configured = read(call.setting('last-modified-at'), 'date-format');
  const format = call.markup !== '' ? call.markup : isTruthy(configured) ? configured : FORMAT;
  const date = read(call.page, 'last_modified_at');
  if (!isTruthy(date)) return '';
  const text = call.about(call.page, 'last_modified_at', () => call.print(call.filter('date', date, format)));
  call.kept.set(key, text);
  return text;
});

export const lastModifiedAt = definePlugin({
  name: 'jekyll-last-modified-at',
  settings: {
    'last-modified-at': {
      type: 'hash',
      keys: { 'date-format': { type: 'string', default: FORMAT, doc: "The tag's format of dates." } },
      doc: 'How the tag last_modified_at prints dates.',
    },
  },
  liquid: { tags: [lastModifiedTag] },
  async prefetch({ git }) {
    const output = await git(
      'log',
      `--format=format:${COMMIT}%ct`,
      '--name-only',
      '--no-renames',
      '--relative',
      '--',
      '.',
    );
    return output === undefined ? undefined : readHistory(output);
  },
  postInit(document, site, prefetched) {
    // a document's own date counts more; a page's does not
    if (document.kind !== 'page' && document.data.has('last_modified_at')) return undefined;
    const time = timeOf(document, prefetched instanceof Map ? prefetched : NO_COMMITS);
    return time === undefined ? undefined : { last_modified_at: site.at(time * 1000) };
  },
});

/** Whole seconds since the epoch. */
function timeOf(
  { source, modified }: DocumentView,
  commits: ReadonlyMap<string, number>,
): number | undefined {
  const committed = source === undefined ? undefined : commits.get(source);
  return committed ?? (modified === undefined ? undefined : Math.floor(modified.epochMs / 1000));
}

/** The newest commit of each file: git lists the newest first. */
function readHistory(output: string): ReadonlyMap<string, number> {
  const times = new Map<string, number>();
  let time = 0;
  for (const line of output.split('\n')) {
    if (line.startsWith(COMMIT)) time = Number(line.slice(1));
    else if (line !== '' && !times.has(line)) times.set(line, time);
  }
  return times;
}
