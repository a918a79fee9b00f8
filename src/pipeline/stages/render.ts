/** Renders all documents in Jekyll's order: the collections as they are configured, then the pages. */

import type { Document } from '../../model/document.ts';
import { documentsOf } from '../../model/site.ts';
import { attempt, stumbled } from '../attempt.ts';
import type { BuildRun } from '../build-run.ts';
import type { Generated, WithTexts } from '../build-state.ts';
import type { Finished } from '../rendering/render-tasks.ts';
import type { BuildVariant } from '../variant.ts';

/** Progress is reported each time that so many documents are rendered. */
const PROGRESS_STEP = 64;

export function render(run: BuildRun, variant: BuildVariant, generated: Generated): WithTexts {
  const { rendering, sass, stylesheets, resultKey } = generated;
  const { site, draft, converters, tasks } = rendering;
  const finished = new Map<Document, Finished>();
  const documents = documentsOf(site);
  let done = 0;
  const renderOne = (document: Document): void => {
    const placeOf = () => rendering.places.of(document);
    attempt(rendering.report, stumbled, placeOf, () => {
      finished.set(document, rendering.documents.document(document));
    });
    if (++done % PROGRESS_STEP === 0) run.world.progress('render', done, documents.length);
  };
  const isSheet = ({ extension }: Document): boolean => converters.isStylesheet(extension);

  // stylesheets go first, so that their compiler works while the pages are rendered
  for (const sheet of documents.filter(isSheet)) {
    renderOne(sheet);
    const text = finished.get(sheet)?.output;
    const syntax = sheet.extension.toLowerCase() === '.sass' ? 'sass' : 'scss';
    if (text !== undefined)
      stylesheets.add({
        path: sheet.path,
        file: sheet.body.file,
        text,
        syntax,
        startLine: sheet.body.startLine,
      });
  }
  for (const document of documents) {
    if (!isSheet(document)) renderOne(document);
    // Jekyll counts a source map among the pages from its stylesheet's turn on
    else if (document.kind === 'page' && sass.sourceMaps) draft.addMapPage(document);
  }
  tasks.commit();
  variant.rendered(draft.touched, resultKey !== undefined);
  return { ...generated, finished };
}
