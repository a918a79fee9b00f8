/** Everything that renders a site, put together in the order in which it is needed: engines, draft, templates, tasks. */

import { fingerprintValue } from '../../graph/fingerprint-value.ts';
import { Tracker } from '../../graph/tracker.ts';
import { Payloads } from '../../render/payload.ts';
import { createRenditions } from '../../render/renditions.ts';
import { trackRenditions } from '../../render/tracked-renditions.ts';
import { DocumentPlaces } from '../../render/wiring/document-places.ts';
import { createEngines } from '../../render/wiring/engines.ts';
import { createLiquidTemplates } from '../../render/wiring/liquid/liquid-templates.ts';
import { trackFiles } from '../../render/wiring/liquid/tracked-files.ts';
import { trackStylesheet } from '../../render/wiring/stylesheet-results.ts';
import { timeInZone } from '../../ruby/time/time-zone.ts';
import type { BuildRun } from '../build-run.ts';
import type { Prefetched } from '../site-state.ts';
import { createTransform } from '../stages/transform.ts';
import type { RenderingParts } from './parts.ts';
import { createRenderPorts, createViews } from './render-ports.ts';
import { RenderTasks } from './render-tasks.ts';
import { createResultTasks, openResults } from './result-tasks.ts';
import { createSiteDraft } from './site-draft.ts';

export class Rendering implements RenderingParts {
  readonly tracker: Tracker;
  /** Takes what is reported while documents are rendered. */
  readonly report: RenderingParts['report'];
  readonly converters: RenderingParts['converters'];
  readonly places: DocumentPlaces;
  readonly draft: RenderingParts['draft'];
  readonly site: RenderingParts['site'];
  readonly payloads: Payloads;
  readonly templates: RenderingParts['templates'];
  readonly views: RenderingParts['views'];
  readonly tasks: RenderingParts['tasks'];
  /** What the writers of pages have left open. */
  readonly timed: RenderingParts['timed'] = new Map();
  readonly documents: RenderTasks;

  constructor(run: BuildRun, state: Prefetched) {
    const { config, plugins } = state;
    const { clock } = run;
    const results = openResults(state);
    this.tracker = new Tracker(results.readings, run.report);
    this.report = (diagnostic) => this.tracker.report(diagnostic);
    const { highlighter } = run.world;
    const files = trackFiles(state.files, this.tracker);
    this.places = new DocumentPlaces(state.sources, config, state.pluginPlaces.of);
    const { converters, engines } = createEngines(
      config,
      plugins,
      state.stylesheets,
      highlighter,
      this.report,
      (compiled) => trackStylesheet(compiled, this.tracker),
      {
        files: files.files,
        setting: (name) => {
          const value = config.values.get(name);
          this.tracker.read({ kind: 'setting', name }, () => fingerprintValue(value));
          return value;
        },
      },
      this.places,
    );
    this.converters = converters;
    this.draft = createSiteDraft(run, state, this);
    this.site = this.draft.site;
    const renditions = trackRenditions(
      createRenditions((document) => this.documents.excerpt(document)),
      this.tracker,
      (document) => this.tasks.reportExcerpt(document),
    );
    this.payloads = new Payloads({
      site: this.site,
      renditions,
      toTime: (epochMs) => timeInZone(epochMs, config.timeZone),
      paginatorOf: this.draft.paginatorOf,
      tracker: this.tracker,
    });
    this.templates = createLiquidTemplates({
      ...{ site: this.site, payloads: this.payloads, plugins, clock, engines, files },
      ...{ report: this.report, tracker: this.tracker, time: run.time, places: this.places },
      fs: run.fs,
    });
    this.views = createViews(run, this, state.pluginPlaces.of, files.files);
    this.tasks = createResultTasks(run, state, this, results);
    const ports = createRenderPorts(this, renditions);
    this.documents = new RenderTasks(this, ports, createTransform(plugins, this));
  }
}
