/** What one document's rules share: its options, its definitions by name, its limits, and where warnings go. */

import type { DiagnosticSink, Message } from '../../../diagnostics/diagnostic.ts';
import { diagnose } from '../../../diagnostics/diagnostic.ts';
import type { AttributeList } from './element.ts';
import { Element } from './element.ts';
import { Limits } from './limits.ts';
import { normalizeLinkId } from './link-id.ts';
import type { Options } from './options.ts';
import { type Origin, placeIn, type Source } from './source.ts';

export interface LinkDefinition {
  readonly url: string;
  readonly title: string | undefined;
  /** Its end-of-block mark, which takes the attribute list that follows it. */
  readonly mark: Element | undefined;
}

export interface FootnoteDefinition {
  readonly content: Element;
  readonly mark: Element;
  readonly offset: number;
  readonly outer: Source;
  used: boolean;
}

export interface Abbreviation {
  readonly title: string;
  readonly mark: Element;
}

export interface Reporting {
  readonly sink: DiagnosticSink;
  readonly origin: Origin;
}

export class Document {
  options: Options;
  readonly source: Source;
  readonly root = new Element('root');
  readonly attributeLists = new Map<string, AttributeList>();
  readonly linkDefinitions = new Map<string, LinkDefinition>();
  /** No link id is longer than this, so that a longer text need not be looked up. */
  longestLinkId = 0;
  readonly footnotes = new Map<string, FootnoteDefinition>();
  readonly abbreviations = new Map<string, Abbreviation>();
  readonly limits: Limits;
  private readonly reporting: Reporting | undefined;
  private readonly reported = new Set<string>();

  constructor(source: Source, options: Options, reporting: Reporting | undefined) {
    this.source = source;
    this.options = options;
    this.limits = new Limits(source.text.length);
    this.reporting = reporting;
    for (const [id, [url, title]] of options.link_defs)
      this.defineLink(normalizeLinkId(id), { url, title, mark: undefined });
  }

  defineLink(id: string, definition: LinkDefinition): void {
    this.linkDefinitions.set(id, definition);
    this.longestLinkId = Math.max(this.longestLinkId, id.length);
  }

  /** Reports a warning at an offset, once. */
  warn<Facts>(row: Message<Facts>, facts: Facts, source: Source, offset: number): void {
    if (this.reporting === undefined) return;
    const place = placeIn(source, offset, this.reporting.origin);
    const diagnostic = diagnose(row, facts, { place });
    const key = `${place.line}:${place.column}:${diagnostic.message}`;
    if (this.reported.has(key)) return;
    this.reported.add(key);
    this.reporting.sink(diagnostic);
  }
}
