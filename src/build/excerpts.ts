/** Renders the excerpts of documents: the beginning of their raw text, by Liquid and Markdown, without layouts. */

import { buildMessages } from '../base/catalogue/build.ts';
import { type Diagnostic, diagnose } from '../base/diagnostic.ts';
import type { Document } from '../model/document.ts';
import { extractExcerpt } from '../model/excerpt.ts';
import type { Site } from '../model/site.ts';
import { type RenderPorts, renderExcerpt } from '../render/document.ts';
import type { Templates } from '../render/templates.ts';

/** A function that gives the rendered excerpt of a document; undefined where it has none. */
export function createExcerpts(
  site: Site,
  templates: Templates,
  ports: RenderPorts,
  report: (diagnostic: Diagnostic) => void,
): (document: Document) => string | undefined {
  return (document) => {
    // Jekyll gave up reading it before it came to its excerpt; a page has one all the same
    if (document.broken === true && document.kind !== 'page') return undefined;
    const configured = document.data.get('excerpt_separator') ?? site.config.values.get('excerpt_separator');
    const separator = templates.print(configured);
    if (separator === '') return undefined;
    const excerpt = extractExcerpt(document.body.text, separator, templates.isBlock);
    if (excerpt.closed.length > 0) {
      const place = { file: document.path, line: document.body.startLine, column: 1 };
      report(diagnose(buildMessages.excerptModified, { tags: excerpt.closed, separator }, { place }));
    }
    return renderExcerpt(document, excerpt.text, ports);
  };
}
