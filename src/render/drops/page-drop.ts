/**
 * A page as templates see it: in Jekyll a plain Hash, created whenever a template asks, with the content of that
 * moment. The page being rendered is one that was made before its turn: its `content` stays raw in its own layouts.
 */

import { folderOf } from '../../base/paths.ts';
import { HIDDEN } from '../../graph/nodes.ts';
import type { Column, Row, Tracker } from '../../graph/tracker.ts';
import { type Document, fileName } from '../../model/document.ts';
import { isHtmlExtension } from '../../model/document-url.ts';
import type { Site } from '../../model/site.ts';
import { Drop, isNil, type RubyHash, type Value } from '../../ruby/values.ts';
import type { Renditions } from '../renditions.ts';
import { documentRow } from './document-drop.ts';

/** The keys that a page adds to its front matter, in Jekyll's order. */
const ATTRIBUTES = ['content', 'dir', 'excerpt', 'name', 'path', 'url'] as const;

export interface PageSubject {
  readonly document: Document;
  readonly site: Site;
  readonly renditions: Renditions;
  readonly tracker: Tracker;
  /** The pages, by any key. */
  readonly column: Column;
}

export class PageDrop extends Drop {
  readonly document: Document;
  private readonly site: Site;
  private readonly renditions: Renditions;
  private readonly tracker: Tracker;
  private readonly column: Column;
  #row: Row | undefined;

  constructor({ document, site, renditions, tracker, column }: PageSubject) {
    super();
    this.document = document;
    this.site = site;
    this.renditions = renditions;
    this.tracker = tracker;
    this.column = column;
  }

  private get row(): Row {
    return (this.#row ??= documentRow(this.document, this.column));
  }

  override get isHash(): boolean {
    return true;
  }

  override identity(): string {
    return `page:${this.document.id}`;
  }

  get(key: string): Value {
    const value = this.read(key);
    const { document, tracker } = this;
    if (!tracker.active || (key === 'content' && document.variables?.has(key) !== true)) return value;
    if (key === 'excerpt') tracker.field(this.row, HIDDEN.excerpt, document.data.get('excerpt'));
    if (key !== 'excerpt' || document.variables?.has(key) === true) tracker.field(this.row, key, value);
    return value;
  }

  private read(key: string): Value {
    const { data, variables } = this.document;
    if (variables?.has(key)) return variables.get(key);
    switch (key) {
      case 'content':
        return this.renditions.contentOf(this.document);
      case 'dir':
        return pageFolder(this.site.routes.of(this.document).url);
      case 'excerpt':
        return this.excerpt(data);
      case 'name':
        return fileName(this.document);
      case 'path':
        return data.get('path') ?? this.document.relativePath;
      case 'url':
        return this.site.routes.of(this.document).url;
      default:
        return data.get(key);
    }
  }

  /** Front matter's keys first; those of the page that are not among them behind. */
  override keys(): readonly string[] {
    const { data, variables } = this.document;
    const names = new Set<string>();
    for (const key of data.keys()) if (typeof key === 'string') names.add(key);
    for (const key of ATTRIBUTES) if (!this.lacks(key)) names.add(key);
    for (const key of variables?.keys() ?? [])
      if (typeof key === 'string' && !this.lacks(key)) names.add(key);
    if (this.tracker.active) this.tracker.field(this.row, HIDDEN.keys, [...names].join('\n'));
    return [...names];
  }

  /** Whether a page of this kind has not got what others have. */
  private lacks(key: string): boolean {
    const { variables } = this.document;
    if (key === 'excerpt' && !this.site.config.rules.pageExcerpts && variables?.has(key) !== true)
      return true;
    const isCommon = ATTRIBUTES.some((name) => name === key);
    return isCommon && variables?.has(key) === true && isNil(variables.get(key));
  }

  /** Only what the front matter says, unless the site has `page_excerpts` and this becomes HTML. */
  private excerpt(data: RubyHash): Value {
    const given = data.get('excerpt');
    if (!isNil(given) && given !== false) return String(given);
    const { site, document, renditions } = this;
    const isExcerpted =
      site.config.rules.pageExcerpts &&
      site.config.settings.pageExcerpts &&
      isHtmlExtension(site.routes.of(document).extension);
    return isExcerpted ? renditions.excerptOf(document) : undefined;
  }
}

/** The folder of a URL, with a slash at its end (`page.dir`). */
function pageFolder(url: string): string {
  return url.endsWith('/') ? url : `${folderOf(url)}/`;
}
