/** Puts plugins in order and runs their hooks. Generators run by Jekyll's priorities, all else in the order of loading. */

import type { Body, Document, Origin } from '../../model/document.ts';
import type { StaticFile } from '../../model/inventory.ts';
import { toHash, toValue } from '../../ruby/from-json.ts';
import type { BuildMoment, TimedText } from '../../ruby/time/timed-text.ts';
import { WatchedTime } from '../../ruby/time/watched-time.ts';
import type { Value } from '../../ruby/values.ts';
import type { DocumentView, GeneratedPage, Plugin } from '../api/plugin.ts';
import type { Draft, PageWriter } from './draft.ts';
import {
  createSiteView,
  documentOf,
  fileOf,
  isDocumentView,
  isFileView,
  toOrigin,
  type Views,
} from './views.ts';

/** What the hooks of all plugins work on. */
export interface GenerationParts {
  readonly draft: Draft;
  readonly views: Views;
  /** What the plugins' `prefetch` gave, by name. */
  readonly prefetched: ReadonlyMap<string, unknown>;
  /** Those with a `postInit`, in the order of loading. */
  readonly initializers: readonly Plugin[];
}

/** Calls `postInit` of one plugin for all that was read. */
export function initializeDocuments(plugin: Plugin, parts: GenerationParts): void {
  const { draft, views } = parts;
  const { pages, collections } = draft.site;
  const initialize = initializer(plugin, parts);
  for (const document of [...pages, ...[...collections.values()].flatMap(({ documents }) => documents)])
    initialize(views.document(document));
}

function initializer(plugin: Plugin, { draft, views, prefetched }: GenerationParts) {
  const site = views.siteOf(plugin);
  return (view: DocumentView): void => {
    const data = plugin.postInit?.(view, site, prefetched.get(plugin.name));
    if (data !== undefined) draft.amend(documentOf(view), toHash(data), undefined);
  };
}

/** Lets a plugin add to the draft. */
export function generate(plugin: Plugin, parts: GenerationParts): void {
  const { draft, views, prefetched } = parts;
  plugin.generate?.(
    views.siteOf(plugin),
    {
      addPage(page) {
        const made = { plugin: plugin.name, file: fileIn(page), origin: originOf(page) };
        const document = draft.addPage(page, bodyOf(page, plugin, views), made);
        const view = views.document(document);
        if (view.source !== undefined)
          for (const other of parts.initializers) initializer(other, parts)(view);
        return view;
      },
      removePage: (view) => draft.removePage(documentOf(view)),
      removeFile: (view) => draft.removeFile(fileOf(view)),
      addLayout: draft.addLayout,
      amend: (view, data, content) => draft.amend(documentOf(view), toHash(data), content),
      setSetting: (name, value) => draft.setSetting(name, toValue(value)),
      setPaginator: (view, paginator) => draft.setPaginator(documentOf(view), toHash(paginator)),
    },
    prefetched.get(plugin.name),
  );
}

function bodyOf({ content }: GeneratedPage, plugin: Plugin, views: Views): Body | PageWriter {
  if (typeof content === 'function') return { plugin, write: content };
  if (typeof content === 'string') return { text: content, startLine: 1 };
  if (isFileView(content)) return { text: views.ports.textOf(fileOf(content)), startLine: 1 };
  if (!isDocumentView(content))
    return { text: content.text, startLine: content.textLine, file: content.path };
  const { body, path } = documentOf(content);
  return { file: path, ...body };
}

/** The file that a page is made of. */
function fileIn({ content }: GeneratedPage): StaticFile | undefined {
  return typeof content === 'object' && isFileView(content) ? fileOf(content) : undefined;
}

/** What a page goes back to: what the plugin says, else whose text it has. */
function originOf({ origin, content }: GeneratedPage): Origin | undefined {
  if (origin !== undefined) return toOrigin(origin);
  return typeof content === 'object' && !isFileView(content) ? toOrigin(content) : undefined;
}

/** The finished text of a page after the `transform` of each plugin. */
export function transformPage(
  plugins: readonly Plugin[],
  text: string,
  document: Document,
  views: Views,
): string {
  let html = text;
  for (const plugin of plugins) {
    if (plugin.transform === undefined) continue;
    html = plugin.transform(html, views.document(document), views.siteFor(plugin, document));
  }
  return html;
}

/**
 * The text of a page that a plugin writes by a function; undefined for all other documents.
 *
 * @param looked called where the function looks at what is not tracked
 */
export function writePage(
  document: Document,
  draft: Draft,
  site: Value,
  views: Views,
  looked: () => void,
): string | TimedText | undefined {
  const writer = draft.writerOf(document);
  if (writer === undefined) return undefined;
  const view = createSiteView(views, writer.plugin, looked, document);
  const page = views.document(document);
  const { filter, print } = views.ports;
  // a view's getters must stay getters: spreading would read all of them
  const xmlschema = (value: Value): string | BuildMoment =>
    value instanceof WatchedTime ? { moment: 'xmlschema' } : print(filter('date_to_xmlschema', value, []));
  return writer.write(
    Object.create(view, { page: { value: page }, site: { value: site }, xmlschema: { value: xmlschema } }),
  );
}
