// Who is compared: what is found on this machine, in which version, and how each of them builds its site.

import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, relative, resolve } from 'node:path';
import { run } from './children.mjs';

const ROOT = resolve(import.meta.dirname, '..');
export const HASTIE = join(ROOT, 'bin', 'hastie.js');

/** Each peer with its `version`, or with why it is `absent`. */
export async function findPeers(env) {
  const eleventy = env.PERF_PEERS === undefined ? undefined : eleventyIn(env.PERF_PEERS);
  return {
    jekyll: await versionOf(['jekyll', '--version'], /[\d.]+/),
    hugo: await versionOf(['hugo', 'version'], /v([\d.]+\S*)/),
    eleventy: eleventy ?? { absent: 'PERF_PEERS names no folder that holds it' },
    hastie: { version: await hastieVersion() },
    'hastie again': { version: 'the same' },
    node: { version: process.version.slice(1) },
    'sass-embedded': packageVersion('sass-embedded'),
  };
}

async function versionOf(argv, pattern) {
  const { status, out } = await run(argv);
  const [all, part = all] = pattern.exec(out) ?? [];
  return status === 0 && all !== undefined ? { version: part } : { absent: `no ${argv[0]} on the PATH` };
}

function eleventyIn(folder) {
  const home = resolve(folder, 'node_modules', '@11ty', 'eleventy');
  if (!existsSync(join(home, 'cmd.cjs'))) return undefined;
  const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'));
  return { version, command: join(home, 'cmd.cjs') };
}

async function hastieVersion() {
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const { status, out } = await run(['git', '-C', ROOT, 'describe', '--always', '--dirty']);
  return status === 0 ? `${version} (${out.trim()})` : version;
}

function packageVersion(name) {
  const folders = createRequire(join(ROOT, 'package.json')).resolve.paths(name) ?? [];
  const file = folders.map((folder) => join(folder, name, 'package.json')).find((path) => existsSync(path));
  return file === undefined
    ? { absent: 'it is not installed' }
    : { version: JSON.parse(readFileSync(file, 'utf8')).version };
}

/** All peers see the same moment, zone and language, none a Gemfile; what they leave in `temporary` is the run's to remove. */
export function buildEnvironment(env, temporary) {
  return {
    ...env,
    TZ: 'UTC',
    LC_ALL: 'C.UTF-8',
    JEKYLL_ENV: 'production',
    JEKYLL_NO_BUNDLER_REQUIRE: 'true',
    NO_COLOR: '1',
    TMPDIR: temporary,
    SOURCE_DATE_EPOCH: String(Math.floor(Date.now() / 1000)),
  };
}

/** What a peer keeps between builds beside its output, relative to its site. */
const CACHES = {
  jekyll: ['.jekyll-cache', '.jekyll-metadata'],
  hugo: ['resources', '.hugo_build.lock'],
  eleventy: ['.cache'],
  hastie: ['.hastie-cache'],
};

/** The command that builds a site into a folder, and what to remove before it for an empty cache. */
export function buildOf(peer, site, outs, { peers, config, flags }) {
  if (peer === 'node') return { argv: [process.execPath, '-e', '0'], cwd: outs, remove: [] };
  const isAgain = peer === 'hastie again';
  const name = isAgain ? 'hastie' : peer;
  const source = site.sources[name === 'hastie' ? 'jekyll' : name];
  const out = join(outs, name);
  const settings = config === undefined ? [] : ['--config', inSite(source, config)];
  const argv = {
    jekyll: ['jekyll', 'build', '-q', '-s', source, '-d', out, ...settings],
    hugo: ['hugo', '--quiet', '-d', out],
    eleventy: [process.execPath, peers.eleventy.command, '--quiet', `--output=${relative(source, out)}`],
    hastie: [...hastieBuild(source, out), ...settings, ...flags],
  }[name];
  const remove = isAgain ? [] : [out, ...CACHES[name].map((cache) => join(source, cache))];
  return { argv, cwd: source, out, remove };
}

export function hastieBuild(source, out) {
  return [process.execPath, HASTIE, 'build', '-q', '-s', source, '-d', out, '--adopt-destination'];
}

function inSite(source, config) {
  return config
    .split(',')
    .map((file) => resolve(source, file))
    .join(',');
}
