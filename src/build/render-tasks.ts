/** The rendering of documents and excerpts as tasks: made anew only where something that they read has changed. */

import type { Value } from '../base/ruby/values.ts';
import type { Tasks } from '../graph/tasks.ts';
import type { Document } from '../model/document.ts';
import { type RenderPorts, renderDocument } from '../render/document.ts';
import { documentFingerprint } from '../render/resolve-node.ts';

export interface RenderTaskParts {
  /** Absent where nothing is kept. */
  readonly tasks: Tasks | undefined;
  readonly ports: RenderPorts;
  readonly excerptOf: (document: Document) => string | undefined;
  /** Whether a plugin writes the page by a function, which may look at anything. */
  readonly isWritten: (document: Document) => boolean;
  readonly paginatorOf: (document: Document) => Value;
}

export interface RenderTasks {
  /** The finished text of a document. */
  document(document: Document): string;
  excerpt(document: Document): string | undefined;
}

export function createRenderTasks(parts: RenderTaskParts): RenderTasks {
  const { tasks, ports, excerptOf } = parts;
  const { renditions } = ports;
  const own = (document: Document) => documentFingerprint(document, parts.paginatorOf(document));
  return {
    document(document) {
      if (tasks === undefined || parts.isWritten(document)) return renderDocument(document, ports);
      const { content = '', output = '' } = tasks.run(document.id, document, own(document), () => {
        const text = renderDocument(document, ports);
        return { output: text, content: renditions.contentOf(document) };
      });
      renditions.setContent(document, content);
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
