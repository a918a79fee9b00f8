/**
 * The site while generators work on it: pages and layouts are added, front matter is amended. Its records are copies of
 * what was read, owned here; when generation is over nobody changes them any more.
 */

import { extensionOf, folderOf, toSourcePath, toUrl } from '../../base/paths.ts';
import { fingerprintValue, keysFingerprint } from '../../graph/fingerprint-value.ts';
import { TrackedMap } from '../../graph/tracked-map.ts';
import type { Tracker } from '../../graph/tracker.ts';
import { type Config, withValues } from '../../model/config.ts';
import { type Body, type Document, type Origin, settingOf, stem } from '../../model/document.ts';
import type { Collection, Inventory, Layout, StaticFile } from '../../model/inventory.ts';
import { createRoutes, type RouteMemory, type RouteParts } from '../../model/routes.ts';
import type { Site } from '../../model/site.ts';
import { deepMerge } from '../../ruby/deep-merge.ts';
import { toHash } from '../../ruby/from-json.ts';
import type { TimedText } from '../../ruby/time/timed-text.ts';
import type { RubyHash, RubyTime, Value } from '../../ruby/values.ts';
import type { GeneratedPage, PageTurn, Plugin } from '../api/plugin.ts';
import { type Copies, createCopies } from './copies.ts';

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

/** The function that writes a page, and the plugin that it belongs to. */
export interface PageWriter {
  readonly plugin: Plugin;
  readonly write: (turn: PageTurn) => string | TimedText;
}

/** What a page comes from. */
export interface MadeBy {
  readonly plugin: string;
  /** The file that it is made of: then it counts as read from there, as if it had had front matter. */
  readonly file: StaticFile | undefined;
  /** What messages name; undefined for the plugin itself. */
  readonly origin: Origin | undefined;
}

export interface Draft {
  /** Live: what generators add shows in it at once. */
  readonly site: Site;
  /**
   * @param body the text of the page, or the function that will write it
   */
  addPage(page: GeneratedPage, body: Body | PageWriter, made: MadeBy): Document;
  removePage(document: Document): void;
  removeFile(file: StaticFile): void;
  /** The page that the source map of a stylesheet is in Jekyll: templates see it, its file is written with the stylesheet. */
  addMapPage(sheet: Document): void;
  /** Nothing happens when there is a layout of that name. */
  addLayout(name: string, text: string): void;
  amend(document: Document, data: RubyHash, content: string | undefined): void;
  /** The function that writes a generated page, where it is not written as a template. */
  writerOf(document: Document): PageWriter | undefined;
  /** What such a function was made of; undefined where that is not known. */
  basisOf(document: Document): RubyHash | undefined;
  /**
   * It was asked whether a document is written, and so, without `future`, whether it is of the future: where a document
   * without a date has none to show, Jekyll gives it that of the build there and then.
   */
  noteAsked(document: Document): void;
  /** The ids of the documents that are not as they were read: amended by a plugin, or made by one. */
  readonly touched: ReadonlySet<string>;
  /** The variable `paginator` of a page. */
  paginatorOf(document: Document): Value;
  /** Sets a key of the configuration, for all that comes after. */
  setSetting(name: string, value: Value): void;
  setPaginator(document: Document, value: Value): void;
}

export interface DraftParts extends Pick<RouteParts, 'urls' | 'onUnknownPlaceholder'> {
  /** Records and routes that outlive the build; recomputed without it. */
  readonly records?: { readonly copies: Copies; readonly routes: RouteMemory } | undefined;
  readonly config: Config;
  readonly inventory: Inventory;
  readonly time: RubyTime;
  /** Notes what is read of the configuration. */
  readonly tracker: Tracker;
}

export function createDraft({
  config,
  inventory,
  time,
  urls,
  onUnknownPlaceholder,
  tracker,
  records,
}: DraftParts): Draft {
  const copies = records?.copies ?? createCopies();
  const touched = new Set<string>();
  const spend = (document: Document): void => {
    copies.spend(document);
    touched.add(document.id);
  };
  const values = new TrackedMap(config.values, {
    key: (key) =>
      tracker.read({ kind: 'setting', name: String(key) }, () => fingerprintValue(values.get(key))),
    whole: () => tracker.read({ kind: 'settingNames' }, () => keysFingerprint(values)),
  });
  const pages: Document[] = inventory.pages.map(copies.of);
  const collections = new Map<string, Collection>();
  for (const [label, collection] of inventory.collections) {
    collections.set(label, {
      ...collection,
      documents: collection.documents.map(copies.of),
    });
  }
  const staticFiles = [...inventory.staticFiles];
  const layouts = new Map<string, Layout>(inventory.layouts);
  const routes = createRoutes({ urls, collections, onUnknownPlaceholder, memory: records?.routes });
  const writers = new Map<Document, PageWriter>();
  const bases = new Map<Document, RubyHash>();
  const paginators = new Map<Document, Value>();

  return {
    site: {
      config: withValues(config, values),
      inventory,
      time,
      pages,
      collections,
      staticFiles,
      layouts,
      routes,
    },
    addPage(page, body, { plugin, file, origin }) {
      const path = toSourcePath(page.path.replace(/^\/+/, ''));
      const frontMatter = toHash(page.data ?? {});
      const defaults = inventory.defaults?.all(path, page.type ?? 'pages') ?? new Map();
      const document: Document = {
        kind: 'page',
        id: `${plugin}:${path}:${pages.length}`,
        path,
        relativePath: page.shownPath ?? path,
        frontMatter,
        data: deepMerge(defaults, frontMatter),
        body: 'write' in body ? { text: page.template ?? '', startLine: 1 } : body,
        slug: stem(path),
        draft: false,
        extension: extensionOf(path),
        ...(file === undefined
          ? { generatedBy: plugin, ...(origin === undefined ? {} : { origin }) }
          : { absolutePath: file.absolutePath, modifiedMs: file.modifiedMs }),
        ...(page.mayCollide === true ? { mayCollide: true } : {}),
        ...(page.variables === undefined ? {} : { variables: toHash(page.variables) }),
        ...(page.url === undefined ? {} : { url: toUrl(page.url) }),
      };
      touched.add(document.id);
      if ('write' in body) writers.set(document, body);
      if (page.basis !== undefined) bases.set(document, toHash(page.basis));
      pages.push(document);
      return document;
    },
    removePage(document) {
      const at = pages.indexOf(document);
      if (at >= 0) pages.splice(at, 1);
    },
    removeFile(file) {
      const at = staticFiles.indexOf(file);
      if (at >= 0) staticFiles.splice(at, 1);
    },
    addMapPage(sheet) {
      const permalink = settingOf(sheet, 'permalink');
      const folder = typeof permalink === 'string' ? folderOf(permalink) : folderOf(sheet.path);
      const path = toSourcePath(`${folder}/${stem(sheet.path)}.css.map`.replace(/^\/+/, ''));
      touched.add(`map:${sheet.id}`);
      pages.push({
        ...sheet,
        id: `map:${sheet.id}`,
        path,
        relativePath: path,
        body: NO_BODY,
        extension: '.map',
        frontMatter: withoutPermalink(sheet.frontMatter),
        data: withoutPermalink(sheet.data),
        generatedBy: 'sass',
      });
    },
    addLayout(name, text) {
      if (layouts.has(name)) return;
      layouts.set(name, {
        name,
        path: `_layouts/${name}.html`,
        data: new Map(),
        body: { text, startLine: 1 },
      });
    },
    amend(document, data, content) {
      const owned: Mutable<Document> = document;
      spend(document);
      owned.frontMatter = new Map<Value, Value>([...document.frontMatter, ...data]);
      owned.data = new Map<Value, Value>([...document.data, ...data]);
      if (content !== undefined) owned.bodyAsRead ??= document.body;
      if (content !== undefined) owned.body = replaced(document.body, content);
      routes.forget(document);
    },
    noteAsked(document) {
      if (config.rules.undatedDocuments === 'build-time' || config.settings.future) return;
      if (document.kind === 'page' || document.date !== undefined) return;
      const owned: Mutable<Document> = document;
      spend(document);
      owned.date = time;
      owned.data = new Map<Value, Value>([...document.data, ['date', time]]);
    },
    touched,
    writerOf: (document) => writers.get(document),
    basisOf: (document) => bases.get(document),
    paginatorOf: (document) => paginators.get(document),
    setSetting: (name, value) => void values.set(name, value),
    setPaginator(document, value) {
      spend(document);
      paginators.set(document, value);
    },
  };
}

/** Another text in place of a body's. What both have at their ends, or else at their beginnings, keeps its lines of the file. */
function replaced(body: Body, text: string): Body {
  // white space at the ends is trimmed away by many
  const [before, after] = [body.text.trimEnd(), text.trimEnd()];
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before[head] === after[head]) head++;
  let tail = 0;
  while (tail < most && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  if (tail <= head) return { ...body, text };
  return { ...body, text, startLine: Math.max(1, body.startLine + linesOf(before) - linesOf(after)) };
}

function linesOf(text: string): number {
  return text.match(/\r\n?|\n/g)?.length ?? 0;
}

const NO_BODY: Body = { text: '', startLine: 1 };

function withoutPermalink(data: RubyHash): RubyHash {
  return new Map([...data].filter(([key]) => key !== 'permalink'));
}
