/** Makes diagnostics of what a plugin that is not built in throws: its own error, in its own code. */

import { isWithin } from '../../base/paths.ts';
import { buildMessages } from '../../diagnostics/catalogue/site/build.ts';
import { DiagnosticError, diagnose, type Place, type TrailStep } from '../../diagnostics/diagnostic.ts';
import { TemplateMistake } from '../../engines/liquid/errors.ts';
import type { FilterDefinition } from '../../engines/liquid/filter.ts';
import { hereIn } from '../../engines/liquid/locate-mistakes.ts';
import type { CompiledTag, TagDefinition } from '../../engines/liquid/tag.ts';
import type { Modules } from '../../ports/modules.ts';
import type { Generation, Plugin } from '../api/plugin.ts';

/** The code that a plugin comes from. */
export interface PluginCode {
  /** The file that it is entered by, as places name it. */
  readonly file: string;
  /** Files of this folder are the plugin's own: absolute, links resolved. */
  readonly folder: string;
  /** The same folder as places name it. */
  readonly shownFolder: string;
}

/**
 * Where in a plugin's code an error comes from, and whether it was thrown there; the beginning of its file where nothing
 * tells.
 */
export function locateInCode(
  error: unknown,
  { file, folder, shownFolder }: PluginCode,
  modules: Pick<Modules, 'locate'>,
): { readonly place: Place; readonly isInnermost: boolean } {
  // packages that it has installed for itself are not its own
  const isOwn = (path: string): boolean =>
    isWithin(folder, path) && !path.slice(folder.length).includes('/node_modules/');
  const found = modules.locate(error, isOwn);
  if (found === undefined) return { place: { file, line: 1, column: 1 }, isInnermost: false };
  const { path, line, column, isInnermost } = found;
  return { place: { file: `${shownFolder}${path.slice(folder.length)}`, line, column }, isInnermost };
}

export function guardPlugin(plugin: Plugin, code: PluginCode, modules: Pick<Modules, 'locate'>): Plugin {
  return new Guard(plugin, code, modules).plugin();
}

class Guard {
  readonly #plugin: Plugin;
  readonly #code: PluginCode;
  readonly #modules: Pick<Modules, 'locate'>;

  constructor(plugin: Plugin, code: PluginCode, modules: Pick<Modules, 'locate'>) {
    this.#plugin = plugin;
    this.#code = code;
    this.#modules = modules;
  }

  plugin(): Plugin {
    const plugin = this.#plugin;
    const { configure, load, createState, prefetch, postInit, generate, liquid, transform, converters } =
      plugin;
    return {
      ...plugin,
      ...(configure && { configure: this.#sync('configure', configure) }),
      ...(load && { load: this.#async('load', load) }),
      ...(createState && { createState: this.#sync('createState', createState) }),
      ...(prefetch && { prefetch: this.#async('prefetch', prefetch) }),
      ...(postInit && { postInit: this.#sync('postInit', postInit) }),
      ...(generate && { generate: this.#generate(generate) }),
      ...(transform && { transform: this.#transform(transform) }),
      ...(converters && { converters: converters.map((converter) => this.#converter(converter)) }),
      ...(liquid && { liquid: this.#liquid(liquid) }),
    };
  }

  #sync<Args extends unknown[], Result>(hook: string, run: (...args: Args) => Result) {
    return (...args: Args): Result => this.#run(hook, () => run.apply(this.#plugin, args));
  }

  #async<Args extends unknown[], Result>(hook: string, run: (...args: Args) => Promise<Result>) {
    return async (...args: Args): Promise<Result> => {
      try {
        return await run.apply(this.#plugin, args);
      } catch (error) {
        throw this.#explain(error, hook, []);
      }
    };
  }

  /** The functions that write pages run later, and are the plugin's as well. */
  #generate(generate: NonNullable<Plugin['generate']>): NonNullable<Plugin['generate']> {
    return (site, generation, prefetched) => {
      const addPage: Generation['addPage'] = (page) => {
        const { content } = page;
        if (typeof content !== 'function') return generation.addPage(page);
        return generation.addPage({ ...page, content: this.#sync('content', content) });
      };
      this.#run('generate', () => generate.call(this.#plugin, site, { ...generation, addPage }, prefetched));
    };
  }

  #transform(transform: NonNullable<Plugin['transform']>): NonNullable<Plugin['transform']> {
    return (html, page, site) => {
      const way = page.source === undefined ? [] : [pageStep(page.source, 1)];
      return this.#run('transform', () => transform.call(this.#plugin, html, page, site), way);
    };
  }

  #converter(converter: NonNullable<Plugin['converters']>[number]) {
    return {
      ...converter,
      convert: (...args: Parameters<typeof converter.convert>) => {
        const [, { path, startLine }] = args;
        return this.#run('convert', () => converter.convert(...args), [pageStep(path, startLine)]);
      },
    };
  }

  #liquid(liquid: NonNullable<Plugin['liquid']>): NonNullable<Plugin['liquid']> {
    const { tags, filters, isBlank } = liquid;
    return {
      ...(tags && { tags: tags.map((tag) => this.#tag(tag)) }),
      ...(filters && {
        filters: Object.fromEntries(
          Object.entries(filters).map(([name, filter]) => [name, this.#filter(name, filter)]),
        ),
      }),
      ...(isBlank && { isBlank: this.#sync('isBlank', isBlank) }),
    };
  }

  #tag(tag: TagDefinition): TagDefinition {
    const hook = `{% ${tag.name} %}`;
    return {
      ...tag,
      compile: (source): CompiledTag => {
        const compiled = this.#run(hook, () => tag.compile(source));
        return {
          ...compiled,
          render: (context) => {
            try {
              compiled.render(context);
            } catch (error) {
              throw this.#explain(error, hook, callStep(context.at(source.span).place));
            }
          },
        };
      },
    };
  }

  #filter(name: string, filter: FilterDefinition): FilterDefinition {
    return {
      ...filter,
      run: (input, args, context) => {
        try {
          return filter.run(input, args, context);
        } catch (error) {
          throw this.#explain(error, `| ${name}`, callStep(hereIn(context).place));
        }
      },
    };
  }

  #run<Result>(hook: string, step: () => Result, way: readonly TrailStep[] = []): Result {
    try {
      return step();
    } catch (error) {
      throw this.#explain(error, hook, way);
    }
  }

  /** What to throw instead of an error: mistakes of the site's stay what they are. */
  #explain(error: unknown, hook: string, trail: readonly TrailStep[]): unknown {
    if (error instanceof DiagnosticError || error instanceof TemplateMistake) return error;
    const { place, isInnermost } = locateInCode(error, this.#code, this.#modules);
    // V8's limits, reached in the engine by way of the plugin
    if (error instanceof RangeError && !isInnermost) return error;
    const reason = error instanceof Error ? error.message : String(error);
    const facts = { name: this.#plugin.name, hook, reason };
    return new DiagnosticError([diagnose(buildMessages.pluginFailed, facts, { place, trail })]);
  }
}

function pageStep(file: string, line: number): TrailStep {
  return { kind: 'page', place: { file, line, column: 1 } };
}

function callStep(place: Place | undefined): readonly TrailStep[] {
  return place === undefined ? [] : [{ kind: 'call', place }];
}
