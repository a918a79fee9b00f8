/**
 * The rendering of documents and excerpts as tasks: done again only where something that they read has changed. A page in
 * layouts is two, its content and what the layouts make of it: a changed layout converts no Markdown.
 */

import { fingerprint } from '../../base/hash.ts';
import type { TaskResult } from '../../graph/store.ts';
import { type Document, settingOf } from '../../model/document.ts';
import { createTurn, type DocumentTurn, type RenderPorts, renderDocument } from '../../render/document.ts';
import { documentFingerprint } from '../../render/fingerprints.ts';
import { createExcerpts } from '../../render/wiring/excerpts.ts';
import { textAt } from '../../ruby/time/timed-text.ts';
import { unwatched } from '../../ruby/time/watched-time.ts';
import { isNil } from '../../ruby/values.ts';
import type { Transform } from '../stages/transform.ts';
import type { RenderingParts } from './parts.ts';

/** A document's finished text, and the file of the destination that has it already. */
export type Finished = Pick<TaskResult, 'output' | 'file'>;

export interface RenderTasks {
  document(document: Document): Finished;
  excerpt(document: Document): string | undefined;
}

export function createRenderTasks(
  rendering: RenderingParts,
  ports: RenderPorts,
  transform: Transform,
): RenderTasks {
  const { tasks, draft, site, timed, templates, report } = rendering;
  const { renditions } = ports;
  const excerptOf = createExcerpts(site, templates, ports, report);
  const inputOf = (document: Document) =>
    documentFingerprint(document, draft.paginatorOf(document), draft.basisOf(document));

  /** Without layouts a page is what its content is. */
  const renderPlain = (document: Document): Finished => {
    const result = tasks.run({ of: 'page', document: document.id }, document, inputOf(document), () => {
      const output = renderDocument(document, ports);
      const left = timed.get(document);
      return { output, content: undefined, ...(left === undefined ? {} : { timed: left }) };
    });
    if (result.timed !== undefined) timed.set(document, result.timed);
    const finished =
      result.timed === undefined ? result : { output: textAt(result.timed, unwatched(site.time)) };
    renditions.setContent(document, {
      get content() {
        return finished.output;
      },
    });
    return finished;
  };
  const renderInLayouts = (document: Document): Finished => {
    let turn: DocumentTurn | undefined;
    const turnOf = (): DocumentTurn => (turn ??= createTurn(document, ports));
    const input = inputOf(document);
    const made = tasks.run({ of: 'content', document: document.id }, document, input, () => {
      const content = turnOf().content();
      return { content, print: fingerprint(content), output: undefined };
    });
    renditions.setContent(document, made);
    const pageInput = input === undefined ? undefined : `${input} ${made.print}`;
    return tasks.run({ of: 'page', document: document.id }, document, pageInput, () => ({
      content: undefined,
      output: turnOf().output(made.content ?? ''),
    }));
  };
  /** A page that a plugin writes by a function that may know anything is written in each build. */
  const isOpaque = (document: Document): boolean =>
    draft.writerOf(document) !== undefined && draft.basisOf(document) === undefined;

  const renderUntransformed = (document: Document): Finished => {
    if (isOpaque(document)) return { output: renderDocument(document, ports) };
    const hasLayout = !isNil(settingOf(document, 'layout')) && draft.basisOf(document) === undefined;
    return (hasLayout ? renderInLayouts : renderPlain)(document);
  };

  return {
    /** Later documents see what plugins made of it: Jekyll's `post_render` hooks follow each document's rendering. */
    document(document) {
      const plain = renderUntransformed(document);
      renditions.setOutput(document, plain);
      const output = transform(document, plain);
      if (output === undefined) return plain;
      const finished = { output };
      renditions.setOutput(document, finished);
      return finished;
    },
    excerpt: (document) =>
      tasks.run({ of: 'excerpt', document: document.id }, document, inputOf(document), () => ({
        output: excerptOf(document),
        content: undefined,
      })).output,
  };
}
