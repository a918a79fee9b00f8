/** A file that is copied as it is. Jekyll's `StaticFile`. */

import { extensionOf, isWithin, toSourcePath } from '../base/paths.ts';
import type { StaticFile } from '../model/inventory.ts';
import { type ReadContext, shownPath } from './context.ts';
import { missedFrontMatter } from './documents/front-matter.ts';
import type { ProbedFile } from './folder/probe-file.ts';

/** A file to copy. `relativePath` is what templates see, without its leading slash. */
export function readStaticFile(
  context: ReadContext,
  { path, stat, head }: ProbedFile,
  relativePath: string,
  collection?: string,
): StaticFile {
  if (mayHoldFence(head) && isPageLike(context, path)) {
    const source = { file: shownPath(context.config, path), text: decoder.decode(head) };
    for (const diagnostic of missedFrontMatter(source, context.frontMatter.strict))
      context.report(diagnostic);
  }
  return {
    // a theme's file is called as if it were the site's own
    path: toSourcePath(
      isWithin(context.config.source, path) ? shownPath(context.config, path) : relativePath,
    ),
    relativePath,
    absolutePath: path,
    size: stat.size,
    modifiedMs: stat.mtimeMs,
    changedMs: stat.ctimeMs,
    ...(collection === undefined ? {} : { collection }),
    data: context.defaults.all(relativePath, collection),
  };
}

/** What is no UTF-8 is no front matter either, and may be cut off in the middle of a letter. */
const decoder = new TextDecoder('utf-8');

/** Whether the first byte that is no white space, or mark of its order, may begin a hyphen or dash. */
function mayHoldFence(head: Uint8Array): boolean {
  let at = 0;
  while (head[at]! <= 0x20 || head[at] === 0xef || head[at] === 0xbb || head[at] === 0xbf) at++;
  return head[at] === 0x2d || head[at] === 0xe2;
}

function isPageLike({ config }: ReadContext, path: string): boolean {
  const extension = extensionOf(path).slice(1).toLowerCase();
  return extension === 'html' || extension === 'htm' || config.settings.markdownExt.includes(extension);
}
