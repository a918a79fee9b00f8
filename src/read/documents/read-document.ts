/** A file below `_posts`, `_drafts` or a collection's folder, read into a `Document`. Jekyll's `Document#read`. */

import { baseName, extensionOf, isWithin, toSourcePath } from '../../base/paths.ts';
import { frontMatterMessages, lenientHint } from '../../diagnostics/catalogue/site/front-matter.ts';
import { type Diagnostic, diagnose } from '../../diagnostics/diagnostic.ts';
import { parseYaml } from '../../engines/yaml/parse-yaml.ts';
import type { Document } from '../../model/document.ts';
import { FsError } from '../../ports/fs.ts';
import { type RubyHash, RubyTime, type Value } from '../../ruby/values.ts';
import { type ReadContext, shownPath, textOf } from '../context.ts';
import type { ProbedFile } from '../folder/probe-file.ts';
import { documentData, type FileNames } from './document-data.ts';
import { readFrontMatter } from './front-matter.ts';

/** The collection that a file lies in, as far as its documents need to know. */
export interface Home {
  readonly label: string;
  /** `_posts`. */
  readonly relativeDirectory: string;
  /** Absolute: what paths of documents are relative to. */
  readonly collectionsFolder: string;
}

/** The document at `path` (absolute); undefined where the file is no text, which is reported. */
export function readDocument(
  context: ReadContext,
  path: string,
  home: Home,
  probed?: ProbedFile,
): Document | undefined {
  const file = textOf(context, path, probed?.bytes);
  if (file === undefined) return undefined;
  const relativePath = relativeTo(home.collectionsFolder, path, shownPath(context.config, path));
  const draft = home.label === 'posts' && !relativePath.includes(home.relativeDirectory);
  const names: FileNames = {
    relativePath,
    label: home.label,
    relativeDirectory: home.relativeDirectory,
    draft,
  };
  const base = {
    kind: home.label === 'posts' ? ('post' as const) : ('collection' as const),
    id: shownPath(context.config, path),
    path: toSourcePath(shownPath(context.config, path)),
    relativePath,
    collection: home.label,
    draft,
    extension: extensionOf(path),
    modifiedMs: probed?.stat.mtimeMs ?? modifiedAt(context, path),
    absolutePath: path,
  };
  if (base.extension === '.yml' || base.extension === '.yaml')
    return { ...base, ...yamlDocument(context, file.source) };

  const frontMatter = readFrontMatter(file.source, context.frontMatter);
  const { data, date, slug, mistakes, broken } = documentData(context, names, frontMatter.data);
  const report = (diagnostic: Diagnostic): void => context.report(diagnostic);
  if (file.marked && frontMatter.yaml !== undefined)
    report(diagnose(frontMatterMessages.mark, {}, { place: { file: file.source.file, line: 1, column: 1 } }));
  for (const diagnostic of frontMatter.diagnostics) report(softened(diagnostic, context));
  for (const { say, inFrontMatter } of mistakes) {
    const place = inFrontMatter === undefined ? undefined : frontMatter.yaml?.placeOf(inFrontMatter);
    report(say(place ?? { file: file.source.file, line: 1, column: 1 }));
  }
  return {
    ...base,
    frontMatter: frontMatter.data ?? new Map(),
    data,
    body: frontMatter.body,
    slug,
    ...(date === undefined ? {} : { date }),
    ...(broken || frontMatter.data === undefined ? { broken: true } : {}),
  };
}

/** A `.yml` file of a collection is data from its first line to its last and has no text. */
function yamlDocument(context: ReadContext, source: { file: string; text: string }) {
  const yaml = parseYaml(source, context.frontMatter);
  for (const diagnostic of yaml.diagnostics) context.report(diagnostic);
  const data: RubyHash = yaml.value instanceof Map ? (yaml.value as RubyHash) : new Map<Value, Value>();
  const date = data.get('date');
  return {
    frontMatter: data,
    data,
    body: { text: '', startLine: 1 },
    slug: baseName(source.file).replace(/\.ya?ml$/, ''),
    ...(date instanceof RubyTime ? { date } : {}),
    broken: true,
  };
}

/** What is an error in a page is only a warning in a document: there Jekyll catches everything but bad dates. */
function softened(diagnostic: Diagnostic, context: ReadContext): Diagnostic {
  if (diagnostic.code !== frontMatterMessages.notMapping.code) return diagnostic;
  return context.frontMatter.strict
    ? { ...diagnostic, hint: `${diagnostic.hint}${lenientHint}` }
    : { ...diagnostic, severity: 'warning' };
}

function modifiedAt(context: ReadContext, path: string): number {
  try {
    return context.fs.stat(path)?.mtimeMs ?? 0;
  } catch (error) {
    if (error instanceof FsError) return 0;
    throw error;
  }
}

/** A folder whose name only begins like that of the collections is read too, but lies outside of it. */
function relativeTo(folder: string, path: string, otherwise: string): string {
  if (!isWithin(folder, path)) return otherwise;
  return path.slice(folder.endsWith('/') ? folder.length : folder.length + 1);
}
