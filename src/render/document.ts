/** One document to one output: Liquid, then the converter, then its layouts (`Renderer#run`). */

import type { Rendering } from '../engines/liquid/engine.ts';
import { type Document, settingOf } from '../model/document.ts';
import type { Converters } from './convert.ts';
import { type LayoutPorts, ownLayoutData, placeInLayouts } from './layouts.ts';
import type { Globals, Payloads } from './payload.ts';
import type { RenditionStore } from './renditions.ts';

export interface RenderPorts {
  readonly payloads: Payloads;
  readonly converters: Converters;
  readonly renditions: RenditionStore;
  readonly layouts: LayoutPorts;
  /** The text of a page that a plugin writes by a function; undefined for all others. */
  readonly writtenText: (document: Document) => string | undefined;
  /** Renders the Liquid of a document's text. */
  readonly liquid: (document: Document, text: string, globals: Globals) => Rendering;
}

/** The two halves of a document's turn; its content and output are noted for the documents that come later. */
export interface DocumentTurn {
  /** Its own text, by Liquid and the converter. */
  content(): string;
  /** The finished page: the content in its layouts. */
  output(content: string): string;
  /** Whether there are layouts to be put into. */
  readonly hasLayout: boolean;
}

export function createTurn(document: Document, ports: RenderPorts): DocumentTurn {
  const { converters, payloads, renditions } = ports;
  const affix = converters.highlighterAffix(document.extension);
  // the page is to be seen as it was before its turn, whoever asks first
  const globals = payloads.globalsFor(document, undefined, affix);
  const hasLayout = takesLayout(document, converters);
  return {
    hasLayout,
    content() {
      globals.layout = ownLayoutData(document, ports.layouts.layouts);
      const written = ports.writtenText(document);
      const rendering =
        written === undefined ? renderText(document, document.body.text, globals, ports) : plain(written);
      const content = converters.convert(rendering, document);
      renditions.setContent(document, { content });
      return content;
    },
    output(content) {
      const output = hasLayout ? placeInLayouts(content, document, globals, ports.layouts) : content;
      renditions.setOutput(document, { output });
      return output;
    },
  };
}

/** The finished text of a document. */
export function renderDocument(document: Document, ports: RenderPorts): string {
  const turn = createTurn(document, ports);
  return turn.output(turn.content());
}

/** The rendered text of an excerpt, without layouts. */
export function renderExcerpt(document: Document, excerpt: string, ports: RenderPorts): string {
  const globals = ports.payloads.globalsForExcerpt(
    document,
    ports.converters.highlighterAffix(document.extension),
  );
  return ports.converters.convert(renderText(document, excerpt, globals, ports), document);
}

function renderText(document: Document, text: string, globals: Globals, ports: RenderPorts): Rendering {
  return hasLiquid(document, text, ports.payloads.rules.renderWithLiquid)
    ? ports.liquid(document, text, globals)
    : plain(text);
}

function plain(text: string): Rendering {
  return { text, isAscii: false };
}

/** Documents that hold data are neither templates nor pages. */
function isYaml(document: Document): boolean {
  return document.kind !== 'page' && (document.extension === '.yaml' || document.extension === '.yml');
}

function hasLiquid(document: Document, text: string, canOptOut: boolean): boolean {
  if (isYaml(document)) return false;
  if (canOptOut && settingOf(document, 'render_with_liquid') === false) return false;
  if (document.extension === '.coffee' && document.kind !== 'page') return false;
  return text.includes('{%') || text.includes('{{');
}

function takesLayout(document: Document, converters: Converters): boolean {
  return (
    !converters.isStylesheet(document.extension) &&
    document.extension !== '.coffee' &&
    !isYaml(document) &&
    settingOf(document, 'layout') !== 'none'
  );
}
