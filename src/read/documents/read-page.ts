/** A file with front matter outside of `_posts` and collections, read into a `Document`. Jekyll's `Page`. */

import { baseName, extensionOf, toSourcePath } from '../../base/paths.ts';
import { frontMatterMessages } from '../../diagnostics/catalogue/site/front-matter.ts';
import { diagnose } from '../../diagnostics/diagnostic.ts';
import type { Document } from '../../model/document.ts';
import { deepMerge } from '../../ruby/deep-merge.ts';
import { type ReadContext, textOf } from '../context.ts';
import type { ProbedFile } from '../folder/probe-file.ts';
import { readFrontMatter } from './front-matter.ts';

/** The page in a file, called `relativePath` in the site; undefined where the file is no text, which is reported. */
export function readPage(
  context: ReadContext,
  probed: ProbedFile,
  relativePath: string,
): Document | undefined {
  const { path, stat } = probed;
  const file = textOf(context, path, probed.bytes);
  if (file === undefined) return undefined;
  const { data: own, body, diagnostics, yaml } = readFrontMatter(file.source, context.frontMatter);
  if (file.marked)
    context.report(
      diagnose(frontMatterMessages.mark, {}, { place: { file: file.source.file, line: 1, column: 1 } }),
    );
  for (const diagnostic of diagnostics) context.report(diagnostic);
  const frontMatter = own ?? new Map();
  if (frontMatter.get('permalink') === '')
    context.report(
      diagnose(frontMatterMessages.emptyPermalink, {}, { place: yaml?.placeOf(['permalink'], 'key') }),
    );
  const name = baseName(relativePath);
  const extension = extensionOf(name);
  return {
    kind: 'page',
    id: relativePath,
    path: toSourcePath(relativePath),
    relativePath,
    frontMatter,
    data: deepMerge(context.defaults.all(relativePath, 'pages'), frontMatter),
    // a theme's page is called by another name than its file
    ...(file.source.file === relativePath
      ? { body }
      : { body: { ...body, file: file.source.file }, origin: { file: file.source.file } }),
    slug: name.slice(0, name.length - extension.length).replace(/\.+$/, ''),
    draft: false,
    extension,
    modifiedMs: stat.mtimeMs,
    absolutePath: path,
    ...(own === undefined ? { broken: true } : {}),
  };
}
