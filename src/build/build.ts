/**
 * The pure middle of a build: an inventory becomes the files of a destination. Generate, route, render, transform, in
 * this order; every mistake is in the diagnostics, and no file is touched.
 */

import { buildMessages } from '../base/catalogue/build.ts';
import { type Diagnostic, diagnose } from '../base/diagnostic.ts';
import type { RubyTime } from '../base/ruby/values.ts';
import type { SourceFiles } from '../base/source-files.ts';
import type { Config } from '../model/config.ts';
import type { Document } from '../model/document.ts';
import type { Inventory, StaticFile } from '../model/inventory.ts';
import type { Site } from '../model/site.ts';
import type { Plugin } from '../plugin/api.ts';
import { createDraft } from '../plugin/draft.ts';
import { generate, orderPlugins, transformPage, writePage } from '../plugin/host.ts';
import type { ViewPorts } from '../plugin/views.ts';
import type { Converters } from '../render/convert.ts';
import type { RenderPorts } from '../render/document.ts';
import { createPayloads, type Payloads } from '../render/payload.ts';
import { createRenditions } from '../render/renditions.ts';
import type { TemplateCost, Templates } from '../render/templates.ts';
import { attempt, type Explain, stumbledOver } from './attempt.ts';
import { createExcerpts } from './excerpts.ts';
import type { KeyPlaces } from './front-matter-places.ts';
import { createLayoutPorts } from './layout-ports.ts';
import { gatherOutputs } from './outputs.ts';
import { renderSite, type StylesheetPort } from './render-site.ts';
import { listOutputs, type SiteOutput } from './site-outputs.ts';

export interface BuildParts {
  readonly config: Config;
  readonly inventory: Inventory;
  readonly time: RubyTime;
  readonly toTime: (epochMs: number) => RubyTime;
  readonly plugins: readonly Plugin[];
  /** What the plugins' `prefetch` gave, by name. */
  readonly prefetched: ReadonlyMap<string, unknown>;
  readonly converters: Converters;
  /** Makes the Liquid engine for a site. */
  readonly createTemplates: (
    site: Site,
    payloads: Payloads,
    report: (diagnostic: Diagnostic) => void,
  ) => Templates;
  /** Takes the stylesheets as soon as their Liquid is rendered. */
  readonly stylesheets: StylesheetPort;
  /** The text of a file that is copied, for plugins that make a page of it. */
  readonly textOf: (file: StaticFile) => string;
  /** Files of the source folder, for plugins. */
  readonly files?: SourceFiles;
  /** Where a key of a file's front matter is written, for messages. */
  readonly placeOfKey: KeyPlaces;
  readonly report: (diagnostic: Diagnostic) => void;
  /** Told how many of the documents are rendered. */
  readonly progress: (done: number, total: number) => void;
}

export interface PureBuild {
  /** No key twice; stylesheets are still without their text. */
  readonly outputs: readonly SiteOutput[];
  readonly templates: readonly TemplateCost[];
  readonly counts: { readonly pages: number; readonly documents: number; readonly staticFiles: number };
}

export function build(parts: BuildParts): PureBuild {
  const { config, converters, inventory, placeOfKey, report, time } = parts;
  const plugins = orderPlugins(parts.plugins);

  const draft = createDraft({
    config,
    inventory,
    time,
    urls: {
      permalinkStyle: String(config.values.get('permalink') ?? 'date'),
      outputExtension: converters.outputExtension,
      siteTime: time,
    },
    onUnknownPlaceholder: (file, name) =>
      report(diagnose(buildMessages.unknownPlaceholder, { name }, { place: placeOfKey(file, 'permalink') })),
  });
  const { site } = draft;
  const renditions = createRenditions((document) => excerptOf(document));
  const payloads = createPayloads(site, renditions, { toTime: parts.toTime, paginatorOf: draft.paginatorOf });
  const templates = parts.createTemplates(site, payloads, report);
  const views: ViewPorts = {
    valueOf: payloads.valueOfDocument,
    fileValueOf: payloads.valueOfFile,
    filter: templates.filter,
    print: templates.print,
    textOf: parts.textOf,
    ...(parts.files === undefined ? {} : { files: parts.files }),
    toTime: parts.toTime,
    isMarkdown: converters.isMarkdown,
    report,
  };
  const ports: RenderPorts = {
    payloads,
    converters,
    renditions,
    layouts: createLayoutPorts(site, templates, placeOfKey, report),
    writtenText: (document: Document) => writePage(document, draft, payloads.site, views),
    liquid: (document, text, globals) =>
      templates.render(
        { file: document.body.file ?? document.path, text, startLine: document.body.startLine },
        globals,
      ),
  };
  const excerptOf = createExcerpts(site, templates, ports, report);

  for (const plugin of plugins) {
    attempt(report, failedIn(plugin.name, 'generate'), () =>
      generate(plugin, draft, views, parts.prefetched.get(plugin.name)),
    );
  }
  const rendered = renderSite(site, ports, { ...parts, addMapPage: draft.addMapPage });
  const transformed = new Map<Document, string>();
  for (const [document, text] of rendered) {
    attempt(report, stumbledOver(document.path), () =>
      transformed.set(document, transformPage(plugins, text, document, site, views)),
    );
  }
  const outputs = gatherOutputs(
    listOutputs(site, transformed, converters, placeOfKey, report),
    config.destination,
  );
  for (const diagnostic of outputs.diagnostics) report(diagnostic);
  return {
    outputs: outputs.outputs,
    templates: templates.costs(),
    counts: {
      pages: site.pages.filter((page) => rendered.has(page)).length,
      documents: [...site.collections.values()].reduce((sum, { documents }) => sum + documents.length, 0),
      staticFiles: site.staticFiles.length,
    },
  };
}

const failedIn =
  (name: string, hook: string): Explain =>
  (reason) =>
    diagnose(buildMessages.pluginFailed, { name, hook, reason });
