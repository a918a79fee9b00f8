/** Renders all documents in Jekyll's order: the collections as they are configured, then the pages. */

import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Document } from '../model/document.ts';
import { documentsOf, type Site } from '../model/site.ts';
import type { Converters } from '../render/convert.ts';
import { attempt, stumbledOver } from './attempt.ts';
import type { Finished } from './render-tasks.ts';

export interface StylesheetPort {
  /** Whether each stylesheet has a source map beside it: Jekyll counts that among the pages from the sheet's turn on. */
  readonly writesMaps: boolean;
  add(sheet: {
    readonly path: string;
    readonly text: string;
    readonly syntax: 'scss' | 'sass';
    readonly startLine: number;
  }): void;
}

export interface RenderParts {
  /** Adds the page that the source map of a stylesheet is in Jekyll. */
  readonly addMapPage: (sheet: Document) => void;
  readonly stylesheets: StylesheetPort;
  readonly report: (diagnostic: Diagnostic) => void;
  readonly progress: (done: number, total: number) => void;
  readonly render: (document: Document) => Finished;
}

/** The finished text of each document that rendered without an error; of a stylesheet, its text after Liquid. */
export function renderSite(
  site: Site,
  converters: Pick<Converters, 'isStylesheet'>,
  parts: RenderParts,
): ReadonlyMap<Document, Finished> {
  const documents = documentsOf(site);
  const isSheet = (document: Document) => converters.isStylesheet(document.extension);
  const sheets = documents.filter(isSheet);

  const rendered = new Map<Document, Finished>();
  let done = 0;
  const render = (document: Document): void => {
    attempt(
      parts.report,
      stumbledOver(document.path),
      () => void rendered.set(document, parts.render(document)),
    );
    done++;
    if (done % 64 === 0) parts.progress(done, documents.length);
  };

  // stylesheets go first, so that their compiler works while the pages are rendered
  for (const sheet of sheets) {
    render(sheet);
    const text = rendered.get(sheet)?.output;
    if (text === undefined) continue;
    const syntax = sheet.extension.toLowerCase() === '.sass' ? 'sass' : 'scss';
    parts.stylesheets.add({ path: sheet.path, text, syntax, startLine: sheet.body.startLine });
  }
  for (const document of documents) {
    if (!isSheet(document)) render(document);
    else if (document.kind === 'page' && parts.stylesheets.writesMaps) parts.addMapPage(document);
  }
  return rendered;
}
