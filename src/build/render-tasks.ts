/**
 * The rendering of documents and excerpts as tasks: made anew only where something that they read has changed. A page in
 * layouts is two, its content and what the layouts make of it: a changed layout converts no Markdown.
 */

import { fingerprint } from '../base/hash.ts';
import type { TimedText } from '../base/ruby/timed-text.ts';
import { isNil, type RubyHash, type Value } from '../base/ruby/values.ts';
import type { TaskResult, Tasks } from '../graph/tasks.ts';
import type { Tracker } from '../graph/track.ts';
import { type Document, settingOf } from '../model/document.ts';
import { createTurn, type DocumentTurn, type RenderPorts, renderDocument } from '../render/document.ts';
import { documentFingerprint } from '../render/resolve-node.ts';

export interface RenderTaskParts {
  /** Absent where nothing is kept. */
  readonly tasks: Tasks | undefined;
  readonly tracker: Tracker;
  readonly ports: RenderPorts;
  readonly excerptOf: (document: Document) => string | undefined;
  /** Whether a plugin writes the page by a function that may know anything. */
  readonly isWritten: (document: Document) => boolean;
  readonly paginatorOf: (document: Document) => Value;
  readonly basisOf: (document: Document) => RubyHash | undefined;
  /** What the page's writer has left open; taken along from build to build. */
  readonly timed: Map<Document, TimedText>;
}

export interface RenderTasks {
  /** The finished text of a document. */
  document(document: Document): string;
  excerpt(document: Document): string | undefined;
}

export function createRenderTasks(parts: RenderTaskParts): RenderTasks {
  const { tasks, tracker, ports, excerptOf, timed } = parts;
  const { renditions } = ports;
  const own = (document: Document) =>
    documentFingerprint(document, parts.paginatorOf(document), parts.basisOf(document));

  /** Without layouts a page is what its content is. */
  const renderPlain = (document: Document, running: Tasks): TaskResult => {
    const result = running.run(document.id, document, own(document), () => {
      const output = renderDocument(document, ports);
      const left = timed.get(document);
      return { output, content: undefined, ...(left === undefined ? {} : { timed: left }) };
    });
    renditions.setContent(document, result.output ?? '');
    if (result.timed !== undefined) timed.set(document, result.timed);
    return result;
  };
  const renderInLayouts = (document: Document, running: Tasks): TaskResult => {
    let turn: DocumentTurn | undefined;
    const turnOf = (): DocumentTurn => (turn ??= createTurn(document, ports));
    const noteCounting = (): void => {
      if (turnOf().counted) tracker.spoil('counts on from its text to its layouts');
    };
    const self = own(document);
    const { content = '', print = '' } = running.run(`content ${document.id}`, document, self, () => {
      const made = turnOf().content();
      noteCounting();
      return { content: made, print: fingerprint(made), output: undefined };
    });
    renditions.setContent(document, content);
    const from = self === undefined ? undefined : `${self} ${print}`;
    return running.run(document.id, document, from, () => {
      noteCounting();
      return { content: undefined, output: turnOf().output(content) };
    });
  };

  return {
    document(document) {
      if (tasks === undefined || parts.isWritten(document)) return renderDocument(document, ports);
      const hasLayout = !isNil(settingOf(document, 'layout')) && parts.basisOf(document) === undefined;
      const { output = '' } = (hasLayout ? renderInLayouts : renderPlain)(document, tasks);
      renditions.setOutput(document, output);
      return output;
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
