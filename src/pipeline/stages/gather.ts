/** Gathers the files of the destination by their keys and finds those that are in each other's way. */

import type { Document } from '../../model/document.ts';
import { type TimedText, textAt } from '../../ruby/time/timed-text.ts';
import { unwatched } from '../../ruby/time/watched-time.ts';
import { gatherOutputs } from '../../write/outputs.ts';
import type { BuildRun } from '../build-run.ts';
import type { Gathered, WithTexts } from '../build-state.ts';
import { listOutputs } from '../site-outputs.ts';

export function gather(run: BuildRun, rendered: WithTexts): Gathered {
  const { rendering, finished, config } = rendered;
  const { site, converters, places, report } = rendering;
  /** What a page's writer left open, if nobody has made anything of its text since. */
  const timedOf = (document: Document): TimedText | undefined => {
    const written = rendering.timed.get(document);
    if (written === undefined || written.every((part) => typeof part === 'string')) return undefined;
    if (textAt(written, unwatched(site.time)) === finished.get(document)?.output) return written;
    run.time.whole();
    return undefined;
  };
  const listed = listOutputs(site, finished, timedOf, converters, places, report);
  const { outputs, diagnostics } = gatherOutputs(
    listed,
    config.destination,
    rendered.records.gathered,
    (document, key) => places.of(document, key),
  );
  for (const diagnostic of diagnostics) report(diagnostic);
  const documents = [...site.collections.values()].map((collection) => collection.documents.length);
  return {
    ...rendered,
    gathered: outputs,
    counts: {
      pages: site.pages.filter((page) => finished.has(page)).length,
      documents: documents.reduce((sum, count) => sum + count, 0),
      staticFiles: site.staticFiles.length,
    },
  };
}
