/**
 * The rendering of documents and excerpts as tasks: done again only where something that they read has changed. A page in
 * layouts is two, its content and what the layouts make of it: a changed layout converts no Markdown.
 */

import { fingerprint } from '../../base/hash.ts';
import type { TaskResult } from '../../graph/store.ts';
import { type Document, settingOf } from '../../model/document.ts';
import { createTurn, type DocumentTurn, type RenderPorts, renderDocument } from '../../render/document.ts';
import { documentFingerprint, excerptFingerprint } from '../../render/fingerprints.ts';
import type { RenderedExcerpt } from '../../render/renditions.ts';
import { createExcerpts } from '../../render/wiring/excerpts.ts';
import { textAt } from '../../ruby/time/timed-text.ts';
import { unwatched } from '../../ruby/time/watched-time.ts';
import { isNil } from '../../ruby/values.ts';
import type { Transform } from '../stages/transform.ts';
import type { RenderingParts } from './parts.ts';

/** A document's finished text, and the file of the destination that has it already. */
export type Finished = Pick<TaskResult, 'output' | 'file'>;

export class RenderTasks {
  readonly #rendering: RenderingParts;
  readonly #ports: RenderPorts;
  readonly #transform: Transform;
  readonly #excerptOf: (document: Document) => string | undefined;

  constructor(rendering: RenderingParts, ports: RenderPorts, transform: Transform) {
    const { site, templates, report } = rendering;
    this.#rendering = rendering;
    this.#ports = ports;
    this.#transform = transform;
    this.#excerptOf = createExcerpts(site, templates, ports, report);
  }

  /** Later documents see what plugins made of it: Jekyll's `post_render` hooks follow each document's rendering. */
  document(document: Document): Finished {
    const { renditions } = this.#ports;
    const plain = this.#renderUntransformed(document);
    renditions.setOutput(document, plain);
    const output = this.#transform(document, plain);
    if (output === undefined) return plain;
    const finished = { output };
    renditions.setOutput(document, finished);
    return finished;
  }

  excerpt(document: Document): RenderedExcerpt {
    const task = { of: 'excerpt', document: document.id } as const;
    return this.#rendering.tasks.run(task, document, this.#inputOf(document), () => {
      const output = this.#excerptOf(document);
      return { output, print: excerptFingerprint(output), content: undefined, timed: undefined };
    });
  }

  #renderUntransformed(document: Document): Finished {
    const { draft } = this.#rendering;
    // a page that a plugin writes by a function that may know anything is written in each build
    const isOpaque = draft.writerOf(document) !== undefined && draft.basisOf(document) === undefined;
    if (isOpaque) return { output: renderDocument(document, this.#ports) };
    const hasLayout = !isNil(settingOf(document, 'layout')) && draft.basisOf(document) === undefined;
    return hasLayout ? this.#renderInLayouts(document) : this.#renderPlain(document);
  }

  /** Without layouts a page is what its content is. */
  #renderPlain(document: Document): Finished {
    const { tasks, timed, site } = this.#rendering;
    const task = { of: 'page', document: document.id } as const;
    const result = tasks.run(task, document, this.#inputOf(document), () => {
      const output = renderDocument(document, this.#ports);
      return { output, content: undefined, timed: timed.get(document) };
    });
    if (result.timed !== undefined) timed.set(document, result.timed);
    const finished =
      result.timed === undefined ? result : { output: textAt(result.timed, unwatched(site.time)) };
    this.#ports.renditions.setContent(document, {
      get content() {
        return finished.output;
      },
    });
    return finished;
  }

  #renderInLayouts(document: Document): Finished {
    const { tasks } = this.#rendering;
    let turn: DocumentTurn | undefined;
    const turnOf = (): DocumentTurn => (turn ??= createTurn(document, this.#ports));
    const input = this.#inputOf(document);
    const made = tasks.run({ of: 'content', document: document.id }, document, input, () => {
      const content = turnOf().content();
      return { content, print: fingerprint(content), output: undefined, timed: undefined };
    });
    this.#ports.renditions.setContent(document, made);
    const pageInput = input === undefined ? undefined : `${input} ${made.print}`;
    return tasks.run({ of: 'page', document: document.id }, document, pageInput, () => ({
      content: undefined,
      output: turnOf().output(made.content ?? ''),
      timed: undefined,
    }));
  }

  #inputOf(document: Document): string | undefined {
    const { draft } = this.#rendering;
    return documentFingerprint(document, draft.paginatorOf(document), draft.basisOf(document));
  }
}
