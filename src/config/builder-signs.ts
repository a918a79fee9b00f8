/**
 * Whether a site that does not say so is built by GitHub Pages' builder: what its workflows and its Gemfile tell. An explicit
 * `github_pages:` always holds; this is asked only without one.
 */

import { baseName, expandPath, joinPaths } from '../base/paths.ts';
import { configMessages } from '../diagnostics/catalogue/site/config.ts';
import { type Diagnostic, diagnose, type Place } from '../diagnostics/diagnostic.ts';
import type { SourceText } from '../diagnostics/source-text.ts';
import { parseYaml, type YamlPath } from '../engines/yaml/parse-yaml.ts';
import { type Gemfile, readGemfileAt, readIfThere } from '../files/gemfile/find-gemfile.ts';
import { repositoryFolder } from '../files/repository.ts';
import type { Env } from '../ports/env.ts';
import { FsError, type ReadFs } from '../ports/fs.ts';
import { isArray, isHash, type RubyHash, type Value } from '../ruby/values.ts';
import { isOn } from '../settings/readers.ts';

/** What `loadConfig` knows when it asks. */
export interface SignSearch {
  readonly fs: ReadFs;
  readonly env: Env;
  /** Absolute. */
  readonly source: string;
  /** Absolute: where the command runs. */
  readonly workingFolder: string;
  /** The configuration as the site has it. */
  readonly values: RubyHash;
  /** Settings that switch on what GitHub Pages does not have. */
  readonly ownSettings: readonly string[];
}

export interface BuilderSigns {
  readonly onPages: boolean;
  readonly diagnostics: readonly Diagnostic[];
}

/** Something that speaks for GitHub Pages, as a half-sentence with its place. */
interface Sign {
  readonly because: string;
  readonly place: Place;
}

/** A workflow counts before the Gemfile, which GitHub's own action does not read, and the Gemfile before the lock made from it. */
export function findBuilder(search: SignSearch): BuilderSigns {
  const gemfile = gemsOf(search);
  const sign = workflowSign(search) ?? gemfileSign(gemfile);
  const locked = lockSign(search);
  if (sign === undefined && locked === undefined) return { onPages: false, diagnostics: [] };
  const { because, place } = sign ?? (locked as Sign);
  const objection = sign === undefined ? lockObjection(gemfile) : undefined;
  const refused = objection ?? ownFeature(search);
  return refused === undefined
    ? { onPages: true, diagnostics: [diagnose(configMessages.pagesFound, { because }, { place })] }
    : {
        onPages: false,
        diagnostics: [diagnose(configMessages.pagesDeclined, { because, but: refused }, { place })],
      };
}

/** The folder of workflows in the repository, whose `jobs.*.steps` are looked through. */
const WORKFLOWS = '.github/workflows';

function workflowSign({ fs, source }: SignSearch): Sign | undefined {
  const root = repositoryFolder(fs, source) ?? source;
  const folder = joinPaths(root, WORKFLOWS);
  for (const name of namesIn(fs, folder)) {
    if (!/\.ya?ml$/.test(name)) continue;
    const file = `${WORKFLOWS}/${name}`;
    const text = readIfThere(fs, joinPaths(folder, name));
    const path = text === undefined ? undefined : buildStep({ file, text }, source.slice(root.length + 1));
    if (path !== undefined)
      return { because: `\`${file}\` uses \`actions/jekyll-build-pages\``, place: path };
  }
  return undefined;
}

/** Where a workflow has GitHub's action build the folder `source` of the repository. */
function buildStep(workflow: SourceText, source: string): Place | undefined {
  if (!workflow.text.includes('actions/jekyll-build-pages')) return undefined;
  const yaml = parseYaml(workflow);
  const jobs = at(yaml.value, 'jobs');
  if (!isHash(jobs)) return undefined;
  for (const [job, content] of jobs) {
    const steps = at(content, 'steps');
    for (const [index, step] of (isArray(steps) ? steps : []).entries()) {
      if (!/^actions\/jekyll-build-pages(?:@|$)/.test(String(at(step, 'uses') ?? ''))) continue;
      const folder = at(at(step, 'with'), 'source');
      if (expandPath(typeof folder === 'string' ? folder : '.', '/') !== expandPath(source, '/')) continue;
      const path: YamlPath = ['jobs', String(job), 'steps', index, 'uses'];
      return yaml.placeOf(path);
    }
  }
  return undefined;
}

function at(value: Value, key: string): Value {
  return isHash(value) ? value.get(key) : undefined;
}

/** The site's own before the one where the command runs, whatever the environment says: GitHub does not know that. */
function gemsOf({ fs, env, source, workingFolder }: SignSearch): Gemfile | undefined {
  for (const folder of new Set([source, workingFolder])) {
    for (const file of ['gems.rb', 'Gemfile']) {
      const found = readGemfileAt(fs, env, joinPaths(folder, file));
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

const GEM = 'github-pages';

function gemfileSign(gemfile: Gemfile | undefined): Sign | undefined {
  const gem = gemfile?.gems.find(({ name }) => name === GEM);
  if (gemfile === undefined || gem === undefined) return undefined;
  const file = baseName(gemfile.path);
  return {
    because: `\`${file}\` names the gem \`${GEM}\``,
    place: { file, line: gem.line, column: gem.column },
  };
}

/** Bundler's lock lists the gems that it has chosen, indented by four. */
function lockSign({ fs, source, workingFolder }: SignSearch): Sign | undefined {
  for (const folder of new Set([source, workingFolder])) {
    for (const file of ['gems.locked', 'Gemfile.lock']) {
      const lines = readIfThere(fs, joinPaths(folder, file))?.split(/\r?\n/) ?? [];
      const line = lines.findIndex((each) => /^ {4}github-pages \(/.test(each));
      if (line >= 0)
        return {
          because: `\`${file}\` locks the gem \`${GEM}\``,
          place: { file, line: line + 1, column: 5 },
        };
    }
  }
  return undefined;
}

/** A lock is made from a Gemfile: where that does not lead to the gem, the lock is out of date. */
function lockObjection(gemfile: Gemfile | undefined): string | undefined {
  return gemfile === undefined || gemfile.hasGemspec
    ? undefined
    : `\`${baseName(gemfile.path)}\` does not name it`;
}

/** What the site uses that no build on GitHub Pages could give it. */
function ownFeature({ fs, source, values, ownSettings }: SignSearch): string | undefined {
  const used = ownSettings.find((name) => isOn(values.get(name)));
  if (used !== undefined) return `GitHub Pages has no \`${used}:\``;
  const named = values.get('plugins_dir');
  for (const folder of typeof named === 'string'
    ? [named]
    : isArray(named)
      ? named.map(String)
      : ['_plugins']) {
    const plugin = namesIn(fs, joinPaths(source, folder)).find((name) => /\.[cm]?[jt]s$/.test(name));
    if (plugin !== undefined) return `GitHub Pages does not run \`${folder}/${plugin}\``;
  }
  return undefined;
}

function namesIn(fs: ReadFs, folder: string): readonly string[] {
  try {
    return fs.stat(folder)?.kind === 'folder' ? fs.list(folder).map(({ name }) => name) : [];
  } catch (error) {
    if (error instanceof FsError) return [];
    throw error;
  }
}
