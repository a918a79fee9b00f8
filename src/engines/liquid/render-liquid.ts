/** Renders one template without a site: the public `renderLiquid`. */

import type { DiagnosticSink } from '../../diagnostics/diagnostic.ts';
import type { SourceText } from '../../diagnostics/source-text.ts';
import type { Clock } from '../../ports/clock.ts';
import { toHash, toValue } from '../../ruby/from-json.ts';
import { isHash, type Value } from '../../ruby/values.ts';
import { createLiquid, type LiquidOptions } from './engine.ts';
import type { Host, IncludeTable, MarkupEngines, SiteLookup } from './host.ts';

/** Options besides the context. */
export interface RenderLiquidOptions {
  /** Files of `_includes` by name. */
  readonly includes?: Readonly<Record<string, string>> | undefined;
}

/** The ports of `renderLiquid`: provided by `src/index.ts`. */
export interface RenderLiquidPorts {
  readonly clock: Clock;
  /** The zone where the context's `site.timezone` names none. */
  readonly timeZone: string;
  /** A number from 0 up to 1, for `sample`. */
  readonly random: () => number;
  readonly engines?: MarkupEngines | undefined;
  readonly report?: DiagnosticSink | undefined;
  readonly settings?: Omit<LiquidOptions, 'host'> | undefined;
}

/**
 * Makes `renderLiquid(template, context, { includes })`: the template's output with `context` (`site`, `page`, …) as its
 * global variables. Throws `DiagnosticError` where Jekyll would abort the build.
 */
export function createRenderLiquid(
  ports: RenderLiquidPorts,
): (template: string, context?: Readonly<Record<string, unknown>>, options?: RenderLiquidOptions) => string {
  return (template, context = {}, { includes = {} } = {}) => {
    const globals = toHash(context);
    const site = globals.get('site');
    const zone = isHash(site) ? site.get('timezone') : undefined;
    const host: Host = {
      clock: ports.clock,
      timeZone: typeof zone === 'string' ? zone : ports.timeZone,
      includes: includeTable(includes),
      kept: new Map(),
      engines: ports.engines ?? {},
      site: siteOf(site),
      random: ports.random,
      report: ports.report ?? (() => {}),
    };
    const engine = createLiquid({ ...ports.settings, host });
    return engine.parse({ file: 'template', text: template, startLine: 1 }).render({ globals });
  };
}

function includeTable(files: Readonly<Record<string, string>>): IncludeTable {
  const table = new Map<string, SourceText>(
    Object.entries(files).map(([name, text]) => [name, { file: `_includes/${name}`, text }]),
  );
  return { get: (name) => table.get(name), names: () => table.keys() };
}

/** A site of settings alone, without pages. */
function siteOf(site: Value): SiteLookup {
  const settings = isHash(site) ? site : new Map<Value, Value>();
  return {
    setting: (name) => toValue(settings.get(name)),
    urlOfPath: () => undefined,
    paths: () => [],
    posts: () => [],
  };
}
