/** Renders all documents in Jekyll's order: the collections as they are configured, then the pages. */

import type { Diagnostic } from '../base/diagnostic.ts';
import type { StoreData } from '../graph/store.ts';
import type { Document } from '../model/document.ts';
import { documentsOf, type Site } from '../model/site.ts';
import type { Converters } from '../render/convert.ts';
import { attempt, stumbledOver } from './attempt.ts';
import { type Assistance, type Assistant, CHUNK } from './crew.ts';
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
  /** Another thread at the same site, and where its results go. */
  readonly crew?: { readonly assistant: Assistant; readonly adopt: (results: StoreData) => void } | undefined;
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

  const share = (chunk: number): void => {
    if (parts.crew === undefined || parts.crew.assistant.claim(chunk)) return;
    const results = parts.crew.assistant.take(chunk);
    if (results !== undefined) parts.crew.adopt(results);
  };

  // stylesheets go first, so that their compiler works while the pages are rendered
  for (const sheet of sheets) {
    render(sheet);
    const text = rendered.get(sheet)?.output;
    if (text === undefined) continue;
    const syntax = sheet.extension.toLowerCase() === '.sass' ? 'sass' : 'scss';
    parts.stylesheets.add({ path: sheet.path, text, syntax, startLine: sheet.body.startLine });
  }
  for (const [rank, document] of documents.entries()) {
    if (rank % CHUNK === 0) share(rank / CHUNK);
    if (!isSheet(document)) render(document);
    else if (document.kind === 'page' && parts.stylesheets.writesMaps) parts.addMapPage(document);
  }
  return rendered;
}

/** The other thread's part: from the last document on, until all are claimed. What fails here fails in the main thread, too. */
export function renderShare(
  site: Site,
  converters: Pick<Converters, 'isStylesheet'>,
  assistance: Assistance,
  render: (document: Document) => unknown,
  harvest: () => StoreData,
): void {
  const documents = documentsOf(site);
  for (let chunk = Math.ceil(documents.length / CHUNK) - 1; chunk >= 0; chunk--) {
    if (!assistance.claim(chunk)) return;
    for (const document of documents.slice(chunk * CHUNK, (chunk + 1) * CHUNK)) {
      if (converters.isStylesheet(document.extension)) continue;
      attempt(
        () => {},
        stumbledOver(document.path),
        () => void render(document),
      );
    }
    assistance.give(chunk, harvest());
  }
}
