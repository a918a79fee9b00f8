/**
 * Finds the theme that a site names: a folder, an npm package, an installed gem, a tree of the theme cache. What has to be
 * fetched first is only named here. What the lock file pins comes before anything that happens to be installed
 * (docs/adr/0026).
 */

import { nearest } from '../../base/nearest.ts';
import { expandPath, isWithin } from '../../base/paths.ts';
import { readMessages } from '../../diagnostics/catalogue/site/read.ts';
import { themeMessages } from '../../diagnostics/catalogue/site/theme.ts';
import { type Diagnostic, diagnose, type Place } from '../../diagnostics/diagnostic.ts';
import { findGemfile } from '../../files/gemfile/find-gemfile.ts';
import { reasonOf } from '../../files/read-text.ts';
import type { Overrides, Theme, ThemeOrigin, ThemePin, WantedTheme } from '../../model/config.ts';
import { type Settings, settingsOf } from '../../model/settings/settings.ts';
import type { Env } from '../../ports/env.ts';
import { FsError, kindAt, type ReadFs } from '../../ports/fs.ts';
import { strip } from '../../ruby/text.ts';
import { isNil, type RubyHash } from '../../ruby/values.ts';
import { isOn } from '../../settings/readers.ts';
import type { ConfigFiles } from '../config-files.ts';
import { placeInFiles } from '../place-in-config.ts';
import { type GemRequest, gemRequest } from './gem-request.ts';
import { gemFolder, installedPackages, packageFolder } from './installed.ts';
import { knownTheme, knownThemeNames, tagFor, tagMeets } from './known-themes.ts';
import { cachedVersion, isTreeIntact, themeCacheFolder, treeFolder } from './theme-cache.ts';
import { lacksOf } from './theme-config.ts';
import { type ThemeHosts, themeHosts } from './theme-hosts.ts';
import { readThemeLock, type ThemeLock } from './theme-lock.ts';
import { readGitAddress, readReference, repositoryName, type ThemeReference } from './theme-reference.ts';

export interface ThemeQuestion {
  readonly fs: ReadFs;
  readonly env: Env;
  /** Of the whole configuration. */
  readonly values: RubyHash;
  readonly files: ConfigFiles;
  /** What was typed. */
  readonly overrides: Overrides;
  /** Absolute, links resolved. */
  readonly source: string;
  /** Absolute: where the command runs. */
  readonly workingFolder: string;
}

/** At most one of the two. */
export interface ThemeAnswer {
  readonly theme?: Theme;
  readonly wanted?: WantedTheme;
  readonly diagnostics: readonly Diagnostic[];
}

/** What a theme out of a repository is asked for by. */
interface RepositoryRequest {
  readonly name: string;
  readonly reference: ThemeReference;
  readonly as: WantedTheme['as'];
  /** Whether a ref that was locked earlier still is what the site asks for. */
  readonly accepts: (ref: string) => boolean;
}

/** Never throws; at most one theme, and an error where the one that is named can't be had. */
export function findTheme(question: ThemeQuestion): ThemeAnswer {
  const settings = settingsOf(question.values);
  if (isRemote(question, settings)) return new Search(question, settings, 'remote_theme').findRemote();
  return isNil(settings.theme) ? { diagnostics: [] } : new Search(question, settings, 'theme').findNamed();
}

const PLUGIN = 'jekyll-remote-theme';

/**
 * As in Jekyll where its plugin is on; where it is not, Jekyll passes over `remote_theme`. A site that has neither another
 * theme nor layouts of its own can only mean that one.
 */
function isRemote({ fs, env, files, source, workingFolder }: ThemeQuestion, settings: Settings): boolean {
  if (!isOn(settings.remoteTheme)) return false;
  if ([...settings.plugins, ...settings.gems].includes(PLUGIN)) return true;
  const gems = findGemfile(fs, env, [workingFolder, source])?.gems ?? [];
  if (gems.some(({ requires }) => requires.includes(PLUGIN))) return true;
  return isNil(files.values.get('theme')) && !hasLayouts(fs, source, settings);
}

/** Whether the site has a folder of layouts. */
export function hasLayouts(fs: ReadFs, source: string, { layoutsDir }: Settings): boolean {
  return kindAt(fs, expandPath(layoutsDir, source)) === 'folder';
}

class Search {
  readonly #question: ThemeQuestion;
  readonly #settings: Settings;
  readonly #place: Place | undefined;
  readonly #hosts: ThemeHosts;

  constructor(question: ThemeQuestion, settings: Settings, key: 'theme' | 'remote_theme') {
    this.#question = question;
    this.#settings = settings;
    this.#place = placeInFiles(question.files.sources, [key]);
    this.#hosts = themeHosts(question.env);
  }

  findRemote(): ThemeAnswer {
    const named = this.#settings.remoteTheme;
    const name = typeof named === 'string' ? strip(named) : '';
    const reference = readReference(name, this.#hosts.names);
    if (reference === undefined) {
      const shown = typeof named === 'string' ? name : 'remote_theme';
      return this.#refuse(diagnose(themeMessages.badRemote, { name: shown }, { place: this.#place }));
    }
    const accepts = (ref: string): boolean => ref === reference.ref;
    const [, short = name] = /([^/]+\/[^/]+)$/.exec(reference.repository) ?? [];
    return this.#fromRepository({ name: short, reference, as: 'remote', accepts }, this.#lock());
  }

  findNamed(): ThemeAnswer {
    const named = this.#settings.theme;
    if (typeof named !== 'string')
      return this.#refuse(diagnose(readMessages.themeNotText, {}, { place: this.#place }));
    const name = strip(named);
    const { fs, env, source, workingFolder } = this.#question;
    if (isPath(name)) return this.#folder(name, expandPath(name, source), false);
    const request = gemRequest(fs, env, name.toLowerCase(), [workingFolder, source]);
    const { origin } = request;
    if (origin?.kind === 'path') return this.#folder(name, expandPath(origin.path, request.folder), false);
    const lock = this.#lock();
    if (origin?.kind === 'git') {
      const reference = readGitAddress(origin.address, origin.ref, this.#hosts.names);
      if (reference === undefined) {
        const facts = { name, address: origin.address };
        return this.#refuse(diagnose(themeMessages.badGitAddress, facts, { place: this.#place }));
      }
      const accepts = (ref: string): boolean => ref === reference.ref;
      return this.#fromRepository({ name, reference, as: 'git', accepts }, lock);
    }
    return this.#gem(name, request, lock);
  }

  /** The lock, a package, a gem, the table: in this order. */
  #gem(name: string, { requirements }: GemRequest, lock: ThemeLock): ThemeAnswer {
    const { fs, env, source } = this.#question;
    const gem = name.toLowerCase();
    const known = knownTheme(gem);
    const wanted: RepositoryRequest | undefined = known && {
      name,
      reference: {
        repository: `https://github.com/${known.repository}`,
        ref: tagFor(known, requirements),
      },
      as: 'gem',
      accepts: (ref) => tagMeets(known, ref, requirements),
    };
    if (wanted !== undefined && lock.themes.some((each) => isPinOf(each, wanted)))
      return this.#fromRepository(wanted, lock);
    const package_ = packageFolder(fs, gem, source);
    if (package_ !== undefined) return this.#folder(name, package_, 'package');
    const folder =
      gemFolder(fs, env, { name: gem, source, requirements }) ??
      // nothing better can be had
      (wanted === undefined ? gemFolder(fs, env, { name: gem, source, requirements: [] }) : undefined);
    if (folder !== undefined) return this.#folder(name, folder, 'gem');
    if (wanted !== undefined) return this.#fromRepository(wanted, lock);
    const close = nearest(gem, [...installedPackages(fs, source), ...knownThemeNames()]);
    return this.#refuse(
      diagnose(readMessages.themeMissing, { name, nearest: close }, { place: this.#place }),
    );
  }

  /** @param installed a name leads to what was installed, a path to whatever the repository says */
  #folder(name: string, path: string, installed: 'package' | 'gem' | false): ThemeAnswer {
    const { fs, source } = this.#question;
    if (kindAt(fs, path) !== 'folder')
      return this.#refuse(
        diagnose(readMessages.themeMissing, { name, nearest: undefined }, { place: this.#place }),
      );
    let root: string;
    try {
      root = fs.realPath(path);
    } catch (error) {
      if (!(error instanceof FsError)) throw error;
      const facts = { path: name, reason: reasonOf(error) };
      return this.#refuse(diagnose(readMessages.unreadable, facts, { place: this.#place }));
    }
    if (installed === false && this.#settings.safe && !isWithin(source, root))
      return this.#refuse(diagnose(readMessages.themeOutside, { name }, { place: this.#place }));
    const from: ThemeOrigin = { kind: installed === false ? 'folder' : installed };
    return { theme: { name: name.toLowerCase(), root, folder: path, from, lacks: [] }, diagnostics: [] };
  }

  #fromRepository(request: RepositoryRequest, lock: ThemeLock): ThemeAnswer {
    if (lock.mistake !== undefined) return this.#refuse(lock.mistake);
    const { name, reference, as } = request;
    const locked = lock.themes.find((each) => isPinOf(each, request));
    if (locked === undefined && isSafeAsked(this.#question))
      return this.#refuse(diagnose(themeMessages.notLocked, { name }, { place: this.#place }));
    const { repository, ref } = locked ?? reference;
    const wanted: WantedTheme = {
      ...{ name, repository, ref, as, locked },
      asked: reference.ref,
      isDefault: false,
      place: this.#place,
    };
    const theme = cachedTheme(this.#question.fs, this.#question.env, wanted);
    return theme === undefined ? { wanted, diagnostics: [] } : { theme, diagnostics: [] };
  }

  #lock(): ThemeLock {
    const { fs, source } = this.#question;
    return readThemeLock(fs, source, this.#hosts.names);
  }

  #refuse(diagnostic: Diagnostic): ThemeAnswer {
    return { diagnostics: [diagnostic] };
  }
}

/** Whether the user or the site asks for `safe`: GitHub Pages' builder, which always sets it, has the network. */
export function isSafeAsked({ files, overrides }: Pick<ThemeQuestion, 'files' | 'overrides'>): boolean {
  return isOn(overrides.get('safe') ?? files.values.get('safe'));
}

function isPath(name: string): boolean {
  return name.startsWith('.') || name.startsWith('/');
}

function isPinOf(pin: ThemePin, { name, reference, accepts }: RepositoryRequest): boolean {
  const isSame = pin.repository.toLowerCase() === reference.repository.toLowerCase();
  return isSame && pin.name === name && accepts(pin.ref);
}

/** The theme as it lies in the cache, put there by this program and untouched since; undefined where it has to be looked through or fetched. */
function cachedTheme(fs: ReadFs, env: Env, wanted: WantedTheme): Theme | undefined {
  const cache = themeCacheFolder(fs, env);
  if (cache === undefined) return undefined;
  const version = wanted.locked ?? cachedVersion(fs, cache, wanted);
  if (version === undefined || !isTreeIntact(fs, cache, version.digest)) return undefined;
  return themeFromTree(fs, cache, wanted, version);
}

/** The theme whose files are those of a tree in the cache. */
export function themeFromTree(
  fs: ReadFs,
  cache: string,
  wanted: WantedTheme,
  { commit, digest }: Pick<ThemePin, 'commit' | 'digest'>,
): Theme {
  const { name, repository, ref, as, asked, locked } = wanted;
  const root = treeFolder(cache, digest);
  return {
    name: (as === 'remote' ? repositoryName(wanted) : name).toLowerCase(),
    root,
    folder: root,
    from: {
      kind: 'repository',
      isLocked: locked !== undefined,
      name,
      repository,
      ref,
      commit,
      digest,
      as,
      asked,
    },
    lacks: lacksOf(fs, root, as),
  };
}
