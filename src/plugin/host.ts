/** Puts plugins in order and runs their hooks. The order is by name alone: `after`, else that of the configuration. */

import { toHash, toValue } from '../base/ruby/from-json.ts';
import type { BuildMoment, TimedText } from '../base/ruby/timed-text.ts';
import type { Value } from '../base/ruby/values.ts';
import { WatchedTime } from '../base/ruby/watched-time.ts';
import type { Body, Document } from '../model/document.ts';
import type { StaticFile } from '../model/inventory.ts';
import type { Site } from '../model/site.ts';
import type { GeneratedPage, Plugin } from './api.ts';
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

/** Plugins in the order in which they generate: each behind those that its `after` names, else as they were given. */
export function orderPlugins(plugins: readonly Plugin[]): readonly Plugin[] {
  const byName = new Map(plugins.map((plugin) => [plugin.name, plugin]));
  const ordered = new Set<Plugin>();
  const visit = (plugin: Plugin, way: readonly Plugin[]): void => {
    // two plugins that name each other keep the order of the configuration
    if (ordered.has(plugin) || way.includes(plugin)) return;
    for (const name of plugin.after ?? []) {
      const earlier = byName.get(name);
      if (earlier !== undefined) visit(earlier, [...way, plugin]);
    }
    ordered.add(plugin);
  };
  for (const plugin of plugins) visit(plugin, []);
  return [...ordered];
}

/** Lets a plugin add to the draft. `prefetched` is what its `prefetch` gave. */
export function generate(plugin: Plugin, draft: Draft, ports: ViewPorts, prefetched: unknown): void {
  plugin.generate?.(
    createSiteView(draft.site, plugin.name, ports),
    {
      addPage: (page) =>
        createDocumentView(
          draft.addPage(page, bodyOf(page, ports), plugin.name, originOf(page)),
          draft.site,
          ports,
        ),
      removePage: (view) => draft.removePage(documentOf(view)),
      removeFile: (view) => draft.removeFile(fileOf(view)),
      addLayout: draft.addLayout,
      amend: (view, data, content) => draft.amend(documentOf(view), toHash(data), content),
      setSetting: (name, value) => draft.setSetting(name, toValue(value)),
      setPaginator: (view, paginator) => draft.setPaginator(documentOf(view), toHash(paginator)),
    },
    prefetched,
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
