/** Puts plugins in order and runs their hooks. Generators run by Jekyll's priorities, all else in the order of loading. */

import type { Body, Document } from '../model/document.ts';
import type { StaticFile } from '../model/inventory.ts';
import type { Site } from '../model/site.ts';
import { toHash, toValue } from '../ruby/from-json.ts';
import type { BuildMoment, TimedText } from '../ruby/time/timed-text.ts';
import { WatchedTime } from '../ruby/time/watched-time.ts';
import type { Value } from '../ruby/values.ts';
import type { DocumentView, GeneratedPage, Plugin } from './api.ts';
import type { Draft, PageWriter } from './draft.ts';
import {
  createDocumentView,
  createSiteView,
  documentOf,
  fileOf,
  isDocumentView,
  isFileView,
  type ViewPorts,
} from './views.ts';

/** What the hooks of all plugins work on. */
export interface GenerationParts {
  readonly draft: Draft;
  readonly ports: ViewPorts;
  /** What the plugins' `prefetch` gave, by name. */
  readonly prefetched: ReadonlyMap<string, unknown>;
  /** Those with a `postInit`, in the order of loading. */
  readonly initializers: readonly Plugin[];
}

/** Calls `postInit` of one plugin for all that was read. */
export function initializeDocuments(plugin: Plugin, parts: GenerationParts): void {
  const { draft, ports } = parts;
  const { pages, collections } = draft.site;
  const initialize = initializer(plugin, parts);
  for (const document of [...pages, ...[...collections.values()].flatMap(({ documents }) => documents)])
    initialize(createDocumentView(document, draft.site, ports));
}

function initializer(plugin: Plugin, { draft, ports, prefetched }: GenerationParts) {
  const site = createSiteView(draft.site, plugin.name, ports);
  return (view: DocumentView): void => {
    const data = plugin.postInit?.(view, site, prefetched.get(plugin.name));
    if (data !== undefined) draft.amend(documentOf(view), toHash(data), undefined);
  };
}

/** Lets a plugin add to the draft. */
export function generate(plugin: Plugin, parts: GenerationParts): void {
  const { draft, ports, prefetched } = parts;
  plugin.generate?.(
    createSiteView(draft.site, plugin.name, ports),
    {
      addPage(page) {
        const document = draft.addPage(page, bodyOf(page, ports), plugin.name, originOf(page));
        const view = createDocumentView(document, draft.site, ports);
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

function bodyOf({ content }: GeneratedPage, ports: ViewPorts): Body | PageWriter {
  if (typeof content === 'function') return content;
  if (typeof content === 'string') return { text: content, startLine: 1 };
  if (isFileView(content)) return { text: ports.textOf(fileOf(content)), startLine: 1 };
  if (!isDocumentView(content)) return { text: content.text, startLine: 1, file: content.path };
  const { body, path } = documentOf(content);
  return { file: path, ...body };
}

/** The file that a page is made of. */
function originOf({ content }: GeneratedPage): StaticFile | undefined {
  return typeof content === 'object' && isFileView(content) ? fileOf(content) : undefined;
}

/** The finished text of a page after the `transform` of each plugin. */
export function transformPage(
  plugins: readonly Plugin[],
  text: string,
  document: Document,
  site: Site,
  ports: ViewPorts,
): string {
  let html = text;
  for (const plugin of plugins) {
    if (plugin.transform === undefined) continue;
    html = plugin.transform(
      html,
      createDocumentView(document, site, ports),
      createSiteView(site, plugin.name, ports),
    );
  }
  return html;
}

/** The text of a page that a plugin writes by a function; undefined for all other documents. */
export function writePage(
  document: Document,
  draft: Draft,
  site: Value,
  ports: ViewPorts,
): string | TimedText | undefined {
  const write = draft.writerOf(document);
  if (write === undefined) return undefined;
  const view = createSiteView(draft.site, document.generatedBy ?? '', ports);
  const page = createDocumentView(document, draft.site, ports);
  // a view's getters must stay getters: spreading would read all of them
  const xmlschema = (value: Value): string | BuildMoment =>
    value instanceof WatchedTime
      ? { moment: 'xmlschema' }
      : ports.print(ports.filter('date_to_xmlschema', value, []));
  return write(
    Object.create(view, { page: { value: page }, site: { value: site }, xmlschema: { value: xmlschema } }),
  );
}
