/** The configuration of a build: `_config.yml` over Jekyll's defaults, flags over both. */

import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { SourceText } from '../diagnostics/source-text.ts';
import type { RubyHash } from '../ruby/values.ts';
import type { BuilderRules } from './builder/rules.ts';
import { type Settings, settingsOf } from './settings/settings.ts';

/** What was typed on the command line, by the names of the configuration's keys (`limit_posts`, `baseurl`), in the order typed. */
export type Overrides = ReadonlyMap<string, string | number | boolean>;

/** A theme that stands behind the site: what the site lacks is looked for here. */
export interface Theme {
  /** As `theme:` names it, in lower case. */
  readonly name: string;
  /** The absolute path of its folder, links resolved. */
  readonly root: string;
}

export interface Config {
  /** Absolute, links resolved. */
  readonly source: string;
  /** Absolute. */
  readonly destination: string;
  /** Absolute, links of the folder above resolved; in the source, unless another one was typed. */
  readonly cacheFolder: string;
  /** What was typed: the user's own word, which is trusted further than the files of a repository. */
  readonly typed: Overrides;
  /** The whole of it as templates see it in `site.*`, in Jekyll's order of keys. */
  readonly values: RubyHash;
  /** The same as the program reads it: each setting with its type and its default. */
  readonly settings: Settings;
  /** The files that were read, in order, for error frames and for `serve` to watch. */
  readonly files: readonly SourceText[];
  /** `JEKYLL_ENV`, `development` without it. */
  readonly environment: string;
  /** The zone of `timezone:`, a name of the tz database or as POSIX writes it, else the process's. */
  readonly timeZone: string;
  /** Whether broken front matter is an error: unless `strict_front_matter: false` is written or typed. Templates see Jekyll's default. */
  readonly strictFrontMatter: boolean;
  /** How the builder behaves whose output this is: Jekyll 4.3.1, or GitHub Pages. */
  readonly rules: BuilderRules;
  /** The theme that `theme:` names; absent where there is none. */
  readonly theme?: Theme;
  readonly diagnostics: readonly Diagnostic[];
}

/** A configuration with other values, as plugins leave them. */
export function withValues(config: Config, values: RubyHash): Config {
  return { ...config, values, settings: settingsOf(values) };
}
