/** The Liquid engine of a site: its settings, its includes, what its plugins add, and the other engines behind filters. */

import type { Diagnostic } from '../../../diagnostics/diagnostic.ts';
import { DiagnosticError } from '../../../diagnostics/diagnostic.ts';
import { createLiquid, type LiquidEngine } from '../../../engines/liquid/engine.ts';
import type { Host, MarkupEngines } from '../../../engines/liquid/host.ts';
import type { Resolvers } from '../../../graph/nodes.ts';
import type { TimeRecorder } from '../../../graph/time-recorder.ts';
import type { Tracker } from '../../../graph/tracker.ts';
import type { Site } from '../../../model/site.ts';
import type { Plugin } from '../../../plugin/api/plugin.ts';
import type { Clock } from '../../../ports/clock.ts';
import type { ReadFs } from '../../../ports/fs.ts';
import { toText } from '../../../ruby/print.ts';
import type { Value } from '../../../ruby/values.ts';
import type { Payloads } from '../../payload.ts';
import type { TemplateCost, Templates } from '../../templates.ts';
import { Counters } from './counters.ts';
import { createRandom } from './random.ts';
import { createRelativeIncludes } from './relative-includes.ts';
import { createSiteLookup, type LookupPlaces, type TrackedLookup } from './site-lookup.ts';
import {
  createMoments,
  createTemplateResolvers,
  sourceFingerprint,
  type TemplateNodeKind,
  trackCache,
  trackClock,
  trackRandom,
} from './template-nodes.ts';
import type { TrackedFiles } from './tracked-files.ts';

export interface LiquidParts {
  readonly site: Site;
  readonly payloads: Payloads;
  readonly plugins: readonly Plugin[];
  readonly clock: Clock;
  readonly engines: MarkupEngines;
  /** Reads what `include_relative` names. */
  readonly fs: ReadFs;
  /** Files of the source folder, for plugins. */
  readonly files: TrackedFiles;
  readonly report: (diagnostic: Diagnostic) => void;
  readonly tracker: Tracker;
  /** Where keys of front matter are written. */
  readonly places: LookupPlaces;
  /** Records how closely the time of the build is looked at. */
  readonly time: TimeRecorder;
}

export interface TrackedTemplates extends Templates {
  readonly resolvers: Resolvers<TemplateNodeKind>;
  /** Restores a text that `include_cached` or a tag of a plugin has cached. */
  readonly restore: (key: string, text: string) => void;
}

export function createLiquidTemplates(parts: LiquidParts): TrackedTemplates {
  const lookup = createSiteLookup(parts.site, parts.tracker, parts.files, parts.places);
  const relativeIncludes = createRelativeIncludes(parts.fs, parts.site.config.source);
  const cached = new Map<string, string>();
  const engine = createEngine(parts, lookup, trackCache(cached, parts.tracker));
  const { tracker } = parts;
  const relatives = (file: string): Partial<Host> => {
    const table = relativeIncludes(file);
    return {
      relatives: {
        get(name) {
          const found = table.get(name);
          tracker.read({ kind: 'relativeInclude', document: file, name }, () => sourceFingerprint(found));
          return found;
        },
        names: table.names,
      },
    };
  };
  const costs = new Map<string, TemplateCost>();
  const counters = new Counters(tracker);
  const forFilters = { globals: new Map<Value, Value>([['site', parts.payloads.site]]) };
  return {
    render(template, globals) {
      const start = parts.clock.elapsed();
      const shared = globals.ofExcerpt ? undefined : counters;
      shared?.begin();
      const rendering = engine
        .parse(template)
        .rendering({ globals, counters: shared, host: relatives(globals.path) });
      const { count, size, ms } = costs.get(template.file) ?? NO_COST;
      costs.set(template.file, {
        file: template.file,
        count: count + 1,
        size: size + rendering.text.length,
        ms: ms + parts.clock.elapsed() - start,
      });
      return rendering;
    },
    costs: () => [...costs.values()].sort((a, b) => b.ms - a.ms),
    filter(name, input, args) {
      const names = args.map((_, at) => `argument${at}`);
      const globals = new Map<Value, Value>(forFilters.globals);
      globals.set('input', input);
      for (const [at, value] of args.entries()) globals.set(names[at], value);
      return engine.evaluate(`input | ${name}${names.length === 0 ? '' : `: ${names.join(', ')}`}`, {
        globals,
      });
    },
    print: toText,
    isBlock: engine.isBlock,
    resolvers: {
      ...createTemplateResolvers({ site: parts.site, relativeIncludes }, cached),
      ...counters.resolvers,
      ...lookup.resolvers,
      ...parts.files.resolvers,
    },
    restore: (key, text) => void cached.set(key, text),
  };
}

const NO_COST = { count: 0, size: 0, ms: 0 };

function createEngine(
  { site, plugins, clock, engines, report, tracker, time }: LiquidParts,
  lookup: TrackedLookup,
  kept: Map<string, string>,
): LiquidEngine {
  const { config, inventory } = site;
  const { errorMode, strictFilters, strictVariables, unknownTags } = config.settings.liquid;
  return createLiquid({
    dialect: config.rules.liquid,
    ...{ errorMode, strictFilters, strictVariables },
    passUnknownTags: unknownTags === 'warn',
    isBlank: blankOf(plugins),
    tags: plugins.flatMap((plugin) => plugin.liquid?.tags ?? []),
    filters: plugins.flatMap((plugin) => Object.entries(plugin.liquid?.filters ?? {})),
    host: {
      clock: trackClock(clock, tracker, time),
      momentFor: createMoments(clock, config.timeZone, tracker, time),
      timeZone: config.timeZone,
      includes: {
        get(name) {
          const unreadable = inventory.unreadableIncludes?.get(name);
          if (unreadable !== undefined) throw new DiagnosticError(unreadable);
          const found = inventory.includes.get(name);
          tracker.read({ kind: 'include', name }, () => sourceFingerprint(found));
          return found;
        },
        names: () => inventory.includes.keys(),
      },
      kept,
      ...(plugins.some(({ name }) => name === 'jekyll-include-cache') ? { cachedIncludes: kept } : {}),
      engines,
      site: lookup,
      random: trackRandom(createRandom(clock.now), tracker, time),
      report,
      reads: tracker,
    },
  });
}

/** `blank?` as the plugins' gems define it together; undefined where none of them does. */
function blankOf(plugins: readonly Plugin[]): ((value: Value) => boolean) | undefined {
  const tests = plugins.flatMap(({ liquid }) => liquid?.isBlank ?? []);
  return tests.length === 0 ? undefined : (value) => tests.some((isBlank) => isBlank(value));
}
