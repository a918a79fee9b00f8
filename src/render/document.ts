/** One document to one output: Liquid, then the converter, then its layouts (`Renderer#run`). */

import type { Document } from '../model/document.ts';
import type { Layout } from '../model/inventory.ts';
import type { Converters } from './convert.ts';
import { type LayoutPorts, ownLayoutData, placeInLayouts } from './layouts.ts';
import type { Globals, Payloads } from './payload.ts';
import type { RenditionStore } from './renditions.ts';

export interface RenderPorts {
  readonly payloads: Payloads;
  readonly converters: Converters;
  readonly renditions: RenditionStore;
  readonly layouts: LayoutPorts;
  /** Renders the Liquid of a document's or layout's text. */
  readonly liquid: (source: Document | Layout, text: string, globals: Globals) => string;
}

/** The finished text of a document; its content and output are noted for the documents that come later. */
export function renderDocument(document: Document, ports: RenderPorts): string {
  const { converters, payloads, renditions } = ports;
  const affix = converters.highlighterAffix(document.extension);
  const globals = payloads.globalsFor(document, ownLayoutData(document, ports.layouts.layouts), affix);
  const source = document.body.text;
  const text = hasLiquid(document, source) ? ports.liquid(document, source, globals) : source;
  const content = converters.convert(text, document);
  renditions.setContent(document, content);
  const output = takesLayout(document, converters)
    ? placeInLayouts(content, document, globals, ports.layouts)
    : content;
  renditions.setOutput(document, output);
  return output;
}

/** The rendered text of an excerpt, without layouts. */
export function renderExcerpt(document: Document, excerpt: string, ports: RenderPorts): string {
  const globals = ports.payloads.globalsForExcerpt(
    document,
    ports.converters.highlighterAffix(document.extension),
  );
  const text = hasLiquid(document, excerpt) ? ports.liquid(document, excerpt, globals) : excerpt;
  return ports.converters.convert(text, document);
}

/** Documents that hold data are neither templates nor pages. */
function isYaml(document: Document): boolean {
  return document.kind !== 'page' && (document.extension === '.yaml' || document.extension === '.yml');
}

function hasLiquid(document: Document, text: string): boolean {
  if (document.data.get('render_with_liquid') === false || isYaml(document)) return false;
  if (document.extension === '.coffee' && document.kind !== 'page') return false;
  return text.includes('{%') || text.includes('{{');
}

function takesLayout(document: Document, converters: Converters): boolean {
  return (
    !converters.isStylesheet(document.extension) &&
    document.extension !== '.coffee' &&
    !isYaml(document) &&
    document.data.get('layout') !== 'none'
  );
}
