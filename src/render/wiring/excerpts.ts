/** Renders the excerpts of documents: the beginning of their raw text, by Liquid and Markdown, without layouts. */

import { liquidMessages } from '../../diagnostics/catalogue/engines/liquid.ts';
import { buildMessages } from '../../diagnostics/catalogue/site/build.ts';
import { type Diagnostic, DiagnosticError, diagnose, type Place } from '../../diagnostics/diagnostic.ts';
import { placeAt } from '../../diagnostics/source-text.ts';
import type { Document } from '../../model/document.ts';
import { extractExcerpt } from '../../model/excerpt.ts';
import type { Site } from '../../model/site.ts';
import { type RenderPorts, renderExcerpt } from '../document.ts';
import type { Templates } from '../templates.ts';

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
    const configured = document.data.get('excerpt_separator') ?? site.config.settings.excerptSeparator;
    const separator = templates.print(configured);
    if (separator === '') return undefined;
    const { excerptText } = site.config.rules;
    const { text } = (excerptText === 'as-read' ? document.bodyAsRead : undefined) ?? document.body;
    const excerpt = extractExcerpt(text, separator, templates.isBlock, site.config.rules.excerptDefinitions);
    const [cut] = excerpt.closed;
    if (cut !== undefined) {
      const tags = excerpt.closed.map(({ name }) => name);
      const place = placeInBody(document, cut.at);
      report(diagnose(buildMessages.excerptModified, { tags, separator }, { place }));
    }
    try {
      return renderExcerpt(document, excerpt.text, ports);
    } catch (error) {
      throw isCut(error, excerpt.text, document) ? cutExcerpt(error, separator) : error;
    }
  };
}

/** The place of an offset in a document's text. */
function placeInBody({ path, body }: Document, offset: number): Place {
  const file = body.file ?? path;
  const place = placeAt({ file, text: body.text }, offset);
  return { ...place, line: place.line + body.startLine - 1 };
}

const UNTERMINATED = liquidMessages.unterminatedTag.code;

/** Whether an excerpt ends inside of a construct that is whole in the document. */
function isCut(error: unknown, excerpt: string, { body }: Document): error is DiagnosticError {
  if (!(error instanceof DiagnosticError)) return false;
  if (!error.diagnostics.some(({ code }) => code === UNTERMINATED)) return false;
  const rest = body.text.slice(excerpt.length);
  const open = Math.max(excerpt.lastIndexOf('{%'), excerpt.lastIndexOf('{{'));
  return body.text.startsWith(excerpt) && rest.includes(excerpt.startsWith('{%', open) ? '%}' : '}}');
}

/** The same with what really is wrong in the place of a construct that seems not to end. */
function cutExcerpt({ diagnostics }: DiagnosticError, separator: string): DiagnosticError {
  return new DiagnosticError(
    diagnostics.map((found) =>
      found.code === UNTERMINATED && found.place !== undefined
        ? diagnose(buildMessages.excerptCut, { separator }, { place: found.place })
        : found,
    ),
  );
}
