/** What plugins and the rendering of one document are given. */

import type { Place } from '../../diagnostics/diagnostic.ts';
import type { Document } from '../../model/document.ts';
import { writePage } from '../../plugin/host/hooks.ts';
import { Views } from '../../plugin/host/views.ts';
import type { SiteFiles } from '../../ports/source-files.ts';
import type { RenderPorts } from '../../render/document.ts';
import type { RenditionStore } from '../../render/renditions.ts';
import type { TemplateText } from '../../render/templates.ts';
import type { DocumentPlaces } from '../../render/wiring/document-places.ts';
import { readFileText } from '../../render/wiring/file-text.ts';
import { createLayoutPorts } from '../../render/wiring/layout-ports.ts';
import { timeInZone } from '../../ruby/time/time-zone.ts';
import { textAt } from '../../ruby/time/timed-text.ts';
import { unwatched } from '../../ruby/time/watched-time.ts';
import type { BuildRun } from '../build-run.ts';
import type { RenderingParts } from './parts.ts';

export function createViews(
  run: BuildRun,
  rendering: Pick<
    RenderingParts,
    'draft' | 'site' | 'payloads' | 'templates' | 'converters' | 'report' | 'places'
  >,
  placeOfPlugin: (name: string) => Place,
  files: SiteFiles,
): Views {
  const { draft, payloads, templates, converters, report, site, places } = rendering;
  const { config } = site;
  return new Views(site, {
    valueOf: payloads.valueOfDocument,
    fileValueOf: payloads.valueOfFile,
    filter: templates.filter,
    print: templates.print,
    textOf: (file) => readFileText(run.fs, config, file, run.report),
    files,
    toTime: (epochMs) => timeInZone(epochMs, config.timeZone),
    isMarkdown: converters.isMarkdown,
    noteAsked: draft.noteAsked,
    report,
    placeOf: (document, key) => places.of(document, key),
    placeOfPlugin,
  });
}

export function createRenderPorts(rendering: RenderingParts, renditions: RenditionStore): RenderPorts {
  const { tracker, draft, site, payloads, converters, templates, views, places, report } = rendering;
  return {
    ...{ payloads, converters, renditions },
    layouts: createLayoutPorts(site, templates, places, report, tracker),
    writtenText(document: Document) {
      const written = writePage(document, draft, payloads.site, views, () =>
        tracker.forbidKeeping({ because: 'inspects the site' }),
      );
      if (written === undefined || typeof written === 'string') return written;
      rendering.timed.set(document, written);
      return textAt(written, unwatched(site.time));
    },
    liquid: (document, text, globals) => templates.render(templateOf(document, text, places), globals),
  };
}

/** A text that a plugin gave has no file: all that is wrong in it is where the page goes back to. */
function templateOf(document: Document, text: string, places: DocumentPlaces): TemplateText {
  const { body, path, generatedBy } = document;
  const source = { file: body.file ?? path, text, startLine: body.startLine };
  if (generatedBy === undefined || body.file !== undefined) return source;
  return { ...source, at: () => places.of(document) };
}
