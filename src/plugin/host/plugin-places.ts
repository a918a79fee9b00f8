/** Where a site asks for a plugin, for what the plugin reports about nothing else. */

import { placeInConfig, startOfConfig } from '../../config/place-in-config.ts';
import type { Place } from '../../diagnostics/diagnostic.ts';
import type { Config } from '../../model/config.ts';
import type { Plugin } from '../api/plugin.ts';

export interface PluginPlaceParts {
  /** The files that those are entered by that are not built in, as places name them. */
  readonly files: ReadonlyMap<Plugin, string>;
  /** The Gemfile as places name it, with where it has its gems. */
  readonly gemfile:
    | {
        readonly file: string;
        readonly gems: readonly { readonly name: string; readonly line: number; readonly column: number }[];
      }
    | undefined;
}

/** Looks each up when it is asked for: few plugins have anything to say. */
export class PluginPlaces {
  readonly #config: Config;
  readonly #plugins: readonly Plugin[];
  readonly #parts: PluginPlaceParts;
  readonly #known = new Map<string, Place>();

  /** @param config as it was read */
  constructor(config: Config, plugins: readonly Plugin[], parts: PluginPlaceParts) {
    this.#config = config;
    this.#plugins = plugins;
    this.#parts = parts;
  }

  /** Of the plugin of a name: its own file, its line in the configuration or the Gemfile, else where the configuration begins. */
  readonly of = (name: string): Place => {
    let place = this.#known.get(name);
    if (place === undefined) this.#known.set(name, (place = this.#find(name)));
    return place;
  };

  #find(name: string): Place {
    const plugin = this.#plugins.find((each) => each.name === name);
    if (plugin === undefined) return startOfConfig(this.#config);
    const file = this.#parts.files.get(plugin);
    if (file !== undefined) return { file, line: 1, column: 1 };
    return (
      this.#inLists(plugin) ??
      (plugin.setting === undefined ? undefined : placeInConfig(this.#config, [plugin.setting])) ??
      this.#inGemfile(plugin) ??
      placeInConfig(this.#config, ['theme']) ??
      startOfConfig(this.#config)
    );
  }

  #inLists(plugin: Plugin): Place | undefined {
    for (const key of ['plugins', 'gems'] as const) {
      const at = this.#config.settings[key].findIndex((name) => isCalled(plugin, name));
      if (at >= 0) return placeInConfig(this.#config, [key, at]) ?? placeInConfig(this.#config, [key]);
    }
    return undefined;
  }

  #inGemfile(plugin: Plugin): Place | undefined {
    const { gemfile } = this.#parts;
    const gem = gemfile?.gems.find(({ name }) => isCalled(plugin, name));
    return gemfile && gem && { file: gemfile.file, line: gem.line, column: gem.column };
  }
}

function isCalled({ name, aliases = [] }: Plugin, wanted: string): boolean {
  return name === wanted || aliases.includes(wanted);
}
