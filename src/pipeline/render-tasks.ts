/**
 * The rendering of documents and excerpts as tasks: made anew only where something that they read has changed. A page in
 * layouts is two, its content and what the layouts make of it: a changed layout converts no Markdown.
 */

import { fingerprint } from '../base/hash.ts';
import type { TaskResult, Tasks } from '../graph/tasks.ts';
import { type Document, settingOf } from '../model/document.ts';
import { createTurn, type DocumentTurn, type RenderPorts, renderDocument } from '../render/document.ts';
import { documentFingerprint } from '../render/resolve-node.ts';
import { type TimedText, textAt } from '../ruby/time/timed-text.ts';
import { isNil, type RubyHash, type RubyTime, type Value } from '../ruby/values.ts';

export interface RenderTaskParts {
  /** Absent where nothing is kept. */
  readonly tasks: Tasks | undefined;
  readonly ports: RenderPorts;
  readonly excerptOf: (document: Document) => string | undefined;
  /** Whether a plugin writes the page by a function that may know anything. */
  readonly isWritten: (document: Document) => boolean;
  readonly paginatorOf: (document: Document) => Value;
  readonly basisOf: (document: Document) => RubyHash | undefined;
  /** What plugins make of a finished text; absent where none has a say. Applied in each build, to stored results too. */
  readonly transform: ((document: Document, text: string) => string) | undefined;
  /** The time of the build. */
  readonly now: RubyTime;
  /** What the page's writer has left open; taken along from build to build. */
  readonly timed: Map<Document, TimedText>;
}

/** A document's finished text, and the file of the destination that has it already. */
export type Finished = Pick<TaskResult, 'output' | 'file'>;

export interface RenderTasks {
  document(document: Document): Finished;
  excerpt(document: Document): string | undefined;
}

export function createRenderTasks(parts: RenderTaskParts): RenderTasks {
  const { tasks, ports, excerptOf, timed } = parts;
  const { renditions } = ports;
  const own = (document: Document) =>
    documentFingerprint(document, parts.paginatorOf(document), parts.basisOf(document));

  /** Without layouts a page is what its content is. */
  const renderPlain = (document: Document, running: Tasks): Finished => {
    const result = running.run(document.id, document, own(document), () => {
      const output = renderDocument(document, ports);
      const left = timed.get(document);
      return { output, content: undefined, ...(left === undefined ? {} : { timed: left }) };
    });
    if (result.timed !== undefined) timed.set(document, result.timed);
    const finished = result.timed === undefined ? result : { output: textAt(result.timed, parts.now) };
    renditions.setContent(document, {
      get content() {
        return finished.output;
      },
    });
    return finished;
  };
  const renderInLayouts = (document: Document, running: Tasks): Finished => {
    let turn: DocumentTurn | undefined;
    const turnOf = (): DocumentTurn => (turn ??= createTurn(document, ports));
    const self = own(document);
    const made = running.run(`content ${document.id}`, document, self, () => {
      const content = turnOf().content();
      return { content, print: fingerprint(content), output: undefined };
    });
    renditions.setContent(document, made);
    const from = self === undefined ? undefined : `${self} ${made.print}`;
    return running.run(document.id, document, from, () => {
      return { content: undefined, output: turnOf().output(made.content ?? '') };
    });
  };

  const renderUntransformed = (document: Document): Finished => {
    if (tasks === undefined || parts.isWritten(document)) return { output: renderDocument(document, ports) };
    const hasLayout = !isNil(settingOf(document, 'layout')) && parts.basisOf(document) === undefined;
    return (hasLayout ? renderInLayouts : renderPlain)(document, tasks);
  };

  return {
    /** Later documents see what plugins made of it: Jekyll's `post_render` hooks follow each document's rendering. */
    document(document) {
      const plain = renderUntransformed(document);
      renditions.setOutput(document, plain);
      const output = parts.transform?.(document, plain.output ?? '');
      if (output === undefined || output === plain.output) return plain;
      const finished = { output };
      renditions.setOutput(document, finished);
      return finished;
    },
    excerpt(document) {
      if (tasks === undefined) return excerptOf(document);
      return tasks.run(`excerpt ${document.id}`, document, own(document), () => ({
        output: excerptOf(document),
        content: undefined,
      })).output;
    },
  };
}
