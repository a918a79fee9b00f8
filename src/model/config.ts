/** The configuration of a build: `_config.yml` over Jekyll's defaults, flags over both. */

import type { Diagnostic, Place } from '../diagnostics/diagnostic.ts';
import type { SourceText } from '../diagnostics/source-text.ts';
import type { RubyHash } from '../ruby/values.ts';
import type { BuilderRules } from './builder/rules.ts';
import { type Settings, settingsOf } from './settings/settings.ts';

/** What was typed on the command line, by the names of the configuration's keys (`limit_posts`, `baseurl`), in the order typed. */
export type Overrides = ReadonlyMap<string, string | number | boolean>;

/** A theme whose files lie below those of the site: what the site lacks is looked for here. */
export interface Theme {
  /** As `theme:` names it, in lower case; of a remote theme, the name of its repository. */
  readonly name: string;
  /** The absolute path of its folder, links resolved. */
  readonly root: string;
  /** The same as it is named, which may be a link. */
  readonly folder: string;
  readonly from: ThemeOrigin;
  /** Entries of the folder that are not part of the theme: a gem does not contain all of its repository. */
  readonly lacks: readonly string[];
}

export type ThemeOrigin =
  | { readonly kind: 'folder' | 'package' | 'gem' }
  | ({ readonly kind: 'repository'; readonly isLocked: boolean } & ThemePin & ThemeDemand);

/** What a site asks for, whatever the lock file says. */
export interface ThemeDemand {
  /** How: `theme:` as a gem of a registry or of git, `remote_theme:`. */
  readonly as: 'gem' | 'git' | 'remote';
  /** The branch, tag or commit that would be taken without a lock file. */
  readonly asked: string;
}

/** Which bytes a theme out of a repository is. */
export interface ThemePin {
  /** As `theme:` names it; of a remote theme, `owner/name`. */
  readonly name: string;
  /** `https://github.com/owner/name`. */
  readonly repository: string;
  /** A branch, tag or commit, or `HEAD`. */
  readonly ref: string;
  /** Undefined where the server named none. */
  readonly commit: string | undefined;
  /** Of the files that the theme gives: `sha256-<64 hexadecimal digits>`. */
  readonly digest: string;
}

/** A theme out of a repository that this machine may not have yet. */
export interface WantedTheme extends Pick<ThemePin, 'name' | 'repository' | 'ref'>, ThemeDemand {
  /** Whether it is the builder's own for sites that name none: without it the site is built all the same. */
  readonly isDefault: boolean;
  /** What the lock file says. */
  readonly locked: ThemePin | undefined;
  /** Where the site names it. */
  readonly place: Place | undefined;
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
  /** Whether the user or the site asks for `safe`, which GitHub Pages' builder sets for every site. */
  readonly isSafeAsked: boolean;
  /** How the builder behaves whose output this is: Jekyll 4.3.1, or GitHub Pages. */
  readonly rules: BuilderRules;
  /** The theme that `theme:` or `remote_theme:` names; absent where there is none. */
  readonly theme?: Theme;
  /** The theme where it has to be fetched, or looked through, before it can be used; then `theme` is absent. */
  readonly wantedTheme?: WantedTheme;
  readonly diagnostics: readonly Diagnostic[];
}

/** A configuration with other values, as plugins leave them. */
export function withValues(config: Config, values: RubyHash): Config {
  return { ...config, values, settings: settingsOf(values) };
}
